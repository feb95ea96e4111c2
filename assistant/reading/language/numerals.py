"""Numbers in words: what "twenty-five" or "a quarter" amounts to."""

from __future__ import annotations

from decimal import Decimal

_NAMES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen",
    "twenty thirty forty fifty sixty seventy eighty ninety",
)
_UNITS, _TENS = (names.split() for names in _NAMES)

WORDS = {word: number for number, word in enumerate(_UNITS)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
"""Cardinal words up to ninety, each with its number."""

FRACTIONS = {
    "half": Decimal(50),
    "halves": Decimal(50),
    "third": Decimal("33.3"),
    "thirds": Decimal("33.3"),
    "quarter": Decimal(25),
    "quarters": Decimal(25),
    "fifth": Decimal(20),
    "fifths": Decimal(20),
    "tenth": Decimal(10),
    "tenths": Decimal(10),
}
"""Percent that one part stands for; a third is rounded and counts as "about"."""


def number_in_words(words: list[str]) -> tuple[int, int] | None:
    """The number that the first words spell, and how many words it takes; `None` if none.

    >>> number_in_words(["twenty", "five", "percent"])
    (25, 2)
    >>> number_in_words(["one", "hundred"])
    (100, 2)
    >>> number_in_words(["percent"])
    """
    if not words or words[0] not in WORDS:
        return None
    value, taken = WORDS[words[0]], 1
    if value >= 20 and len(words) > 1 and 0 < WORDS.get(words[1], 0) < 10:
        value, taken = value + WORDS[words[1]], 2
    if value == 1 and len(words) > taken and words[taken] == "hundred":
        value, taken = 100, 2
    return value, taken
