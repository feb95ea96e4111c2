"""A doubtful fact never decides silently."""

from __future__ import annotations

from datetime import date

import rules
from assistant.doubt import determine
from rules.determination import Outcome
from rules.facts import FactValue, Quantity

DAY = date(2026, 11, 21)
LHCC = rules.POLICIES["lhcc-la-cp-mp-69-imrt"]
BCBSNC = rules.POLICIES["bcbsnc-imrt-sarcoma-extremities"]
LIMB_SARCOMA: dict[str, FactValue] = {
    "tumor_type": "soft_tissue_sarcoma",
    "tumor_site": "thigh",
    "age": 45,
}


def test_a_doubt_that_could_settle_the_case_is_asked_about() -> None:
    made = determine(
        LHCC,
        {**LIMB_SARCOMA, "reirradiation": True},
        {"cumulative_dose_exceeds_tolerance": True},
        DAY,
    )

    assert made.determination.outcome is Outcome.INFORMATION_NEEDED
    assert made.doubt == "cumulative_dose_exceeds_tolerance"


def test_a_doubt_that_changes_nothing_is_left_alone() -> None:
    prostate: dict[str, FactValue] = {"tumor_type": "cancer", "tumor_site": "prostate"}
    made = determine(LHCC, prostate, {"reirradiation": True}, DAY)

    assert made.determination.outcome is Outcome.CRITERIA_MET
    assert made.doubt is None


def test_a_doubt_against_what_is_otherwise_assumed_holds_the_answer_back() -> None:
    shares: dict[str, FactValue] = {
        "bone_share_3d": {"femur": Quantity.exactly(40)},
        "bone_share_imrt": {"femur": Quantity.exactly(25)},
    }
    made = determine(BCBSNC, {**LIMB_SARCOMA, **shares}, {"tumor_origin": "secondary"}, DAY)

    assert made.determination.outcome is Outcome.INFORMATION_NEEDED
    assert [fact.name for fact in made.determination.missing] == ["tumor_origin"]
