"""Dates and periods: which day is the date of service, and which time a question is of."""
