alter table film drop column slug;
