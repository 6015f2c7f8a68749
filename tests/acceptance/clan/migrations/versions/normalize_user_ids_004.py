"""members get ids, and what names a member points to one"""
from alembic import op

revision = "normalize_user_ids_004"
down_revision = "add_missing_indexes_003"


def upgrade():
    op.execute("UPDATE clan_members m SET id = n.id FROM (SELECT username, row_number() OVER (ORDER BY username) AS id FROM clan_members) n WHERE n.username = m.username")
    op.execute("UPDATE wom_snapshots s SET user_id = m.id FROM clan_members m WHERE m.username = s.username")
    op.execute("UPDATE discord_messages d SET user_id = m.id FROM clan_members m WHERE m.username = d.author")
    op.execute("UPDATE boss_snapshots SET wom_snapshot_id = substring(snapshot_key FROM 5)::int")
    op.execute("ALTER TABLE wom_snapshots ADD FOREIGN KEY (user_id) REFERENCES clan_members (id)")
    op.execute("ALTER TABLE discord_messages ADD FOREIGN KEY (user_id) REFERENCES clan_members (id)")
    op.execute("ALTER TABLE boss_snapshots ADD FOREIGN KEY (wom_snapshot_id) REFERENCES wom_snapshots")
    op.execute("CREATE INDEX wom_snapshots_user ON wom_snapshots (user_id)")


def downgrade():
    op.execute("DROP INDEX wom_snapshots_user")
    for table, column in (("boss_snapshots", "wom_snapshot_id"), ("discord_messages", "user_id"), ("wom_snapshots", "user_id")):
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {table}_{column}_fkey")
        op.execute(f"UPDATE {table} SET {column} = NULL")
    op.execute("UPDATE clan_members SET id = NULL")
