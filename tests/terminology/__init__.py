"""Tests of the terminology."""
