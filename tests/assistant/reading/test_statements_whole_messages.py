"""Whole messages as providers and phone staff write them: all that they state, and nothing else."""

from __future__ import annotations

import statistics
import time

import pytest

from assistant.reading.assertion.assertions import Assertions
from assistant.reading.language.tokens import tokenize
from assistant.reading.mentions import Certainty
from assistant.reading.statements.reader import read_statements
from tests.assistant.reading.statement_rows import stated

MESSAGES: list[tuple[str, dict[str, object]]] = [
    (
        "75-year-old man, medically inoperable, needs dose escalation",
        {"medically_inoperable": True, "dose_escalation_required": True},
    ),
    (
        "NO PRIOR RADIATION. MEDICALLY INOPERABLE. NEEDS DOSE ESCALATION.",
        {"reirradiation": False, "medically_inoperable": True, "dose_escalation_required": True},
    ),
    (
        "operable, no escalation, no previous XRT",
        {"medically_inoperable": False, "dose_escalation_required": False, "reirradiation": False},
    ),
    (
        "Medically inoperable? No. Dose escalation? No.",
        {"medically_inoperable": False, "dose_escalation_required": False},
    ),
    (
        "pulmonary says no surgery because of FEV1 of 0.7, rad onc wants to escalate to 70 Gy",
        {"medically_inoperable": True, "dose_escalation_required": True},
    ),
    (
        "She got 45 Gy to this same leg in 2009; adding the new plan puts the nerve past tolerance",
        {"reirradiation": True, "cumulative_dose_exceeds_tolerance": True},
    ),
    (
        "Cord and cauda tolerance are respected with 3-D conformal treatment, no craniospinal "
        "fields, no earlier radiation, he is operable.",
        {
            "organ_at_risk_tolerance_exceeded_3d": False,
            "craniospinal_irradiation": False,
            "reirradiation": False,
            "medically_inoperable": False,
        },
    ),
    ("IMRT respects the cord tolerance, 3D does not", {}),
    (
        "the cord exceeds tolerance with 3D but not with IMRT",
        {"organ_at_risk_tolerance_exceeded_3d": True},
    ),
    (
        "she has cancer in each breast and needs RNI on the left",
        {"breast_laterality": "bilateral", "nodal_irradiation": True},
    ),
    ("Is IMRT covered for node positive left breast cancer?", {"breast_laterality": "left"}),
    ("IMRT for breast cancer with 3 positive axillary nodes", {}),
    (
        "left breast cancer, IMN negative, whole breast RT",
        {"breast_laterality": "left", "breast_treatment": "whole_breast"},
    ),
    ("right breast cancer metastatic to left iliac bone", {"breast_laterality": "right"}),
    (
        "Early-stage left-sided breast ca. Even with DIBH, mean heart dose unacceptably high.",
        {"stage": "early", "breast_laterality": "left", "heart_dose_unacceptable": True},
    ),
    (
        "bilateral mastectomies with bilateral implant reconstruction, PMRT on left",
        {"bilateral_implant_reconstruction": True, "breast_treatment": "post_mastectomy"},
    ),
    (
        "she cannot lift her left arm above 60 degrees, arm stays at her side during treatment",
        {"limited_arm_motion_arms_down": True},
    ),
    (
        "stage I NSCLC, tumor hugging the carina so SBRT isn't safe",
        {"stage": "early", "sbrt_not_feasible": True},
    ),
    (
        "Stage 3A NSCLC, IMRT cuts V20 a lot",
        {"stage": "locally_advanced", "imrt_reduces_normal_tissue_dose": True},
    ),
    ("IMRT for lung cancer, no significant comorbidities", {}),
    ("we would like to know whether prior RT matters", {}),
    ("if inoperable, do we need escalation?", {}),
    ("hx of prior RT? unknown", {}),
    ("he could have surgery but refuses", {"medically_inoperable": False}),
    ("bladder cancer, IMRT given on August 1, 2019", {}),
    ("a farmer with radiation burns of the past", {}),
]


@pytest.mark.parametrize(("message", "facts"), MESSAGES)
def test_a_message_states_these_facts_surely(message: str, facts: dict[str, object]) -> None:
    sure = {one.name: one.value for one in stated(message) if one.certainty is Certainty.SURE}
    assert sure == facts


@pytest.mark.parametrize(("message", "facts"), MESSAGES)
def test_capitals_do_not_change_what_is_stated(message: str, facts: dict[str, object]) -> None:
    for written in (message.upper(), message.lower()):
        sure = {one.name: one.value for one in stated(written) if one.certainty is Certainty.SURE}
        assert sure == facts


@pytest.mark.parametrize(("message", "facts"), MESSAGES)
def test_courtesies_do_not_change_what_is_stated(message: str, facts: dict[str, object]) -> None:
    polite = f"Hello, this is the front desk. {message}\nThank you, have a good day."
    sure = {one.name: one.value for one in stated(polite) if one.certainty is Certainty.SURE}
    assert sure == facts


@pytest.mark.slow
def test_a_hundred_words_are_read_in_milliseconds() -> None:
    message = (
        "Left breast cancer, stage IIIA, no prior radiation, heart dose too high. " * 9
    ).strip()
    taken = []
    for _ in range(50):
        began = time.process_time()
        doc = tokenize(message)
        read_statements(doc, Assertions(doc), {})
        taken.append(time.process_time() - began)
    assert statistics.median(taken) < 0.015
