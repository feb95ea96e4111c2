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
        code = "G" if match["g"] else ""
        before = ""
        for word in _WORD.finditer(text, match.start("said"), match.end("said")):
            value = _VALUES[word[0].lower()]
            is_unit_of_tens = before.endswith("ty") and len(value) == 1 and value != "0"
            code = code[:-1] + value if is_unit_of_tens else code + value
            before = word[0].lower()
        if _CODE.fullmatch(code):
            yield code, match.start(), match.end()
