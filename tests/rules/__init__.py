"""What holds the rules to the two documents, to logic and to each other."""
