-- A readable address for the page of each film.
alter table film add column slug text;
update film set slug = regexp_replace(lower(title), '[^a-z0-9]+', '-', 'g');
alter table film alter column slug set not null;
create unique index film_slug_key on film (slug);
