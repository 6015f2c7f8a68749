-- What was there before the triggers.
INSERT INTO daily_cash_balances_partitioned SELECT * FROM daily_cash_balances ON CONFLICT DO NOTHING;
INSERT INTO revenues_partitioned SELECT * FROM revenues ON CONFLICT DO NOTHING;
INSERT INTO expenses_partitioned SELECT * FROM expenses ON CONFLICT DO NOTHING;
ANALYZE;
