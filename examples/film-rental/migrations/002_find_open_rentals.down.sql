drop view open_rental;
drop index rental_open_idx;
