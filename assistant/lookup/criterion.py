"""The criteria of a date: those of the text held, or earlier ones that the log repeats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import rules
from assistant.lookup.asked import Source
from retriever.passages import Role


@dataclass(frozen=True)
class Criterion:
    """One criterion: what it is called, its words, and the label of the passage they stand in.

    `joins` is how it is joined to the one before it: AND, OR, or nothing.
    """

    label: str
    words: str
    stands_in: str
    joins: str = ""


def held(source: Source) -> list[Criterion]:
    """The criteria of the text held, where they speak for the source's day."""
    return [
        Criterion(passage.label, passage.text, passage.label, passage.connective)
        for passage in source.passages(Role.CRITERIA)
        if passage.is_in_force(source.day) and passage.valid_to is None
    ]


def superseded(source: Source) -> list[Criterion]:
    """The criteria of an earlier version, as its rules quote them from the revision log."""
    policy = source.policy
    if policy is None or policy.version_on(source.day) is None:
        return []
    return list(dict.fromkeys(_quoted_from_the_log(source)))


def _quoted_from_the_log(source: Source) -> Iterator[Criterion]:
    policy = source.policy
    finding = rules.evaluate(policy, {}, source.day).finding if policy is not None else None
    logged = {passage.label for passage in source.passages(Role.HISTORY)}
    for part in finding.all() if finding is not None else ():
        if part.quote and part.stands_in in logged:
            yield Criterion(part.label, part.quote, part.stands_in)
