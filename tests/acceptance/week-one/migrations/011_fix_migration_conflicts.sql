-- Brings the three tables to the shape that the code expects. Can be run again without effect.
ALTER TABLE agent_recommendations
  ADD COLUMN IF NOT EXISTS workspace_id int,
  ADD COLUMN IF NOT EXISTS outcome_status text NOT NULL DEFAULT 'open',
  ADD COLUMN IF NOT EXISTS outcome_quality_score numeric(5, 2);
UPDATE agent_recommendations SET workspace_id = 1 + id % 12 WHERE workspace_id IS NULL;

ALTER TABLE agent_trust_scores ADD COLUMN IF NOT EXISTS workspace_id int;
UPDATE agent_trust_scores SET workspace_id = 1 + id % 12 WHERE workspace_id IS NULL;

ALTER TABLE competitors ADD COLUMN IF NOT EXISTS workspace_id int, ADD COLUMN IF NOT EXISTS industry_id int;
UPDATE competitors SET workspace_id = 1 + id % 12, industry_id = substring(industry FROM '\d+$')::int WHERE industry_id IS NULL;

DO $$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN
    SELECT * FROM (VALUES
      ('agent_recommendations', 'workspace_id', 'workspaces'),
      ('agent_recommendations', 'agent_id', 'agents'),
      ('agent_trust_scores', 'workspace_id', 'workspaces'),
      ('agent_trust_scores', 'agent_id', 'agents'),
      ('competitors', 'workspace_id', 'workspaces'),
      ('competitors', 'industry_id', 'industries'),
      ('sessions', 'user_id', 'users')
    ) AS reference (child, child_column, parent)
  LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN IF NOT EXISTS %I int', wanted.child, wanted.child_column);
    IF NOT EXISTS (
      SELECT FROM pg_constraint WHERE conname = wanted.child || '_' || wanted.child_column || '_fkey'
    ) THEN
      EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (%I) REFERENCES %I', wanted.child,
        wanted.child || '_' || wanted.child_column || '_fkey', wanted.child_column, wanted.parent);
    END IF;
  END LOOP;
END
$$;

ALTER TABLE agent_recommendations ENABLE ROW LEVEL SECURITY;
ALTER TABLE competitors ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS own_workspace ON agent_recommendations;
CREATE POLICY own_workspace ON agent_recommendations USING (workspace_id = current_setting('app.workspace', true)::int);
DROP POLICY IF EXISTS own_workspace ON competitors;
CREATE POLICY own_workspace ON competitors USING (workspace_id = current_setting('app.workspace', true)::int);
