"""Marks, spaces and lines as meant: from other programs, dictation and folded mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from assistant.reading.mending.known import is_read

Change = tuple[int, int, str]
"""The stretch `message[start:end]` and what is meant by it."""

ONE_FOR_ONE = str.maketrans(
    "\u00a0\u2007\u202f\u2009\u2010\u2011\u2019\u2018\u201c\u201d", "    --''\"\""
)
"""Spaces that do not break, hyphens and quotation marks, each for its plain form."""

_ENTITY = re.compile(r"&(?:nbsp|lt|gt|le|ge|amp|quot|apos|#39|#160|ndash|mdash|rsquo|lsquo);")
_COMMA = re.compile(r"(?<=[\w)%]) comma(?= \w)", re.IGNORECASE)
_POINT = re.compile(r"(?<=[\w)%]) (?:period|full stop)(?=\s|$)", re.IGNORECASE)
_COLON = re.compile(
    r"(?<=\w) colon(?! (?:ca|can\w*|adeno\w*|carc\w*|tum\w*|mass|polyps?|resect\w*|met\w*|surg\w*"
    r"|and|or|is|was|with|at|s)\b)(?= \w)",
    re.IGNORECASE,
)
_OF_THE_BOWEL = re.compile(
    r"\b(?:of|the|in|to|from|sigmoid|transverse|ascending|descending|left|right|with|and|or"
    r"|primary|metastatic|distal|proximal)$",
    re.IGNORECASE,
)
_SPAN_OF_TIME = re.compile(
    r"(?:\b(?:a|an|the|this|that|same|time|global|day|days|week|month|year|grace|follow-?up|waiting"
    r"|billing|treatment|which|each|every|per|reporting)|-day)$",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"(?<![\w'.-])(?:[a-z] ){2,}[a-z](?![\w'-])")
_DOUBLED = re.compile(r"(?<![\w'-])([a-z]{2,}) \1(?![\w'-])", re.IGNORECASE)
_MEANT_TWICE = frozenset({"no", "yes", "very", "had", "that", "bye", "yeah", "ha", "so"})
_GAP = re.compile(r"(?<=\S)( +)(?=\S)")
_MOSTLY = 0.9
_FOLDED = re.compile(r"(?<=[^\s|])\r?\n(?=[^\s|•*#-])")
_SHORTEST_FOLDED = 60


def changes_of_marks(text: str) -> Iterator[Change]:
    """What marks, spaces and lines of the text are to be read as."""
    if "&" in text:
        entities = ((one.span(), unescape(one[0])) for one in _ENTITY.finditer(text))
        yield from ((*span, mark.translate(ONE_FOR_ONE)) for span, mark in entities)
    yield from _spoken_marks(text)
    yield from _spelled_letters(text)
    yield from _doubled_words(text)
    yield from _doubled_spaces(text)
    yield from _folded_lines(text)


def _spoken_marks(text: str) -> Iterator[Change]:
    """Marks that a dictation wrote out; "period" and "colon" are more often words than marks."""
    commas = [one.span() for one in _COMMA.finditer(text)]
    yield from ((start, end, ",") for start, end in commas)
    points = [one for one in _POINT.finditer(text) if not _SPAN_OF_TIME.search(text[: one.start()])]
    is_dictated = bool(commas or len(points) > 1)
    for one in points:
        if is_dictated or not text[one.end() :].strip():
            yield *one.span(), "."
    for one in _COLON.finditer(text):
        if is_dictated and not _OF_THE_BOWEL.search(text[: one.start()]):
            yield *one.span(), ":"


def _spelled_letters(text: str) -> Iterator[Change]:
    """Abbreviations spoken letter by letter: "i m r t", "a g b m"."""
    for one in _LETTERS.finditer(text):
        start = one.start() if is_read(one[0].replace(" ", "")) else one.start() + 2
        joined = text[start : one.end()].replace(" ", "")
        if len(joined) > 2 and is_read(joined):
            yield start, one.end(), joined


def _doubled_words(text: str) -> Iterator[Change]:
    for one in _DOUBLED.finditer(text):
        if one[1].lower() not in _MEANT_TWICE:
            yield one.end(1), one.end(), ""


def _doubled_spaces(text: str) -> Iterator[Change]:
    """Gaps of a message that has two spaces everywhere; in a table they part the columns."""
    gaps = list(_GAP.finditer(text))
    wide = [gap for gap in gaps if len(gap[0]) > 1]
    if len(wide) > _MOSTLY * len(gaps):
        yield from ((gap.start() + 1, gap.end(), "") for gap in wide)


def _folded_lines(text: str) -> Iterator[Change]:
    """Line breaks where the next word would not have fitted into the line."""
    breaks = list(_FOLDED.finditer(text))
    lines = text.splitlines()
    width = max(map(len, lines), default=0)
    if not breaks or width < _SHORTEST_FOLDED:
        return
    for one in breaks:
        length = one.start() - (text.rfind("\n", 0, one.start()) + 1)
        first = text[one.end() :].split(maxsplit=1)[0]
        if length >= _SHORTEST_FOLDED and length + 1 + len(first) > width:
            yield one.start(), one.end(), " "
