/** The database of the team `clan` on PostgreSQL, a tenth of its size: 305 members, snapshots and messages that name users by text. */

export const BEFORE = 'dedup_snaps_002'

/** The document's counts are 305, 96,000, 586,000 and 427,557. */
export const ROWS = { members: 305, snapshots: 9_600, messages: 58_600, bosses: 42_756 } as const

export const CLAN_DATABASE = `
  CREATE TABLE clan_members (username text PRIMARY KEY, id int UNIQUE, joined date NOT NULL);
  CREATE TABLE wom_snapshots (snapshot_id int PRIMARY KEY, username text NOT NULL, taken_at timestamptz NOT NULL, total_xp bigint NOT NULL, user_id int);
  CREATE TABLE discord_messages (message_id int PRIMARY KEY, author text NOT NULL, sent_at timestamptz NOT NULL, user_id int);
  CREATE TABLE boss_snapshots (boss_id int PRIMARY KEY, snapshot_key text NOT NULL, kills int NOT NULL, wom_snapshot_id int);
  CREATE TABLE skill_snapshots (id int PRIMARY KEY, skill text);
  INSERT INTO clan_members SELECT 'member' || i, NULL, date '2020-01-01' + i FROM generate_series(1, ${ROWS.members}) i;
  INSERT INTO wom_snapshots SELECT i, CASE WHEN i % 100 = 0 THEN 'gone' ELSE 'member' || 1 + i % ${ROWS.members} END, timestamptz '2024-01-01' + i * interval '1 minute', i * 1000, NULL
    FROM generate_series(1, ${ROWS.snapshots}) i;
  INSERT INTO discord_messages SELECT i, CASE WHEN i % 5 < 2 THEN 'bot' || i % 7 ELSE 'member' || 1 + i % ${ROWS.members} END, timestamptz '2024-01-01' + i * interval '1 minute', NULL
    FROM generate_series(1, ${ROWS.messages}) i;
  INSERT INTO boss_snapshots SELECT i, 'snap' || 1 + i % ${ROWS.snapshots}, i % 500, NULL FROM generate_series(1, ${ROWS.bosses}) i;
  CREATE TABLE alembic_version (version_num varchar(32) PRIMARY KEY);
  INSERT INTO alembic_version VALUES ('${BEFORE}');
`
