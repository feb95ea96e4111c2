"""Alembic's home: `env.py` says how migrations run, `versions/` holds them, oldest first."""
