"""How an archive file is told from others, and an old schema from the current one."""

SCHEMA_VERSION = 3
"""The number of migrations in `schema.py`; kept in the file as `PRAGMA user_version`."""

APPLICATION_ID = 0x6E657773
"""`news` in ASCII, in the file header, so that an archive is told from any other SQLite file."""
