"""Doses, shares and small numbers written in another of the usual ways."""

from __future__ import annotations

import random
import re
from decimal import Decimal

from assistant.reading.language.numerals import WORDS

_DOSE = re.compile(r"(?<![\d.,/-])(\d{1,2}(?:\.\d)?) ?Gy\b(?! ?[/x(])")
_PERCENT = re.compile(r"(?<=\d) ?%")
_SMALL = re.compile(
    r"(?<![\d.,/$:>=<≥~-])(\d{1,2})(?= ?(?:%|percent\b|points\b|percentage points\b|[- ]years?\b))"
    r"(?! ?%?(?:-\d|/))(?! ?%? to )"
)
_NAMES = {number: name for name, number in WORDS.items()}


def in_centigray(turn: str, draw: random.Random) -> str:  # noqa: ARG001 one shape for all kinds
    """Doses in cGy: 4000 cGy is 40 Gy.

    >>> in_centigray(">=40Gy and 50.4 Gy", random.Random(0))
    '>=4000 cGy and 5040 cGy'
    """
    return _DOSE.sub(lambda found: f"{Decimal(found[1]) * 100:.0f} cGy", turn)


def in_gray(turn: str, draw: random.Random) -> str:
    """The unit written otherwise: with or without a space, in another case, as a word."""
    unit = draw.choice((" Gy", "Gy", " gy", "gy", " GY", " gray", " Gray", " grays", " Gys"))
    return _DOSE.sub(lambda found: found[1] + unit, turn)


def in_percent(turn: str, draw: random.Random) -> str:
    """The percent sign written otherwise: set apart or as a word."""
    return _PERCENT.sub(draw.choice((" %", " percent", " per cent", " pct", "percent")), turn)


def in_words(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """Whole percents, points and years as words, as dictation writes them.

    >>> in_words("25% of a 58-year-old", random.Random(0))
    'twenty-five percent of a fifty-eight-year-old'
    """
    spelled = _SMALL.sub(lambda found: _in_words(int(found[1])), turn)
    return re.sub(r"(?<=[a-z]) ?%", " percent", spelled)


def _in_words(number: int) -> str:
    if number in _NAMES:
        return _NAMES[number]
    return f"{_NAMES[number // 10 * 10]}-{_NAMES[number % 10]}"
