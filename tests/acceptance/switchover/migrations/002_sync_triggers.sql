-- Every write to a legacy table is written to its twin too.
CREATE FUNCTION sync_revenues() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO revenues_partitioned SELECT NEW.*
  ON CONFLICT (id, occurred_at) DO UPDATE SET property_id = excluded.property_id, amount = excluded.amount,
    description = excluded.description, payment_mode = excluded.payment_mode, approved = excluded.approved;
  RETURN NEW;
END
$$;
CREATE FUNCTION sync_expenses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO expenses_partitioned SELECT NEW.*
  ON CONFLICT (id, occurred_at) DO UPDATE SET property_id = excluded.property_id, amount = excluded.amount,
    description = excluded.description, payment_mode = excluded.payment_mode, approved = excluded.approved;
  RETURN NEW;
END
$$;
CREATE FUNCTION sync_daily_cash_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO daily_cash_balances_partitioned SELECT NEW.*
  ON CONFLICT (id, occurred_at) DO UPDATE SET property_id = excluded.property_id, balance = excluded.balance;
  RETURN NEW;
END
$$;
CREATE TRIGGER sync_to_partitioned_revenues AFTER INSERT OR UPDATE ON revenues
  FOR EACH ROW EXECUTE FUNCTION sync_revenues();
CREATE TRIGGER sync_to_partitioned_expenses AFTER INSERT OR UPDATE ON expenses
  FOR EACH ROW EXECUTE FUNCTION sync_expenses();
CREATE TRIGGER sync_to_partitioned_daily_cash_balances AFTER INSERT OR UPDATE ON daily_cash_balances
  FOR EACH ROW EXECUTE FUNCTION sync_daily_cash_balances();
