"""The parts of a message that may each ask something of their own, at the message's offsets.

Sentences, cut further where "and", "also" or a comma leads to another question ("what is the
limit, and when was it lowered?"), or where "and" joins two things asked for by one verb ("read me
the criteria and the disclaimer").
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from assistant.reading.language.tokens import sentences
from assistant.reading.mentions import Evidence
from assistant.reading.questions.parts import CUES


@dataclass(frozen=True)
class AskedPart:
    """Words of a message that may be a question.

    `shares_verb`: it has no verb of its own, as "the disclaimer" in "read me the criteria and the
    disclaimer". `points_back`: it says "it" or "they" of what the part before it names.
    """

    words: Evidence
    shares_verb: bool = False
    points_back: bool = False


def asked_parts(doc: Doc) -> list[AskedPart]:
    """The parts in their order; a message of one question is one part."""
    found = []
    for sentence in sentences(doc):
        start = sentence.start
        shares_verb = False
        for cut, behind, has_verb in _cuts(sentence):
            found.append(_part(doc[start:cut], shares_verb=shares_verb))
            start, shares_verb = behind, not has_verb
        found.append(_part(doc[start : sentence.end], shares_verb=shares_verb))
    return [part for part in found if part.words.text]


def _cuts(sentence: Span) -> Iterator[tuple[int, int, bool]]:
    """Where a sentence is cut, where its next part begins, and whether that has a verb."""
    words, doc = _words(), sentence.doc
    shares = sentence[0].norm_ in words["sharing"] if len(sentence) else False
    for token in sentence[1:-1]:
        if token.lower_ not in words["joining"] or token.nbor(-1).lower_ in words["joining"]:
            continue
        behind = token.i + 1
        while behind < sentence.end - 1 and doc[behind].lower_ in words["leading"]:
            behind += 1
        if _opens(doc, behind, sentence.end):
            yield token.i, behind, True
        elif shares and token.lower_ in {"and", "&"}:
            yield token.i, behind, False


def _opens(doc: Doc, at: int, end: int) -> bool:
    """Whether a question opens there: "which", "from which", "is there"."""
    words = _words()
    if doc[at].lower_ in words["before_asking"] and at + 1 < end:
        at += 1
        return doc[at].lower_ in words["asking"]
    if doc[at].lower_ in words["asking"]:
        return True
    if doc[at].norm_ not in words["turning"] or at + 1 >= end:
        return False
    told = doc[at + 1]
    return told.lower_ in words["told"] or told.is_digit or doc[at - 1].text == ":"


def _part(span: Span, *, shares_verb: bool) -> AskedPart:
    text = span.text.strip()
    start = span.start_char + len(span.text) - len(span.text.lstrip())
    points_back = any(token.lower_ in _words()["pointing"] for token in span)
    return AskedPart(Evidence(start, start + len(text), text), shares_verb, points_back)


@cache
def _words() -> dict[str, frozenset[str]]:
    tables = tomllib.loads(CUES.read_text(encoding="utf-8"))["parts"]
    return {name: frozenset(words) for name, words in tables.items()}
