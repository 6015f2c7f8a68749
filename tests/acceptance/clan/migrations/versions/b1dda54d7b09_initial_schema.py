"""initial schema"""
revision = "b1dda54d7b09"
down_revision = None


def upgrade():
    pass


def downgrade():
    pass
