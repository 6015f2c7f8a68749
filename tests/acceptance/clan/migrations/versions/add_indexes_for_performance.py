"""indexes for performance"""
revision = "add_indexes_001"
down_revision = "b1dda54d7b09"


def upgrade():
    pass


def downgrade():
    pass
