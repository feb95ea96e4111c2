"""Findings to words: templates that say what was computed, and prove each step with a quote."""
