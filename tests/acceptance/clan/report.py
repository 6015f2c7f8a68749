"""The team's report: by name before the migration, by id after it."""
import os

import psycopg

with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    rows = connection.execute(
        "SELECT m.username, max(s.total_xp) FROM clan_members m JOIN wom_snapshots s ON s.username = m.username GROUP BY 1 ORDER BY 2 DESC"
    ).fetchall()
    print(f"{len(rows)} members in the report")
