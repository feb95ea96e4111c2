"""A message as it was meant to be typed; the evidence stays in the user's own characters."""
