"""Finding and proving: a question becomes ranked passages, a quote a checked citation."""
