"""A page as the tables hold it, made in any process: its articles, and what tells them apart."""
