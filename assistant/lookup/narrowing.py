"""Which criteria a question means: those it names by label, by part, or by a word they hold."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant.lookup.asked import Source
from assistant.lookup.criterion import Criterion
from assistant.lookup.matching import content_words, holds
from assistant.reading.questions.parts import Focus
from assistant.reading.questions.topics import Question
from retriever.passages import Role


def narrowed(
    every: Sequence[Criterion], question: Question, message: str, names: Collection[str]
) -> list[Criterion]:
    """The criteria asked about in the order of the text; all of them where no part is named.

    What the policy's own `names` say ("sarcoma") names no part of it.
    """
    if question.labels:
        return _lettered(every, question) or [
            each for each in every if _is_labelled(each, question.labels)
        ]
    focus = [p for p in question.focus if not set(content_words(p.said)) <= set(names)]
    if focus:
        parts = [each for part in focus for each in _on(every, part)]
        return [each for each in every if each in parts]
    if question.focus:
        return list(every)
    said = frozenset(content_words(message))
    named = [each for each in every if _is_named(each, said)]
    return named or list(every)


def speaks_of(source: Source, question: Question) -> bool:
    """Whether a policy has criteria on the part that the question names."""
    every = [Criterion(p.label, p.text, p.label) for p in source.passages(Role.CRITERIA)]
    if question.labels:
        return any(_is_labelled(each, question.labels) for each in every)
    if question.focus:
        return any(_on(every, part) for part in question.focus)
    return True


def labelled_exactly(sources: tuple[Source, ...], question: Question) -> tuple[Source, ...]:
    """The policies that have a criterion of exactly the label named, if any has."""
    asked = set(question.labels)
    return tuple(
        source
        for source in sources
        if any(passage.label in asked for passage in source.passages(Role.CRITERIA))
    )


def _on(every: Sequence[Criterion], part: Focus) -> list[Criterion]:
    """Items that hold the user's word; where a heading does, all items under it as well."""
    sought = [each for each in every if part.seeks(each.words)]
    under = [e for e in every if any(e.label.startswith(f"{h.label}.") for h in sought)]
    headings = [h for h in sought if any(e.label.startswith(f"{h.label}.") for e in under)]
    naming = [each for each in every if holds(each.words, part.said)]
    if any(h in naming for h in headings) or not any(each in naming for each in under):
        return [each for each in every if each in sought or each in under or each in naming]
    return [each for each in every if each in naming]


def _lettered(every: Sequence[Criterion], question: Question) -> list[Criterion]:
    """The items of the part named that bear a letter asked for: "item c under breast"."""
    letters = {label.lower() for label in question.labels if len(label) == 1}
    under = [each for part in question.focus for each in _on(every, part)]
    return [each for each in every if each in under and each.label.split(".")[-1] in letters]


def _is_labelled(each: Criterion, labels: Sequence[str]) -> bool:
    """A criterion is meant by its own label, and by that of the one it stands under."""
    return any(
        each.label in {asked, f"I.{asked}"} or each.label.startswith(f"{asked}.")
        for asked in labels
    )


def _is_named(each: Criterion, said: frozenset[str]) -> bool:
    """Whether the message holds all words of a short item ("penile cancer")."""
    words = content_words(each.words)
    return 0 < len(words) <= 3 and said.issuperset(words)
