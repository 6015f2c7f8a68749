-- Keys, indexes, foreign keys, functions, triggers and views: built once the data is there, as a restore does.

alter table language add primary key (language_id);
alter table category add primary key (category_id);
alter table country add primary key (country_id);
alter table city add primary key (city_id);
alter table address add primary key (address_id);
alter table actor add primary key (actor_id);
alter table film add primary key (film_id);
alter table film_actor add primary key (actor_id, film_id);
alter table film_category add primary key (film_id, category_id);
alter table store add primary key (store_id);
alter table staff add primary key (staff_id);
alter table customer add primary key (customer_id);
alter table inventory add primary key (inventory_id);
alter table rental add primary key (rental_id);
alter table payment add primary key (payment_date, payment_id);

create index film_fulltext_idx on film using gist (fulltext);
create index idx_title on film (title);
create index idx_actor_last_name on actor (last_name);
create index idx_last_name on customer (last_name);
create index idx_store_id_film_id on inventory (store_id, film_id);
create unique index idx_unq_manager on store (manager_staff_id);
create unique index idx_unq_rental on rental (rental_date, inventory_id, customer_id);
create index idx_fk_inventory_id on rental (inventory_id);
create index idx_fk_payment_customer_id on payment (customer_id);

alter table city add foreign key (country_id) references country on update cascade;
alter table address add foreign key (city_id) references city on update cascade;
alter table film add foreign key (language_id) references language on update cascade;
alter table film add foreign key (original_language_id) references language (language_id) on update cascade;
alter table film_actor add foreign key (actor_id) references actor on update cascade;
alter table film_actor add foreign key (film_id) references film on update cascade;
alter table film_category add foreign key (film_id) references film on update cascade;
alter table film_category add foreign key (category_id) references category on update cascade;
alter table staff add foreign key (store_id) references store on update cascade;
alter table staff add foreign key (address_id) references address on update cascade;
alter table store add foreign key (manager_staff_id) references staff (staff_id) on update cascade;
alter table store add foreign key (address_id) references address on update cascade;
alter table customer add foreign key (store_id) references store on update cascade;
alter table customer add foreign key (address_id) references address on update cascade;
alter table inventory add foreign key (film_id) references film on update cascade;
alter table inventory add foreign key (store_id) references store on update cascade;
alter table rental add foreign key (inventory_id) references inventory on update cascade;
alter table rental add foreign key (customer_id) references customer on update cascade;
alter table rental add foreign key (staff_id) references staff on update cascade;
alter table payment add foreign key (customer_id) references customer on update cascade;
alter table payment add foreign key (staff_id) references staff on update cascade;
alter table payment add foreign key (rental_id) references rental on update cascade;

alter sequence customer_customer_id_seq owned by customer.customer_id;
alter sequence film_film_id_seq owned by film.film_id;
alter sequence payment_payment_id_seq owned by payment.payment_id;
alter sequence rental_rental_id_seq owned by rental.rental_id;

create function last_updated() returns trigger language plpgsql as $$
begin
  new.last_update = current_timestamp;
  return new;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['actor', 'address', 'category', 'city', 'country', 'customer', 'film', 'film_actor', 'film_category',
    'inventory', 'language', 'rental', 'staff', 'store']
  loop
    execute format('create trigger last_updated before update on %I for each row execute function last_updated()', name);
  end loop;
end
$$;

create trigger film_fulltext_trigger before insert or update of title, description on film
for each row execute function tsvector_update_trigger('fulltext', 'pg_catalog.english', 'title', 'description');

create function _group_concat(text, text) returns text language sql immutable as $$
  select case when $2 is null then $1 when $1 is null then $2 else $1 || ', ' || $2 end
$$;
create aggregate group_concat(text) (sfunc = _group_concat, stype = text);

create function last_day(day timestamptz) returns date language sql immutable strict as $$
  select (date_trunc('month', day at time zone 'UTC') + interval '1 month - 1 day')::date
$$;

create function inventory_in_stock(p_inventory_id integer) returns boolean language sql stable as $$
  select not exists (select from rental where inventory_id = p_inventory_id and return_date is null)
$$;

create function film_in_stock(p_film_id integer, p_store_id integer) returns setof integer language sql stable as $$
  select inventory_id from inventory where film_id = p_film_id and store_id = p_store_id and inventory_in_stock(inventory_id)
$$;

create function get_customer_balance(p_customer_id integer, p_effective_date timestamptz) returns numeric language plpgsql stable as $$
declare
  v_fees numeric;
  v_payments numeric;
begin
  select coalesce(sum(film.rental_rate), 0) into v_fees
  from rental join inventory using (inventory_id) join film using (film_id)
  where customer_id = p_customer_id and rental_date <= p_effective_date;
  select coalesce(sum(amount), 0) into v_payments
  from payment where customer_id = p_customer_id and payment_date <= p_effective_date;
  return v_fees - v_payments;
end
$$;

create view actor_info as
select actor_id, first_name, last_name, group_concat(distinct category.name order by category.name) as film_info
from actor
left join film_actor using (actor_id)
left join film_category using (film_id)
left join category using (category_id)
group by actor_id, first_name, last_name;

create view customer_list as
select customer_id as id, first_name || ' ' || last_name as name, address, postal_code as "zip code", phone, city, country,
  case when activebool then 'active' else '' end as notes, store_id as sid
from customer join address using (address_id) join city using (city_id) join country using (country_id);

create view film_list as
select film_id as fid, title, description, category.name as category, rental_rate as price, length, rating
from film join film_category using (film_id) join category using (category_id);

create view staff_list as
select staff_id as id, first_name || ' ' || last_name as name, address, city, country, store_id as sid
from staff join address using (address_id) join city using (city_id) join country using (country_id);

create view sales_by_store as
select store_id, sum(amount) as total_sales
from payment join rental using (rental_id) join inventory using (inventory_id) group by store_id;

create view sales_by_film_category as
select category.name as category, sum(amount) as total_sales
from payment join rental using (rental_id) join inventory using (inventory_id) join film_category using (film_id)
join category using (category_id) group by category.name order by total_sales desc;

create materialized view rental_by_category as
select category.name as category, sum(amount) as total_sales
from payment join rental using (rental_id) join inventory using (inventory_id) join film_category using (film_id)
join category using (category_id) group by category.name;
create unique index rental_category on rental_by_category (category);

comment on table payment is 'One row for each payment, in monthly partitions';
comment on column film.fulltext is 'Kept by film_fulltext_trigger';
