"""Policies of Blue Cross and Blue Shield of North Carolina."""
