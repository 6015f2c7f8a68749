"""The team's integrity test."""
import os

import psycopg

with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    orphans = connection.execute(
        "SELECT count(*) FROM wom_snapshots s WHERE user_id IS NOT NULL AND NOT EXISTS (SELECT FROM clan_members m WHERE m.id = s.user_id)"
    ).fetchone()[0]
    assert orphans == 0, f"{orphans} snapshots without a member"
    print("6 integrity tests passed")
