"""References: one by its number, those on a subject, or all that a document lists."""

from __future__ import annotations

import re

from assistant.draft import Draft, Line
from assistant.lookup.asked import Asked, Source, lookup, said, which_payer
from assistant.lookup.matching import content_words, fits
from retriever.passages import Passage, Role

SHOWN = 8
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_IDLE = frozenset({"imrt", "background", "support", "bas", "scientif", "scientific", "guidelin"})


def references(asked: Asked) -> Draft:
    """The references that the question names by number or subject."""
    number = asked.question.reference
    if number is not None:
        return _numbered(asked, number)
    found = [(source, _on_subject(asked, source)) for source in asked.sources]
    found = [(source, passages) for source, passages in found if passages]
    if not found:
        return _all(asked)
    lines: list[Line] = []
    for source, passages in found:
        lines.append(Line(f"{source.document.payer.name} lists:"))
        lines += [_line(source, passage) for passage in passages]
    return lookup("These references of the policy bear on it.", lines, asked.sources)


def _numbered(asked: Asked, number: int) -> Draft:
    label = f"Reference {number}"
    holding = [
        (source, passage)
        for source in asked.sources
        for passage in source.passages(Role.REFERENCE)
        if passage.label == label
    ]
    if not holding:
        headline = f"No policy held for this numbers a reference {number}."
        return lookup(headline, _counts(asked), asked.sources)
    source, passage = holding[0]
    headline = f"Reference {number} in the policy of {source.payer} is this one."
    return lookup(headline, [_line(source, passage)], asked.sources)


def _on_subject(asked: Asked, source: Source) -> list[Passage]:
    """The references that hold the question's rarest words."""
    words = content_words(asked.message, source.names | _IDLE)
    every = source.passages(Role.REFERENCE)
    scores = fits([passage.text for passage in every], words)
    best = max(scores, default=0.0)
    ranked = [p for p, score in zip(every, scores, strict=True) if score and score >= best * 0.7]
    return ranked[:SHOWN]


def _all(asked: Asked) -> Draft:
    if len(asked.sources) > 1 and not asked.is_payer_named:
        return which_payer(asked)
    lines: list[Line] = []
    for source in asked.sources:
        every = source.passages(Role.REFERENCE)
        marked = _marked_in_criteria(source)
        shown = every if len(every) <= SHOWN else [p for p in every if p.label in marked]
        if len(shown) < len(every):
            lines.append(Line("The criteria themselves refer to:"))
        lines += [_line(source, passage) for passage in shown]
        if len(shown) < len(every):
            lines.append(Line("Name a number or a subject, and I will quote the others."))
    counts = sum(len(source.passages(Role.REFERENCE)) for source in asked.sources)
    return lookup(f"The policy lists {counts} references.", lines, asked.sources)


def _marked_in_criteria(source: Source) -> set[str]:
    marks = {
        mark.translate(_SUPERSCRIPTS)
        for passage in source.passages(Role.CRITERIA)
        for mark in _MARK.findall(passage.text)
    }
    return {f"Reference {mark}" for mark in marks}


def _counts(asked: Asked) -> list[Line]:
    return [
        Line(
            f"{source.document.payer.name} lists {len(source.passages(Role.REFERENCE))} "
            "references.",
            is_item=True,
        )
        for source in asked.sources
    ]


def _line(source: Source, passage: Passage) -> Line:
    return said(source.whole(passage), with_label=False)
