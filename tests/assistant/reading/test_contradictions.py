"""Two sure values of one fact in one message: neither decides."""

from __future__ import annotations

from assistant.reading.contradictions import doubted_where_contradicting
from assistant.reading.mentions import Certainty, Evidence, StatedFact
from rules.facts import FactValue


def stated(name: str, value: FactValue, words: str) -> StatedFact:
    return StatedFact(name, value, Evidence(0, len(words), words))


def test_two_values_of_one_fact_are_both_doubted() -> None:
    facts = [
        stated("medically_inoperable", True, "inoperable"),
        stated("medically_inoperable", False, "fit for surgery"),
        stated("age", 45, "45"),
    ]

    inoperable, fit, age = doubted_where_contradicting(facts)

    assert (inoperable.certainty, fit.certainty) == (Certainty.DOUBTFUL, Certainty.DOUBTFUL)
    assert fit.doubt == "The message also says “inoperable”"
    assert age.certainty is Certainty.SURE


def test_the_same_value_said_twice_stays_sure() -> None:
    facts = [stated("age", 45, "45"), stated("age", 45, "45-year-old")]

    assert doubted_where_contradicting(facts) == facts
