"""Figures that the speaker is not sure of: "I think it's 38 %" is asked about, not used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.reading.assertion.assertions import Assertions
from assistant.reading.mentions import Certainty, StatedFact

_WHY = "you were not sure of it"


def doubted_where_guessed(
    facts: Iterable[StatedFact], assertions: Assertions
) -> tuple[StatedFact, ...]:
    """The facts, those doubted whose figure stands beside "I think" and the like."""
    return tuple(
        replace(fact, certainty=Certainty.DOUBTFUL, doubt=fact.doubt or _WHY)
        if assertions.is_guessed(fact.evidence.start, fact.evidence.end)
        else fact
        for fact in facts
    )
