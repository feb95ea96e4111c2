"""What a term means: the sentence of a document that defines it, or that at least uses it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answering.wording import listed
from assistant.draft import AnswerKind, Draft, Line
from assistant.lookup.asked import Asked, Source, lookup, said
from assistant.lookup.matching import holds, sentences
from assistant.lookup.passages import passages
from retriever.passages import Passage, Role

_SAYS_WHAT = re.compile(r"\b(?:is|are)\s+(?:an?|the)\b")
_IS_CLOSED = re.compile(r"(?:[.;)][⁰¹²³⁴⁵⁶⁷⁸⁹]*|\bAND|\bOR)$")
"""A heading is not closed; a sentence or item is, by a mark or the word that joins the next."""
_SUBJECT_LENGTH = 60
_ROLES = (Role.BACKGROUND, Role.GUIDELINE, Role.CRITERIA, Role.CODING)


@dataclass(frozen=True)
class _Use:
    source: Source
    passage: Passage
    sentence: str
    defines: bool
    spells_out: bool

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        return (self.defines, self.spells_out, self.passage.role is Role.BACKGROUND)


def definition(asked: Asked) -> Draft:
    """The defining sentence of each policy that has one; else where the term stands."""
    term = asked.question.phrase
    if not term:
        return passages(asked)
    best = [use for source in asked.sources if (use := _best_use(source, term))]
    if not best:
        return _not_found(asked, term)
    defining = [use for use in best if use.defines] or [use for use in best if use.spells_out]
    shown = defining or best
    payers = listed([use.source.payer for use in shown])
    headline = f"This is what {payers} says of {_short(term)}."
    if not defining:
        headline = f"The policy uses the term {_short(term)} but does not define it."
    lines: list[Line] = []
    for use in shown:
        says = "says" if use.defines or use.spells_out else "uses the term here"
        lines.append(Line(f"{use.source.document.payer.name} {says}:"))
        lines.append(said(use.source.cite(use.sentence, use.passage.label)))
    return lookup(headline, lines, asked.sources)


def _best_use(source: Source, term: str) -> _Use | None:
    uses = [
        _Use(source, passage, sentence, _defines(sentence, term), f"({term.lower()}" in low)
        for passage in source.passages(*_ROLES)
        if passage.label != "Title" and passage.is_in_force(source.day)
        for sentence in sentences(passage.text)
        for low in [sentence.lower()]
        if holds(sentence, term) and _IS_CLOSED.search(sentence)
    ]
    return max(uses, key=lambda use: use.rank, default=None)


def _defines(sentence: str, term: str) -> bool:
    verb = _SAYS_WHAT.search(sentence)
    if verb is None or verb.start() > _SUBJECT_LENGTH:
        return False
    return holds(sentence[: verb.start()], term)


def _not_found(asked: Asked, term: str) -> Draft:
    held = " and ".join(source.payer for source in asked.sources)
    lines = (Line(f"I looked in the policy text of {held}. I do not define terms on my own."),)
    headline = f"No document I hold speaks of {_short(term)}."
    return Draft(AnswerKind.UNSUPPORTED, "not_addressed", headline, lines)


def _short(term: str) -> str:
    words = " ".join(term.split())
    return f"“{words}”" if len(words) <= 60 else f"“{words[:57]}…”"
