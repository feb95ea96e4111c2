"""The words of a message: tokens, sentences and clauses, normal forms, numbers in words."""
