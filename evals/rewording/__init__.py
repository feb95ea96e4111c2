"""Rewordings that must not change a result: the same case said in slightly other words."""
