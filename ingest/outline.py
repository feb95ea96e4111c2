"""Outlines (I, A, 1, a) told apart by the sequence of their enumerators.

Indentation is not read: page breaks tear it. An enumerator that continues a list stands in that
list, the innermost first; a "1" of a new style opens a list under the item before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.lines import Line, plain

_ENUMERATED = re.compile(r"(?:[-•*–]\s+)?(\()?([A-Za-z]|[IVXLivxl]{1,6}|\d{1,2})([.)])\s+(?=\S)")
_ROMAN = re.compile(r"(?=.)(x{0,3})(ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True)
class Item:
    """An outline item: its full label, its own words, and its ancestors' words for the path."""

    label: str
    line: Line
    ancestors: tuple[str, ...]


@dataclass(frozen=True)
class _Level:
    style: str
    ordinal: int
    token: str
    words: str


@dataclass
class Outline:
    """The place reached in one section's outline."""

    _levels: list[_Level] = field(default_factory=list)

    def item(self, line: Line) -> Item | None:
        """The item a line is, `None` for a line without an enumerator that fits the sequence."""
        match = _ENUMERATED.match(line.text)
        if match is None:
            return None
        opening, token, closing = match.groups()
        readings = [(f"{opening or ''}{style}{closing}", n) for style, n in readings_of(token)]
        place = self._place(readings)
        if place is None:
            return None
        depth, style, ordinal = place
        own = line.part(match.end())
        words = plain(f"{token}. {own.text}")
        ancestors = self._levels[:depth]
        self._levels = [*ancestors, _Level(style, ordinal, token, words)]
        label = ".".join(level.token for level in self._levels)
        return Item(label, own, tuple(level.words for level in ancestors))

    def _place(self, readings: list[tuple[str, int]]) -> tuple[int, str, int] | None:
        """Depth, style and ordinal: first what continues a list, then what opens one."""
        inner_first = list(enumerate(self._levels))[::-1]
        for depth, level in inner_first:
            for style, ordinal in readings:
                if style == level.style and ordinal == level.ordinal + 1:
                    return depth, style, ordinal
        open_styles = {level.style for level in self._levels}
        for style, ordinal in readings:
            if ordinal == 1 and style not in open_styles:
                return len(self._levels), style, ordinal
        for depth, level in inner_first:
            for style, ordinal in readings:
                if style == level.style and (ordinal == 1 or ordinal > level.ordinal):
                    return depth, style, ordinal
        return None


def readings_of(token: str) -> Iterator[tuple[str, int]]:
    """Each style an enumerator can be of, with its ordinal there.

    >>> list(readings_of("I"))
    [('upper roman', 1), ('upper letter', 9)]
    """
    if token.isdigit():
        yield "number", int(token)
        return
    case = "upper" if token.isupper() else "lower"
    if token in (token.upper(), token.lower()) and _ROMAN.fullmatch(token.lower()):
        yield f"{case} roman", roman(token.lower())
    if len(token) == 1:
        yield f"{case} letter", ord(token.lower()) - ord("a") + 1


def roman(numeral: str) -> int:
    """The value of a lower-case Roman numeral up to 39.

    >>> roman("xiv")
    14
    """
    values = [_VALUES[each] for each in numeral]
    following = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, following, strict=True))
