-- Writes through the triggers and looks at the twin; what it writes is rolled back by whoever runs it.
INSERT INTO revenues (id, property_id, amount, description, payment_mode, occurred_at)
VALUES (900001, 1, 100, 'trigger test', 'cash', '2025-06-15 12:00:00+00');

SELECT CASE WHEN count(*) = 1 THEN 'PASS' ELSE 'FAIL' END || ': an insert reaches the twin' AS result
FROM revenues_partitioned WHERE id = 900001;

UPDATE revenues SET amount = 150 WHERE id = 900001;

DO $$
BEGIN
  IF EXISTS (SELECT FROM revenues_partitioned WHERE id = 900001 AND amount = 150) THEN
    RAISE NOTICE 'PASS: an update reaches the twin';
  ELSE
    RAISE NOTICE 'FAIL: an update does not reach the twin';
  END IF;
END
$$;

SELECT CASE WHEN count(*) = 3 THEN 'PASS' ELSE 'FAIL' END || ': all three triggers are enabled' AS result
FROM pg_trigger WHERE tgname LIKE 'sync_to_partitioned_%' AND tgenabled = 'O';
