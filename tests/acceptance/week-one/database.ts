/** The database of the team `week-one` before its migration: 52 tables, 38 foreign keys, 16 policies, three schemas in conflict. */

/** The nine tables that nobody uses; three of their foreign keys lead among themselves. */
export const UNUSED_TABLES = [
  'quests',
  'quest_moves',
  'quest_milestones',
  'capability_nodes',
  'maneuver_prerequisites',
  'quick_wins',
  'cohort_relations',
  'move_decisions',
  'notifications',
] as const

/** Tables of the workspaces' own data: each belongs to a workspace, and the first sixteen show their rows to it alone. */
const WORKSPACE_TABLES = [
  'assets',
  'audiences',
  'brand_guides',
  'briefs',
  'budgets',
  'calendars',
  'channels',
  'cohorts',
  'comments',
  'contacts',
  'content_pieces',
  'deals',
  'documents',
  'experiments',
  'exports',
  'feedback',
  'files',
  'forecasts',
  'goals',
  'imports',
  'insights',
  'integrations',
  'invoices',
  'jobs',
  'keywords',
  'leads',
  'messages',
  'metrics',
  'notes',
  'personas',
  'plays',
  'reports',
  'tasks',
] as const

const ROWS_EACH = 120

/** 3 + 4 tables stand beside the workspaces' own: 43 that stay, with the three in conflict. */
const CORE = `
  CREATE TABLE workspaces (id int PRIMARY KEY, name text NOT NULL);
  CREATE TABLE users (id int PRIMARY KEY, workspace_id int NOT NULL REFERENCES workspaces, email text NOT NULL UNIQUE);
  CREATE TABLE agents (id int PRIMARY KEY, name text NOT NULL);
  CREATE TABLE campaigns (id int PRIMARY KEY, name text NOT NULL, spent numeric(12, 2) NOT NULL);
  CREATE TABLE moves (id int PRIMARY KEY, campaign_id int NOT NULL REFERENCES campaigns, done_at timestamptz);
  CREATE TABLE industries (id int PRIMARY KEY, name text NOT NULL);
  CREATE TABLE sessions (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), opened_at timestamptz NOT NULL);
  INSERT INTO workspaces SELECT i, 'workspace ' || i FROM generate_series(1, 12) i;
  INSERT INTO users SELECT i, 1 + i % 12, 'user' || i || '@example.org' FROM generate_series(1, 60) i;
  INSERT INTO agents SELECT i, 'agent ' || i FROM generate_series(1, 8) i;
  INSERT INTO campaigns SELECT i, 'campaign ' || i, i * 17.35 FROM generate_series(1, 40) i;
  INSERT INTO moves SELECT i, 1 + i % 40, timestamptz '2024-01-01' + i * interval '1 hour' FROM generate_series(1, 400) i;
  INSERT INTO industries SELECT i, 'industry ' || i FROM generate_series(1, 5) i;
  INSERT INTO sessions (opened_at) SELECT timestamptz '2024-01-01' + i * interval '1 minute' FROM generate_series(1, 50) i;
`

/** The conflict: two branches created these tables differently, and the code expects columns that are not there. */
const CONFLICTING = `
  CREATE TABLE agent_recommendations (id int PRIMARY KEY, agent_id int NOT NULL, advice text NOT NULL);
  CREATE TABLE agent_trust_scores (id int PRIMARY KEY, agent_id int NOT NULL, score numeric(5, 2) NOT NULL);
  CREATE TABLE competitors (id int PRIMARY KEY, name text NOT NULL, industry text NOT NULL);
  INSERT INTO agent_recommendations SELECT i, 1 + i % 8, 'advice ' || i FROM generate_series(1, 200) i;
  INSERT INTO agent_trust_scores SELECT i, 1 + i % 8, i % 100 + 0.25 FROM generate_series(1, 150) i;
  INSERT INTO competitors SELECT i, 'competitor ' || i, 'industry ' || (1 + i % 5) FROM generate_series(1, 30) i;
`

const UNUSED = `
  CREATE TABLE quests (id int PRIMARY KEY, title text);
  CREATE TABLE quest_moves (id int PRIMARY KEY, quest_id int REFERENCES quests);
  CREATE TABLE quest_milestones (id int PRIMARY KEY, quest_id int REFERENCES quests);
  CREATE TABLE capability_nodes (id int PRIMARY KEY, label text);
  CREATE TABLE maneuver_prerequisites (id int PRIMARY KEY, node_id int REFERENCES capability_nodes);
  CREATE TABLE quick_wins (id int PRIMARY KEY, label text);
  CREATE TABLE cohort_relations (id int PRIMARY KEY, label text);
  CREATE TABLE move_decisions (id int PRIMARY KEY, label text);
  CREATE TABLE notifications (id int PRIMARY KEY, label text);
  INSERT INTO quests SELECT i, 'quest ' || i FROM generate_series(1, 10) i;
  INSERT INTO quest_moves SELECT i, i FROM generate_series(1, 10) i;
`

/** SQL that makes the whole database. */
export function weekOneDatabase(): string {
  return [CORE, CONFLICTING, UNUSED, ...WORKSPACE_TABLES.map(workspaceTable)].join('\n')
}

function workspaceTable(name: string, index: number): string {
  const policy =
    index < 16
      ? `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;
         CREATE POLICY own_workspace ON ${name} USING (workspace_id = current_setting('app.workspace', true)::int);`
      : ''
  return `
    CREATE TABLE ${name} (id int PRIMARY KEY, workspace_id int NOT NULL REFERENCES workspaces, body text);
    INSERT INTO ${name} SELECT i, 1 + i % 12, '${name} ' || i FROM generate_series(1, ${ROWS_EACH}) i;
    ${policy}`
}
