"""Diagnoses as reviewable data: names, abbreviations and codes to tumor type, site, origin."""
