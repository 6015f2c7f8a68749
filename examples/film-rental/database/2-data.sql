-- Fills the tables with made-up data that is the same every time. The setting film_rental.rentals says how many rentals there are;
-- everything else follows from it. Numbers are scattered by multiplying with a prime and taking the remainder.

create temporary table scale as
select
  n as rentals,
  greatest(n / 10, 20) as copies,
  greatest(n / 12, 20) as customers,
  greatest(n / 50, 20) as films,
  greatest(n / 400, 10) as actors
from (select current_setting('film_rental.rentals')::integer as n) as wanted;

insert into language (name, last_update)
select name, '2025-01-01 00:00Z' from unnest(array['English', 'Italian', 'Japanese', 'Mandarin', 'French', 'German']) as name;

insert into category (name, last_update)
select name, '2025-01-01 00:00Z'
from unnest(array['Action', 'Animation', 'Children', 'Classics', 'Comedy', 'Documentary', 'Drama', 'Family', 'Foreign', 'Games',
  'Horror', 'Music', 'New', 'Sci-Fi', 'Sports', 'Travel']) as name;

insert into country (country, last_update)
select 'Country ' || i, '2025-01-01 00:00Z' from generate_series(1, 100) as i;

insert into city (city, country_id, last_update)
select 'City ' || i, 1 + i * 7 % 100, '2025-01-01 00:00Z' from generate_series(1, 600) as i;

insert into address (address, address2, district, city_id, postal_code, phone, last_update)
select i || ' Harbour Street', case when i % 9 = 0 then 'Flat ' || i % 40 end, 'District ' || i % 50, 1 + i * 31 % 600,
  to_char(i * 7919 % 100000, 'FM00000'), to_char(i::bigint * 104729 % 10000000000, 'FM0000000000'), '2025-01-01 00:00Z'
from generate_series(1, (select customers + 4 from scale)) as i;

insert into actor (first_name, last_name, last_update)
select (array['Ada', 'Bela', 'Carl', 'Dina', 'Ebba', 'Finn', 'Gina', 'Hugo'])[1 + i * 5 % 8], 'Actor-' || to_char(i, 'FM00000'),
  '2025-01-01 00:00Z'
from generate_series(1, (select actors from scale)) as i;

insert into film (title, description, release_year, language_id, original_language_id, rental_duration, rental_rate, length,
  replacement_cost, rating, last_update, special_features, fulltext)
select title, description, 1950 + i * 13 % 75, 1 + i % 6, case when i % 10 = 0 then 1 + i % 5 end, 3 + i % 5,
  (array[0.99, 2.99, 4.99])[1 + i % 3], 46 + i * 17 % 140, 9.99 + i % 20, (enum_range(null::mpaa_rating))[1 + i % 5],
  '2025-01-01 00:00Z'::timestamptz + i * interval '1 minute',
  case when i % 4 > 0 then (array['Trailers', 'Commentaries', 'Deleted Scenes', 'Behind the Scenes'])[1:i % 4 + 1] end,
  to_tsvector('pg_catalog.english', title || ' ' || description)
from (
  select i, concat_ws(' ', adjective, noun, i) as title, format('A %s tale of a %s and a lighthouse', lower(adjective), lower(noun)) as description
  from generate_series(1, (select films from scale)) as i,
    lateral (select (array['Silent', 'Golden', 'Hidden', 'Broken', 'Distant', 'Crimson', 'Gentle'])[1 + i * 3 % 7] as adjective,
      (array['River', 'Harvest', 'Orchestra', 'Garden', 'Voyage', 'Mirror', 'Summit', 'Island', 'Letter'])[1 + i * 5 % 9] as noun) as word
) as film;

insert into film_actor (actor_id, film_id, last_update)
select distinct 1 + (film_id * 53 + part * 97) % (select actors from scale), film_id, '2025-01-01 00:00Z'::timestamptz
from film, generate_series(1, 5) as part;

insert into film_category (film_id, category_id, last_update)
select film_id, 1 + film_id * 11 % 16, '2025-01-01 00:00Z' from film;

insert into store (manager_staff_id, address_id, last_update) select i, i, '2025-01-01 00:00Z' from generate_series(1, 2) as i;

insert into staff (first_name, last_name, address_id, email, store_id, username, last_update, picture)
select (array['Mika', 'Jona'])[i], 'Keeper', 2 + i, format('staff%s@films.example', i), i, format('staff%s', i), '2025-01-01 00:00Z',
  decode('89504e470d0a1a0a', 'hex')
from generate_series(1, 2) as i;

insert into customer (store_id, first_name, last_name, email, address_id, activebool, create_date, last_update)
select 1 + i % 2, (array['Ann', 'Ben', 'Cid', 'Dot', 'Eve', 'Fay', 'Guy'])[1 + i * 3 % 7], 'Customer-' || to_char(i, 'FM000000'),
  case when i % 50 > 0 then format('customer%s@mail.example', i) end, 4 + i, i % 20 > 0, date '2024-01-01' + i % 366, '2025-01-01 00:00Z'
from generate_series(1, (select customers from scale)) as i;

insert into inventory (film_id, store_id, last_update)
select 1 + i::bigint * 7919 % (select films from scale), 1 + i % 2, '2025-01-01 00:00Z'
from generate_series(1, (select copies from scale)) as i;

insert into rental (rental_id, rental_date, inventory_id, customer_id, return_date, staff_id, last_update)
select i, rented, 1 + i::bigint * 7919 % copies, 1 + i::bigint * 104729 % customers,
  case when i % 25 > 0 then rented + (1 + i % 9) * interval '1 day' + i % 1440 * interval '1 minute' end, 1 + i % 2, rented
from scale, generate_series(1, rentals) as i,
  lateral (select timestamptz '2025-01-01 08:00Z' + (i * (360.0 / rentals)) * interval '1 day') as moment (rented);

insert into payment (payment_id, customer_id, staff_id, rental_id, amount, payment_date)
select rental_id, customer_id, staff_id, rental_id, (array[0.99, 2.99, 4.99, 0.00, 6.99])[1 + rental_id % 5], rental_date + interval '5 minutes'
from rental;

select setval('rental_rental_id_seq', rentals), setval('payment_payment_id_seq', rentals) from scale;

drop table scale;
analyze;
