drop table loyalty;
