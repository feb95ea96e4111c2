"""Findings still to come: "if the biopsy shows osteosarcoma" says that nobody knows it yet.

A question supposes a case to ask about: "is IMRT covered if the biopsy shows osteosarcoma?".
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, Token

from assistant.reading.assertion.scopes import Scope, scope_of

_WORDS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
_IF, _WHEN, _WORK_UP, _FINDS = (
    frozenset(_WORDS[name]) for name in ("if", "when", "work_up", "finds")
)
_FINDS_WITH = frozenset(tuple(phrase.split()) for phrase in _WORDS["finds_with"])
_ENDS = frozenset((",", ";", ":", "—", "–", "then", "we", "will", "would", "i", "plan", "imrt"))
_BETWEEN = 9  # words between the condition and what is found
_REACH = 10  # words of the finding


def awaited_findings(doc: Doc) -> Iterator[Scope]:
    """A scope of doubt over each finding that a work-up has yet to make."""
    for token in doc:
        word = token.lower_
        if (word in _IF or word in _WHEN) and token.sent[-1].text != "?":
            verb = _verb(token)
            if verb is not None:
                end = _end(doc, verb + 1)
                yield scope_of("possible", doc[token.i : verb + 1], doc[verb + 1 : end])


def _verb(condition: Token) -> int | None:
    """The word that makes the finding, a few words behind the one that opens the condition."""
    doc, is_work_up = condition.doc, condition.lower_ in _IF
    last = min(condition.sent.end - 1, condition.i + 1 + _BETWEEN)
    for i in range(condition.i + 1, last):
        word = doc[i].lower_
        if word in {",", ";"}:
            return None
        if is_work_up and (word in _FINDS or (word, doc[i + 1].lower_) in _FINDS_WITH):
            return i
        is_work_up = is_work_up or word in _WORK_UP
    return None


def _end(doc: Doc, start: int) -> int:
    last = min(doc[start - 1].sent.end, start + _REACH)
    return next((i for i in range(start, last) if doc[i].lower_ in _ENDS), last)
