"""phases get a name of the user's own instead of a fixed type"""
from alembic import op

revision = "92023c163a26"
down_revision = "976e6adbac6f"


def upgrade():
    op.execute("ALTER TABLE project_phases ADD COLUMN name text")
    op.execute("UPDATE project_phases SET name = initcap(phase_type::text)")
    op.execute("ALTER TABLE project_phases ALTER COLUMN name SET NOT NULL")
    op.execute("ALTER TABLE project_phases DROP COLUMN phase_type")
    op.execute("DROP TYPE phase_type")
    op.execute("CREATE INDEX project_phases_by_date ON project_phases (project_id, start_date, end_date)")


def downgrade():
    op.execute("DROP INDEX project_phases_by_date")
    op.execute("CREATE TYPE phase_type AS ENUM ('planning', 'execution')")
    op.execute("ALTER TABLE project_phases ADD COLUMN phase_type phase_type")
    op.execute("UPDATE project_phases SET phase_type = lower(name)::phase_type")
    op.execute("ALTER TABLE project_phases ALTER COLUMN phase_type SET NOT NULL")
    op.execute("ALTER TABLE project_phases DROP COLUMN name")
