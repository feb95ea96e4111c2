"""Reference tables beside the policies: national knowledge, never cited as policy text."""
