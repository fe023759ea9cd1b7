"""The archive on disk: schema, writing and reading. The only room with SQL for records."""
