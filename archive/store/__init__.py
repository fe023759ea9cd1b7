"""The archive on disk: schema, writing and reading. The only room with SQL for records.

- `file`: the SQLite file, its tables and its index.
- `rows`: a page as the tables hold it.
- `reading`, `writing`: what is read of an archive, and what comes in and goes out.
"""
