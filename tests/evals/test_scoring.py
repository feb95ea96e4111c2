"""Each expectation of a gold conversation is told apart: fulfilled or missed."""

from __future__ import annotations

from typing import Any

import pytest

from evals.expectations import Conversation
from evals.scoring import is_confidently_wrong, misses_of
from tests.evals.answers import answer, citation


def expecting(**changes: Any) -> Conversation:
    expected: dict[str, Any] = {"outcomes": ("criteria_met",)} | changes
    return Conversation(id="p1", turns=("prostate cancer",), **expected)


def asking(question: str) -> dict[str, Any]:
    follow_up = {"fact": "age", "question": question, "choices": []}
    return answer(outcome="information_needed", follow_up=follow_up)


ASKS = {"outcomes": ("information_needed",), "asks": ("how old",), "not_asks": ("joint",)}
LISTED = {"codes": {"77338": "listed"}}


@pytest.mark.parametrize(
    ("expected", "given", "missed"),
    [
        ({}, answer(), []),
        ({}, answer(outcome="clinical_review"), ["outcome"]),
        ({"outcomes": (None,)}, answer(outcome=None), []),
        ({"outcomes": (None,)}, answer(outcome="not_addressed"), ["outcome"]),
        ({"outcomes": ("not_addressed", None)}, answer(outcome=None), []),
        ({"quotes": ("Prostate",)}, answer(), []),
        ({"quotes": ("prostate",)}, answer(), ["quotes"]),
        ({"quotes": ("Renal",)}, answer(notices=[citation("Renal cancer")]), []),
        ({"quotes": ("Renal",)}, answer(), ["quotes"]),
        (ASKS, asking("How old is the patient?"), []),
        (ASKS, asking("How old is the JOINT replacement?"), ["not_asks"]),
        (ASKS, asking("Where is it?"), ["asks"]),
        ({"asks": ("listed indication",)}, answer(), []),
        ({"says": ("LISTED indication",)}, answer(), []),
        ({"says": ("^Prostate cancer$",)}, answer(), []),
        ({"says": ("I\\.E\\.8\\.a",)}, answer(), ["says"]),
        ({"never": ("renal",)}, answer(), []),
        ({"never": ("more LINES",)}, answer(), ["never"]),
        (LISTED, answer(codes=[{"code": "77338", "status": "listed"}]), []),
        (LISTED, answer(codes=[{"code": "77338", "status": "not_listed"}]), ["codes"]),
        (LISTED, answer(), ["codes"]),
    ],
)
def test_an_expectation_is_missed_only_where_the_answer_does_not_fulfil_it(
    expected: dict[str, Any], given: dict[str, Any], missed: list[str]
) -> None:
    assert [miss.field for miss in misses_of(expecting(**expected), given)] == missed


@pytest.mark.parametrize(
    ("expected", "got", "is_wrong"),
    [
        ("information_needed", "criteria_met", True),
        ("criteria_met", "criteria_not_met", True),
        ("criteria_met", "criteria_met", False),
        ("criteria_met", "information_needed", False),
        (None, "criteria_not_met", True),
    ],
)
def test_only_met_or_not_met_against_expectation_is_confidently_wrong(
    expected: str | None, got: str, is_wrong: bool
) -> None:
    assert is_confidently_wrong(expecting(outcomes=(expected,)), answer(outcome=got)) is is_wrong
