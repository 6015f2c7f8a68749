drop index payment_rental_idx;
