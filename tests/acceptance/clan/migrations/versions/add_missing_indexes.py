"""indexes that reports need"""
from alembic import op

revision = "add_missing_indexes_003"
down_revision = "drop_unused_001"


def upgrade():
    op.execute("CREATE INDEX wom_snapshots_username ON wom_snapshots (username, taken_at)")
    op.execute("CREATE INDEX discord_messages_author ON discord_messages (author, sent_at)")


def downgrade():
    op.execute("DROP INDEX discord_messages_author")
    op.execute("DROP INDEX wom_snapshots_username")
