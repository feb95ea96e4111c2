"""The migrations; each file leads from one schema to the next and back."""
