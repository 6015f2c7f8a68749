"""the schema as it stands"""
revision = "976e6adbac6f"
down_revision = None


def upgrade():
    pass


def downgrade():
    pass
