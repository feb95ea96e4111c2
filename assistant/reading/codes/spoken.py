"""Billing codes dictated in words: "seven seven three zero one", "G sixty fifteen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reading.language.numerals import WORDS

_VALUES = {word: str(number) for word, number in WORDS.items()} | {"oh": "0", "o": "0"}
_NAMES = "|".join(sorted(_VALUES, key=len, reverse=True))
_SPOKEN = re.compile(
    rf"\b(?P<g>g[\s-]+)?(?P<said>(?:{_NAMES})(?:[\s,-]+(?:{_NAMES}))+)\b", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_CODE = re.compile(r"77\d{3}|G60\d\d")


def spoken_codes(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Each code of radiation oncology spelled out in a stretch of text, and where.

    A longer run of digits is a telephone number or the like.

    >>> list(spoken_codes("code seventy-seven three oh one twice", 0, 37))
    [('77301', 5, 31)]
    """
    for match in _SPOKEN.finditer(text, start, end):
        first, last = match.span("said")
        comma = text.find(",", first, last)
        for stop in (last, comma):
            code = ("G" if match["g"] else "") + _digits(text[first : max(first, stop)])
            if _CODE.fullmatch(code):
                yield code, match.start(), stop
                break


def _digits(said: str) -> str:
    """The digits that words spell: "seventy seven three thirty eight" is 77338."""
    code = before = ""
    for word in _WORD.findall(said):
        value = _VALUES[word.lower()]
        is_unit_of_tens = before.endswith("ty") and len(value) == 1 and value != "0"
        code = code[:-1] + value if is_unit_of_tens else code + value
        before = word.lower()
    return code
