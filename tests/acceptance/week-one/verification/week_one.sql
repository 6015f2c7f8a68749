-- Twelve verification queries in five groups; each row says PASS or FAIL.
SELECT 'schema conflicts fixed' AS "group", 'agent_recommendations has its columns' AS name, CASE WHEN count(*) = 3 THEN 'PASS' ELSE 'FAIL' END AS result
FROM information_schema.columns WHERE table_name = 'agent_recommendations' AND column_name IN ('workspace_id', 'outcome_status', 'outcome_quality_score')
UNION ALL
SELECT 'schema conflicts fixed', 'agent_trust_scores has its workspace', CASE WHEN count(*) = 1 THEN 'PASS' ELSE 'FAIL' END
FROM information_schema.columns WHERE table_name = 'agent_trust_scores' AND column_name = 'workspace_id'
UNION ALL
SELECT 'schema conflicts fixed', 'competitors has its columns', CASE WHEN count(*) = 2 THEN 'PASS' ELSE 'FAIL' END
FROM information_schema.columns WHERE table_name = 'competitors' AND column_name IN ('workspace_id', 'industry_id')
UNION ALL
SELECT 'schema conflicts fixed', 'every trust score has a workspace', CASE WHEN count(*) = count(workspace_id) THEN 'PASS' ELSE 'FAIL' END
FROM agent_trust_scores;

SELECT 'unused tables removed' AS "group", 'none of the nine is left' AS name, CASE WHEN count(*) = 0 THEN 'PASS' ELSE 'FAIL' END AS result
FROM information_schema.tables WHERE table_schema = 'public' AND table_name IN ('quests', 'quest_moves', 'quest_milestones', 'capability_nodes',
  'maneuver_prerequisites', 'quick_wins', 'cohort_relations', 'move_decisions', 'notifications');

SELECT 'core tables intact' AS "group", 'campaigns' AS name, CASE WHEN count(*) = 40 THEN 'PASS' ELSE 'FAIL' END AS result FROM campaigns
UNION ALL
SELECT 'core tables intact', 'moves', CASE WHEN count(*) = 400 THEN 'PASS' ELSE 'FAIL' END FROM moves
UNION ALL
SELECT 'core tables intact', 'cohorts', CASE WHEN count(*) = 120 THEN 'PASS' ELSE 'FAIL' END FROM cohorts;

SELECT 'foreign key integrity' AS "group", 'no recommendation without an agent' AS name, CASE WHEN count(*) = 0 THEN 'PASS' ELSE 'FAIL' END AS result
FROM agent_recommendations r WHERE NOT EXISTS (SELECT FROM agents a WHERE a.id = r.agent_id)
UNION ALL
SELECT 'foreign key integrity', 'every constraint is validated', CASE WHEN bool_and(convalidated) THEN 'PASS' ELSE 'FAIL' END
FROM pg_constraint WHERE contype = 'f';

SELECT 'policies active' AS "group", 'recommendations' AS name, CASE WHEN relrowsecurity THEN 'PASS' ELSE 'FAIL' END AS result
FROM pg_class WHERE oid = 'agent_recommendations'::regclass
UNION ALL
SELECT 'policies active', 'competitors', CASE WHEN relrowsecurity THEN 'PASS' ELSE 'FAIL' END
FROM pg_class WHERE oid = 'competitors'::regclass;
