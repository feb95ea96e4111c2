"""Skull base, organ tolerance under 3D, craniospinal, hippocampal and cranial nerve statements."""

from __future__ import annotations

import pytest

from tests.assistant.reading.statement_rows import Doubtful, Expected, rows, value_of

SKULL_BASE = [
    *rows(
        "near_skull_base",
        True,
        "meningioma sitting on the base of the skull",
        "chordoma of the clivus",
        "petroclival meningioma",
        "tumor abuts the skull base",
        "approaches the base of skull",
        "skull-base chondrosarcoma",
        "Mass extends to the skull base.",
        "tumor invades the skull base",
        "clival chordoma",
    ),
    *rows(
        "near_skull_base",
        False,
        "away from the skull base",
        "not near the skull base",
        "the tumor does not reach the skull base",
        "no skull base involvement",
        "remote from the base of skull",
        "nowhere near the skull base",
    ),
    *rows(
        "near_skull_base",
        None,
        "convexity meningioma",
        "skull base surgeon saw him",
        "what if it were at the skull base?",
        "frontal lobe glioma",
        "skull x-ray",
    ),
    *rows(
        "near_skull_base",
        Doubtful(True),
        "2 cm from the skull base",
        "possible skull base invasion",
    ),
]

TOLERANCE_3D = [
    *rows(
        "organ_at_risk_tolerance_exceeded_3d",
        True,
        "On the 3-D conformal plan the cauda equina would get more than it tolerates.",
        "cord tolerance would be exceeded with 3D",
        "with 3D-CRT the optic nerve exceeds tolerance",
        "the brainstem is over tolerance on the 3D plan",
        "3D plan cannot meet the cord constraint",
        "Spinal cord tolerance may be exceeded with 3-D conformal treatment",
        "cord goes over tolerance",
        "conformal plan violates the chiasm constraint",
    ),
    *rows(
        "organ_at_risk_tolerance_exceeded_3d",
        False,
        "Cord and cauda tolerance are respected with 3-D conformal treatment",
        "3D plan stays within cord tolerance",
        "with 3D the cord does not exceed tolerance",
        "cord dose below tolerance on 3D",
        "all constraints are met with 3D",
    ),
    *rows(
        "organ_at_risk_tolerance_exceeded_3d",
        None,
        "the cord gets 44 Gy with 3D",
        "with IMRT the cord stays within tolerance",
        "cumulative cord dose would exceed tolerance",
        "what if the cord exceeded tolerance with 3D?",
        "she tolerates the mask",
        "more than 3 units of 77338",
    ),
]

CRANIOSPINAL = [
    *rows(
        "craniospinal_irradiation",
        True,
        "the whole craniospinal axis must be irradiated",
        "CSI planned",
        "needs craniospinal irradiation",
        "whole neuraxis RT",
        "cranio-spinal fields",
        "medulloblastoma, CSI 36 Gy",
        "we treat the entire neuraxis",
        "brain and whole spine will be treated",
    ),
    *rows(
        "craniospinal_irradiation",
        False,
        "no craniospinal fields",
        "no CSI",
        "craniospinal irradiation is not planned",
        "without craniospinal RT",
        "focal RT rather than CSI",
    ),
    *rows(
        "craniospinal_irradiation",
        None,
        "MRI of the neuraxis was clean",
        "drop metastases along the cord",
        "spine metastasis",
        "if craniospinal RT is needed",
    ),
    *rows("craniospinal_irradiation", Doubtful(True), "possible CSI"),
]

HIPPOCAMPUS = [
    *rows(
        "hippocampal_sparing_wbrt",
        True,
        "WBRT has to spare both hippocampi",
        "HA-WBRT",
        "hippocampal avoidance whole brain RT",
        "hippocampal-sparing WBRT",
        "whole brain with hippocampal avoidance",
        "HA WBRT 30 Gy",
        "whole brain radiation sparing the hippocampus",
        "hippocampi will be spared",
        "hippocampal sparring WBRT",
    ),
    *rows(
        "hippocampal_sparing_wbrt",
        False,
        "no hippocampal sparing",
        "hippocampal sparing not planned",
        "SRS only, no WBRT",
        "WBRT without hippocampal avoidance",
        "hippocampal sparing is not needed",
        "radiosurgery alone",
    ),
    *rows(
        "hippocampal_sparing_wbrt",
        None,
        "WBRT 30 Gy in 10",
        "no prior WBRT",
        "brain mets",
        "if hippocampal sparing is used",
        "metastasis in the left hippocampus",
    ),
]

NERVES = [
    *rows(
        "cranial_nerve_invasion",
        True,
        "tracking along the supraorbital nerve into the cavernous sinus",
        "perineural spread along V2 to the skull base",
        "SCC of the cheek invading the trigeminal nerve up to the brainstem",
        "cranial nerve invasion to the base of skull",
        "facial nerve involvement extending to the skull base",
        "PNI of V3 back to the cavernous sinus",
        "tumor follows the infraorbital nerve to the base of the skull",
        "CN V invasion to brainstem",
    ),
    *rows(
        "cranial_nerve_invasion",
        False,
        "no perineural invasion",
        "no cranial nerve invasion",
        "no PNI",
        "without cranial nerve involvement",
        "no spread along the trigeminal nerve to the skull base",
    ),
    *rows(
        "cranial_nerve_invasion",
        None,
        "perineural invasion on biopsy",
        "facial nerve palsy",
        "what if it invaded the cranial nerves to the brainstem?",
        "squamous cell carcinoma of the ear",
        "cranial nerves intact",
    ),
    *rows("cranial_nerve_invasion", Doubtful(True), "facial nerve invasion"),
]


@pytest.mark.parametrize(
    ("fact", "message", "value"),
    [*SKULL_BASE, *TOLERANCE_3D, *CRANIOSPINAL, *HIPPOCAMPUS, *NERVES],
)
def test_the_words_state_this_value(fact: str, message: str, value: Expected) -> None:
    assert value_of(fact, message) == value
