"""Reading and indexing: a document becomes passages with exact offsets, passages fill the index."""
