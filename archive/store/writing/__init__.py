"""What comes into an archive and goes out of it; `write.writing` opens the transaction."""
