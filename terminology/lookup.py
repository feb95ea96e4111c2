"""Entries by one of their names."""

from __future__ import annotations

from functools import cache

from terminology.entries import Lesion, Place, terms
from terminology.wording import phrase


def lesion(name: str) -> Lesion:
    """The histology or disease of that name; `KeyError` where the terminology has none."""
    return _lesions()[phrase(name)]


def place(name: str) -> Place:
    """The part of the body of that name; `KeyError` where the terminology has none."""
    return _places()[phrase(name)]


@cache
def _lesions() -> dict[tuple[str, ...], Lesion]:
    return {phrase(term.text): term.entry for term in terms() if isinstance(term.entry, Lesion)}


@cache
def _places() -> dict[tuple[str, ...], Place]:
    return {phrase(term.text): term.entry for term in terms() if isinstance(term.entry, Place)}
