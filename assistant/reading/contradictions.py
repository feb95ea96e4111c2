"""Statements of one message that contradict each other: none of them is taken as sure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assistant.reading.mentions import Certainty, StatedFact


def doubted_where_contradicting(facts: Iterable[StatedFact]) -> list[StatedFact]:
    """The facts, those with two sure values doubted; shares are compared by their own reader."""
    stated = list(facts)
    words: dict[str, list[StatedFact]] = {}
    for fact in stated:
        if fact.certainty is Certainty.SURE and not isinstance(fact.value, Mapping):
            words.setdefault(fact.name, []).append(fact)
    doubts = {
        name: f"The message also says “{said[0].evidence.text}”"
        for name, said in words.items()
        if len({fact.value for fact in said}) > 1
    }
    return [
        replace(fact, certainty=Certainty.DOUBTFUL, doubt=doubts[fact.name])
        if fact.name in doubts
        else fact
        for fact in stated
    ]
