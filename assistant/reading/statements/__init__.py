"""Facts that a message states in words: yes or no, a choice, a stage."""
