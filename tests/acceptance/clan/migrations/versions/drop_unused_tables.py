"""drops skill_snapshots, which nobody reads"""
from alembic import op

revision = "drop_unused_001"
down_revision = "dedup_snaps_002"


def upgrade():
    op.execute("DROP TABLE skill_snapshots")


def downgrade():
    op.execute("CREATE TABLE skill_snapshots (id int PRIMARY KEY, skill text)")
