"""The team's pipeline: harvests a snapshot, reports, exports."""
import json
import os

import psycopg

with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    connection.execute("INSERT INTO wom_snapshots SELECT max(snapshot_id) + 1, 'member1', now(), 1, 1 FROM wom_snapshots")
    members = connection.execute("SELECT count(*) FROM clan_members WHERE id IS NOT NULL").fetchone()[0]
    print(json.dumps({"members": members}))
