"""Evals: gold conversations and retrieval questions, played through the real API and scored."""
