-- A partitioned twin of each of the three tables, a partition for each quarter of 2025.
DO $$
DECLARE
  legacy text;
  quarter int;
BEGIN
  FOREACH legacy IN ARRAY ARRAY['daily_cash_balances', 'revenues', 'expenses'] LOOP
    EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES) PARTITION BY RANGE (occurred_at)',
      legacy || '_partitioned', legacy);
    FOR quarter IN 1..4 LOOP
      EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
        legacy || '_2025_q' || quarter, legacy || '_partitioned',
        (date '2025-01-01' + (quarter - 1) * interval '3 months')::timestamp AT TIME ZONE 'UTC',
        (date '2025-01-01' + quarter * interval '3 months')::timestamp AT TIME ZONE 'UTC');
    END LOOP;
    EXECUTE format('CREATE TABLE %I PARTITION OF %I DEFAULT', legacy || '_other', legacy || '_partitioned');
    EXECUTE format('CREATE INDEX ON %I (occurred_at)', legacy || '_partitioned');
  END LOOP;
END
$$;
