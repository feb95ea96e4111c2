"""Question marks that doubt a diagnosis rather than ask for anything: "osteosarcoma? bx pending".

"Prostate cancer?" alone asks whether it is covered; a work-up named behind it tells a doubt.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Doc, Span, Token

from assistant.reading.assertion.scopes import Scope, scope_of
from assistant.reading.language.tokens import sentences

_WORDS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
_WORK_UP, _TISSUE, _LATER, _SETTLED, _ASKING = (
    frozenset(_WORDS[name]) for name in ("work_up", "tissue", "later", "settled", "asking")
)
_NOT_YET = frozenset(tuple(phrase.split()) for phrase in _WORDS["not_yet"])
_REACH = 4  # words that a mark before them doubts
_BEHIND = 6  # words that a mark behind them doubts
_LEADING = frozenset((",", ";", ":", "-", "(", "–"))


def doubting_marks(doc: Doc) -> Iterator[Scope]:
    """The scopes of question marks that stand for "possibly"."""
    for token in doc:
        if token.text == "?" and _leads(token):
            end = min(token.i + 1 + _REACH, len(doc))
            yield scope_of(
                "possible", doc[token.i : token.i + 1], _until_mark(doc, token.i + 1, end)
            )
    for asked, told in pairwise(sentences(doc)):
        if _is_doubted(asked, told):
            mark = doc[asked.end - 1 : asked.end]
            yield scope_of("possible", mark, _since_mark(doc, asked))


def _leads(mark: Token) -> bool:
    """Whether a mark is written before the word that it doubts: "?osteosarcoma", "(? met)"."""
    if mark.i + 1 >= len(mark.doc) or not mark.nbor().is_alpha:
        return False
    if mark.i == 0 or mark.nbor(-1).text in _LEADING:
        return True
    return not mark.whitespace_ and bool(mark.nbor(-1).whitespace_)


def _is_doubted(asked: Span, told: Span) -> bool:
    words = [token.lower_ for token in told]
    if asked[-1].text != "?" or any(token.lower_ in _ASKING for token in asked):
        return False
    if not _SETTLED.isdisjoint(words):
        return False
    is_later = not _TISSUE.isdisjoint(words) and not _LATER.isdisjoint(words)
    is_open = any(pair in _NOT_YET for pair in pairwise(words))
    return is_later or is_open or not _WORK_UP.isdisjoint(words)


def _until_mark(doc: Doc, start: int, end: int) -> Span:
    stop = next((i for i in range(start, end) if doc[i].is_punct and doc[i].text != "-"), end)
    return doc[start:stop]


def _since_mark(doc: Doc, asked: Span) -> Span:
    end = asked.end - 1
    start = end
    while start > max(asked.start, end - _BEHIND) and doc[start - 1].text not in {",", ";", ":"}:
        start -= 1
    return doc[start:end]
