"""What is read of an archive: articles, entities, quotations, weather, inputs, each by filters."""
