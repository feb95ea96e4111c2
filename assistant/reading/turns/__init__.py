"""What a message does to the conversation: moves, and bare answers to the question asked."""
