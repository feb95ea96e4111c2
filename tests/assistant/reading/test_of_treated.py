"""Stage and side are those of the disease that is treated now."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.reading import Known
from assistant.reading.rule_reader import RuleReader

READER = RuleReader({})


def stated(message: str, name: str) -> list[object]:
    """The values that the message states of a fact."""
    known = Known({}, None, confirming=False, date_of_service=None, today=date(2026, 11, 21))
    facts = READER.read(message, known).facts
    return [fact.value for fact in facts if fact.name == name]


@pytest.mark.parametrize(
    ("message", "stage"),
    [
        ("stage IV breast cancer 2014, now stage IB lung cancer", "early"),
        ("T3N2 colon 2012; current T1N0 lung cancer", "early"),
        ("Lung cancer stage I in 2018. New lung cancer stage IIIA.", "locally_advanced"),
        (
            "IMRT for a stage IIIB lung cancer; also a stage I larynx cancer",
            "locally_advanced",
        ),
    ],
)
def test_the_stage_is_that_of_the_treated_disease(message: str, stage: str) -> None:
    assert stated(message, "stage") == [stage]


@pytest.mark.parametrize(
    ("message", "side"),
    [
        ("Right breast cancer 2009. Now left breast cancer T1N0.", "left"),
        ("Left breast cancer 2009 with mastectomy, currently right breast cancer", "right"),
    ],
)
def test_the_side_is_that_of_the_present_breast_cancer(message: str, side: str) -> None:
    assert stated(message, "breast_laterality") == [side]


def test_two_stages_of_one_disease_stay_contradictory() -> None:
    assert len(stated("lung cancer, stage IA, staged IIIB by PET: stage IIIB", "stage")) > 1
