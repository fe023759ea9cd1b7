"""One module a command: it asks the archive and hands the records to a view or a writer."""
