"""What a message asks about: a case, a question about a document, or what is not held."""
