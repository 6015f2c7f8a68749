"""The team's own verification: one line for each finding, exit code 1 when one is wrong."""
import os
import sys

import psycopg

failures = 0
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    def check(name, query):
        global failures
        right = connection.execute(query).fetchone()[0]
        failures += 0 if right else 1
        print(f"{'OK' if right else 'FAILED'}: {name}")

    check("every phase has a name", "SELECT count(*) = count(name) FROM project_phases")
    check("no phase ends before it starts", "SELECT count(*) = 0 FROM project_phases WHERE end_date < start_date")
    outside = connection.execute(
        "SELECT count(*) FROM resource_assignments a WHERE NOT EXISTS (SELECT FROM project_phases p"
        " WHERE p.project_id = a.project_id AND a.assignment_date BETWEEN p.start_date AND p.end_date)"
    ).fetchone()[0]
    if outside > 0:
        print(f"WARNING: {outside} assignments lie outside every phase")
sys.exit(1 if failures else 0)
