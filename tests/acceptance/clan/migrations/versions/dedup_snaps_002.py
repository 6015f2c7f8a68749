"""snapshots are unique"""
revision = "dedup_snaps_002"
down_revision = "add_indexes_001"


def upgrade():
    pass


def downgrade():
    pass
