"""Other case of letters: typed on a phone, dictated in capitals, headed like a title."""

from __future__ import annotations

import random
import re

_MEANS_BY_CASE = re.compile(r"\b(ALL|AS|AM|CAN|CUP|IM|IT|OR|US|RT|LT|PT|MM|SCAN)\b")
"""Abbreviations that in small letters are other words."""


def in_lower_case(turn: str, draw: random.Random) -> str:  # noqa: ARG001 one shape for all kinds
    """All letters small, unless an abbreviation would become another word."""
    return turn if _MEANS_BY_CASE.search(turn) else turn.lower()


def in_capitals(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """All letters large, as dictation systems print."""
    return turn.upper()


def in_title_case(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """Each word with a large first letter; abbreviations stay.

    >>> in_title_case("prostate cancer, IMRT", random.Random(0))
    'Prostate Cancer, IMRT'
    """
    return re.sub(r"(?<![\w'’.])[a-z](?=[a-z]{2,})", lambda letter: letter[0].upper(), turn)
