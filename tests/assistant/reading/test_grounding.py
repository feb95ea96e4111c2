"""Facts that only a case gives a meaning are left where no case is spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.reading import Known
from assistant.reading.rule_reader import RuleReader

READER = RuleReader({"lhcc": ("Louisiana Healthcare Connections", "LHCC")})


def facts_of(message: str, known: Known | None = None) -> set[str]:
    known = known or Known({}, None, False, None, date(2026, 11, 21))
    return {fact.name for fact in READER.read(message, known).facts}


@pytest.mark.parametrize(
    "message",
    [
        "Stage 2 of the project starts on Monday.",
        "The left door was closed by the night shift.",
        "The boiler exceeds tolerance once a month.",
        "Cancer survivors meet at the library on Sundays.",
        "The school is 40 years old.",
        "Pick up parts for the model C50 engine before noon.",
        "The cancer center has a new roof.",
        "They fight cancer with cake sales.",
    ],
)
def test_prose_without_a_case_states_no_fact(message: str) -> None:
    assert facts_of(message) == set()


@pytest.mark.parametrize(
    ("message", "fact"),
    [
        ("stage II seminoma of the testis", "stage"),
        ("IMRT, stage III", "stage"),
        ("LHCC, stage III", "stage"),
        ("stage III", "stage"),
        ("She has cancer and is a member of yours", "tumor_type"),
        ("the patient is 40 years old", "age"),
        ("C50.912", "tumor_type"),
    ],
)
def test_a_case_states_them(message: str, fact: str) -> None:
    assert fact in facts_of(message)


def test_within_a_conversation_every_fact_counts() -> None:
    known = Known({"tumor_site": "lung"}, "stage", False, None, date(2026, 11, 21))
    assert "stage" in facts_of("well it says stage 3 on the second page", known)
