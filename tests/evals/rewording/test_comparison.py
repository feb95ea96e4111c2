"""Rewordings are drawn the same way each time, and played beside the words as first said."""

from __future__ import annotations

from typing import Any

from evals.expectations import Conversation, ConversationSet
from evals.play import play_all
from evals.rewording.comparison import Comparison, Sample, compare, rewordings
from evals.service import serving
from tests.evals.fake_service import scripted

ONE = Conversation("s1", ("Hepatocellular carcinoma, 45 Gy planned.",), ("criteria_met",))


def answering(outcome: str) -> dict[str, Any]:
    return {"kind": "case", "outcome": outcome}


def comparisons(kind: str, outcome_of_reworded: str) -> list[Comparison]:
    """What one kind does where the service answers the reworded turn so."""
    expected = Conversation("s1", ONE.turns, ("information_needed",))
    turns = [each for each in rewordings(expected) if each.kind == kind]
    script = {expected.turns[0]: answering("information_needed")}
    script |= {each.conversation.turns[0]: answering(outcome_of_reworded) for each in turns}
    app, _ = scripted(script)
    among = ConversationSet("set", (expected,), is_own=True)
    with serving(app) as service:
        played = play_all(service, [among])
        return [one for one in compare(service, played, [among]) if one.kind == kind]


def test_the_same_conversation_is_reworded_the_same_way_each_time() -> None:
    assert list(rewordings(ONE)) == list(rewordings(ONE))


def test_each_kind_that_applies_is_played_once() -> None:
    kinds = [each.kind for each in rewordings(ONE)]
    assert len(kinds) == len(set(kinds))
    assert {"letters swapped", "capitals", "cGy", "small talk", "final point lost"} <= set(kinds)
    assert {"percent", "one line", "spelled out", "negation misspelt"}.isdisjoint(kinds)


def test_a_sample_holds_about_its_share_and_another_for_each_seed() -> None:
    ids = [f"c{number}" for number in range(1000)]
    drawn = {seed: [one for one in ids if Sample(0.2, seed).holds("cGy", one)] for seed in (1, 2)}
    assert 150 < len(drawn[1]) < 250
    assert drawn[1] != drawn[2]


def test_an_outcome_that_stays_is_no_change() -> None:
    [same] = comparisons("cGy", "information_needed")
    assert not same.is_changed


def test_a_confident_answer_that_the_set_does_not_accept_is_confidently_wrong() -> None:
    [changed] = comparisons("cGy", "criteria_met")
    assert changed.is_changed
    assert changed.is_now_confidently_wrong


def test_a_misspelt_negation_may_turn_an_answer_into_a_question() -> None:
    turns = ("Carcinoma of the larynx, not irradiated before.",)
    kinds = {each.kind for each in rewordings(Conversation("s2", turns, (None,)))}
    assert "negation misspelt" in kinds
    assert Comparison("negation misspelt", "s2", None, None, False, turns).may_ask
    assert not Comparison("capitals", "s2", None, None, False, turns).may_ask
