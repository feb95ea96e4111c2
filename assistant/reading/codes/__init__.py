"""Billing codes, with the units, plans and days said of them."""
