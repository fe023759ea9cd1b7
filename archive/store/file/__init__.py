"""The SQLite file: its tables and index, how it is opened, checked and copied, whose turn it is."""
