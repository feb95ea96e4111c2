"""Lines of a document with their exact place, and drafts of the passages made from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from retriever.passages import Role

_MARKUP = re.compile(r"\*\*|[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[⁻,][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")


@dataclass(frozen=True)
class Line:
    """A line's words without surrounding blanks: `document[start:end] == text`.

    `stands_alone` is true between blank lines or at an end of the document.
    """

    start: int
    end: int
    text: str
    stands_alone: bool = False

    def part(self, begin: int, stop: int | None = None) -> Line:
        """The words from one position of this line to another, blanks trimmed."""
        piece = self.text[begin:stop]
        start = self.start + begin + len(piece) - len(piece.lstrip())
        kept = piece.strip()
        return Line(start, start + len(kept), kept)

    def cells(self) -> tuple[Line, ...]:
        """The line's cells where tabs part it; one cell where none do."""
        bounds = [0, *(m.end() for m in re.finditer("\t", self.text)), len(self.text) + 1]
        return tuple(self.part(a, b - 1) for a, b in pairwise(bounds))


@dataclass(frozen=True)
class Draft:
    """A passage before its label is made unique and its dates are known."""

    label: str
    path: tuple[str, ...]
    role: Role
    line: Line
    connective: str = ""


def lines_of(text: str) -> Iterator[Line]:
    r"""Every line that is not blank, in order.

    >>> [(line.start, line.end, line.text) for line in lines_of("one\n\n  two ")]
    [(0, 3, 'one'), (7, 10, 'two')]
    """
    raw = text.split("\n")
    offset = 0
    for number, words in enumerate(raw):
        line = Line(offset, offset + len(words), words).part(0)
        offset += len(words) + 1
        if line.text:
            above = number == 0 or not raw[number - 1].strip()
            below = number == len(raw) - 1 or not raw[number + 1].strip()
            yield Line(line.start, line.end, line.text, stands_alone=above and below)


def plain(words: str) -> str:
    """Words fit for a heading path: no reference marks, no emphasis, no closing punctuation.

    >>> plain("Breast, **any** of the following:⁴⁷")
    'Breast, any of the following'
    """
    return _MARKUP.sub("", words).strip().rstrip(":;").strip()
