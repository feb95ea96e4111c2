"""Corpus, quotes and search are held to the documents."""
