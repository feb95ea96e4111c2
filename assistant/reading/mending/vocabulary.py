"""The words that the reader's data holds, and the ordinary ones listed beside them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from assistant.reading.language.numerals import FRACTIONS, WORDS
from terminology import spelling

_SLIPS = Path(__file__).with_name("slips.toml")
_READING = _SLIPS.parent.parent
_WORD = re.compile(r"[a-z]+")


@cache
def written_words() -> frozenset[str]:
    """The words of the reader's data, of the terminology and of numbers."""
    written = {word for text in _texts() for word in _WORD.findall(text.lower())}
    numbers = {word for words in (WORDS, FRACTIONS) for word in words}
    return frozenset(written | numbers | {w for w in spelling.vocabulary() if w.isalpha()})


def _texts() -> Iterator[str]:
    for path in sorted(_READING.rglob("*.toml")):
        if path != _SLIPS:
            yield from _strings(tomllib.loads(path.read_text(encoding="utf-8")))


def _strings(read: Any) -> Iterator[str]:
    if isinstance(read, str):
        yield read
    elif isinstance(read, dict | list):
        for one in read.values() if isinstance(read, dict) else read:
            yield from _strings(one)


@cache
def slips_listed() -> dict[str, Any]:
    """The tables of `slips.toml`."""
    return tomllib.loads(_SLIPS.read_text(encoding="utf-8"))


@cache
def ordinary_words() -> frozenset[str]:
    """Common English and names, and what is spelled right beside the terms."""
    return frozenset(slips_listed()["ordinary"].split()) | spelling.known_words()


@cache
def joining_words() -> frozenset[str]:
    """Small words beside which a space is easily left out."""
    return frozenset(slips_listed()["joining"].split())
