-- The desk lists films that are still out; the old way read every rental.
create index rental_open_idx on rental (customer_id) where return_date is null;
create view open_rental as
select rental_id, customer_id, inventory_id, rental_date from rental where return_date is null;
