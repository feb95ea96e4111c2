"""Conversations played through an HTTP interface, and what is counted of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evals.expectations import Conversation, ConversationSet
from evals.play import Played, play_all
from evals.rewording.comparison import compare
from evals.service import serving
from evals.tally import exceeded, groups, tally
from tests.evals.answers import citation
from tests.evals.fake_service import scripted

THRESHOLDS = Path(__file__).parents[2] / "evals" / "thresholds.toml"
ASKED = {"outcome": "information_needed", "answer": "Information needed: the age."}


def played(
    script: dict[str, dict[str, Any]], *gold: Conversation, is_own: bool = True
) -> list[Played]:
    app, _ = scripted(script)
    with serving(app) as service:
        return play_all(service, [ConversationSet("ages", gold, is_own)])


def test_payer_and_date_go_with_the_first_turn_and_the_conversation_id_with_the_others() -> None:
    app, seen = scripted({"cancer": ASKED, "17": {}})
    gold = Conversation("a1", ("cancer", "17"), ("criteria_met",), "lhcc", "2026-01-02")
    with serving(app) as service:
        service.play(gold)
    assert seen == [
        {"message": "cancer", "payer": "lhcc", "date_of_service": "2026-01-02"},
        {"message": "17", "conversation_id": "c1"},
    ]


def test_only_the_last_answer_is_held_against_the_expectations() -> None:
    gold = Conversation("a1", ("cancer", "17"), ("criteria_met",))
    assert [one.is_right for one in played({"cancer": ASKED, "17": {}}, gold)] == [True]


def test_a_fault_in_an_earlier_answer_counts() -> None:
    wrong = ASKED | {"citations": [citation("Renal cancer", start=0)]}
    gold = Conversation("a1", ("cancer", "17"), ("criteria_met",))
    counts = tally("ages", played({"cancer": wrong, "17": {}}, gold))
    assert (counts.all_right, counts.unverified_quotes, counts.turns) == (1, 1, 2)


def test_an_error_of_the_service_fails_one_conversation_and_not_the_run() -> None:
    gold = [Conversation(one, (one,), ("criteria_met",)) for one in ("unknown", "cancer")]
    failed, went = played({"cancer": {}}, *gold)
    assert failed.failure.startswith("/v1/chat answered 503")
    assert not failed.has_right_outcome
    assert went.is_right


@pytest.mark.parametrize(
    ("script", "gates"),
    [
        ({"cancer": ASKED}, []),
        ({"cancer": {}}, ["confident wrong in the own sets: 1, at most 0"]),
        (
            {"cancer": ASKED | {"citations": [citation("Renal", start=0)]}},
            ["unverified quotes in the own sets: 1, at most 0"],
        ),
        ({}, ["service failures in the own sets: 1, at most 0"]),
    ],
)
def test_confident_wrong_answers_and_unverified_quotes_break_the_gate(
    script: dict[str, dict[str, Any]], gates: list[str]
) -> None:
    gold = Conversation("a1", ("cancer",), ("information_needed",))
    assert exceeded(played(script, gold), THRESHOLDS) == gates
    assert exceeded(played(script, gold, is_own=False), THRESHOLDS) == []


def test_a_question_is_needless_where_the_words_were_enough() -> None:
    gold = [
        Conversation("a1", ("cancer",), ("criteria_met",)),
        Conversation("a2", ("cancer",), ("criteria_met", "information_needed")),
    ]
    counts = tally("ages", played({"cancer": ASKED}, *gold))
    assert (counts.asked_needlessly, counts.confident_wrong) == (1, 0)


def test_each_half_is_counted_apart() -> None:
    gold = [
        Conversation("a1", ("cancer",), ("criteria_met",), half="tuning"),
        Conversation("a2", ("cancer",), ("clinical_review",), half="held_back"),
    ]
    right = {one.group: one.outcome_right for one in groups(played({"cancer": {}}, *gold))}
    assert right == {"ages": 1, "tuning": 1, "held_back": 0, "own sets": 1}


def test_a_rewording_that_changes_the_outcome_is_reported_with_its_kind() -> None:
    app, _ = scripted({"Sarcoma": ASKED, "sarcoma": {}, "SARCOMA": ASKED})
    one = ConversationSet("s", (Conversation("s1", ("Sarcoma",), ("information_needed",)),), True)
    with serving(app) as service:
        compared = list(compare(service, play_all(service, [one]), [one]))
    changes = {each.kind: (each.is_changed, each.is_now_confidently_wrong) for each in compared}
    assert changes["lower case"] == (True, True)
    assert changes["capitals"] == (False, False)
