"""The reader and the index are held to the documents."""
