"""Policies of Louisiana Healthcare Connections."""
