"""Tests of the rewordings."""
