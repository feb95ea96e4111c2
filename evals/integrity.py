"""Holds every answer to the three laws, whatever the set expects of it.

Quotes stand at their offsets, evidence is the user's own words, the first sentence is short and
the words of an authorization appear in quotes only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from evals.scoring import Miss, quotes_in
from evals.service import Answer, Turn

FIRST_SENTENCE_LIMIT = 140

FAULTS = ("unverified_quote", "evidence", "first_sentence", "forbidden_word")

_FORBIDDEN = re.compile(
    r"(?<!non-)(?<!non_)\b(approved|denied|covered|will pay|guaranteed)\b", re.IGNORECASE
)
_QUOTATION = re.compile(r"“[^”]*”|\"[^\"]*\"|^>.*$", re.MULTILINE)
_MARKER = re.compile(r"\s*\[\d+\]")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


def faults_of(
    conversation_id: str, turns: Sequence[Turn], text_of: Callable[[str], str]
) -> tuple[Miss, ...]:
    """Every fault in any answer of a conversation, named by the fields in `FAULTS`."""
    messages = {turn.answer["turn_id"]: turn.message for turn in turns}
    return tuple(
        Miss(conversation_id, field, expected, got)
        for turn in turns
        for field, expected, got in (
            *_unverified(turn.answer, text_of),
            *_without_evidence(turn.answer, messages),
            *_long_opening(turn.answer),
            *_forbidden(turn.answer),
        )
    )


def first_sentence(answer: str) -> str:
    """The opening sentence as a reader sees it: no Markdown, no citation markers.

    >>> first_sentence("**Criteria met** under I.E.8.a [1]. More follows.")
    'Criteria met under I.E.8.a.'
    """
    line = _MARKER.sub("", answer.strip().split("\n", 1)[0]).replace("*", "").lstrip("# ")
    end = _SENTENCE_END.search(line)
    return line[: end.end()] if end else line


def _unverified(answer: Answer, text_of: Callable[[str], str]) -> Iterator[tuple[str, str, str]]:
    for citation in _citations(answer):
        start, end = citation["start"], citation["end"]
        stands = text_of(citation["policy_id"])[start:end]
        if not citation["quote"] or stands != citation["quote"]:
            yield "unverified_quote", f"[{start}:{end}] {stands}", citation["quote"]


def _citations(part: Any) -> Iterator[Mapping[str, Any]]:
    """Every citation anywhere in an answer: also those of criteria, codes and readings."""
    if isinstance(part, Mapping):
        if {"policy_id", "quote", "start", "end"} <= part.keys():
            yield part
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from _citations(inner)


def _without_evidence(answer: Answer, messages: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for fact in answer["facts"]:
        evidence = fact["evidence"] or {}
        message = messages.get(evidence.get("turn_id", ""), "")
        stands = message[evidence.get("start", 0) : evidence.get("end", 0)]
        if not stands or stands != evidence["text"]:
            yield "evidence", f"{fact['name']}: {stands!r}", str(evidence.get("text"))


def _long_opening(answer: Answer) -> Iterator[tuple[str, str, str]]:
    opening = first_sentence(answer["answer"])
    if not 0 < len(opening) <= FIRST_SENTENCE_LIMIT:
        yield "first_sentence", f"1 to {FIRST_SENTENCE_LIMIT} characters", opening


def _forbidden(answer: Answer) -> Iterator[tuple[str, str, str]]:
    own_words = answer["answer"]
    for quote in sorted(quotes_in(answer), key=len, reverse=True):
        own_words = own_words.replace(quote, "")
    for citation in answer["citations"]:
        for heading in citation["section"]:
            own_words = own_words.replace(heading, "")
    for found in _FORBIDDEN.finditer(_QUOTATION.sub("", own_words)):
        yield "forbidden_word", "in quotes only", found.group()
