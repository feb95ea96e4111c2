"""Blue Cross NC, IMRT for sarcoma of the extremities."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from rules import JsonValue, evaluate, parse_fact
from rules.bcbsnc.imrt_sarcoma_extremities import readings
from rules.case import Case
from rules.determination import Determination, Outcome, Quote
from rules.facts import FactValue
from rules.policy import Version
from tests.rules.policy_text import BCBSNC, on

MET, NOT_MET = Outcome.CRITERIA_MET, Outcome.CRITERIA_NOT_MET
ASK, NOT_ADDRESSED = Outcome.INFORMATION_NEEDED, Outcome.NOT_ADDRESSED
SARCOMA: dict[str, JsonValue] = {"tumor_type": "soft_tissue_sarcoma", "tumor_site": "thigh"}
B3, BI, BR = "bone_share_3d", "bone_share_imrt", "bone_reduction"
J3, JI, JR = "joint_share_3d", "joint_share_imrt", "joint_reduction"


def read(given: Mapping[str, JsonValue]) -> dict[str, FactValue]:
    return {name: parse_fact(BCBSNC, name, value) for name, value in given.items()}


def decide(given: Mapping[str, JsonValue], day: str = "2024-01-15") -> Determination:
    return evaluate(BCBSNC, read({**SARCOMA, **given}), on(day))


def asked(found: Determination) -> list[str]:
    return [fact.name for fact in found.missing]


Percents = tuple[str | None, str | None, str | None, str | None]

#    date of service   3D      IMRT    3D      IMRT
#                      bone    bone    joint   joint            why
CASES = [
    ("2019-05-28", ("40",   "25",   "0",    "0"),    MET,     "the example: from 40% to 25%"),
    ("2019-05-28", ("25",   "10",   "0",    "0"),    MET,     "bone: both lines touched"),
    ("2019-05-28", ("24.9", "0",    "0",    "0"),    NOT_MET, "bone: share a tenth short"),
    ("2019-05-28", ("40",   "25.1", "0",    "0"),    NOT_MET, "bone: spared a tenth short"),
    ("2019-05-28", ("25.4", "10.4", "0",    "0"),    MET,     "25.4 to 10.4 is 15, exactly"),
    ("2019-05-28", ("40",   "30",   "0",    "0"),    NOT_MET, "a quarter less is not 15 points"),
    ("2019-05-28", ("0",    "0",    "25",   "10"),   MET,     "joint: both lines touched"),
    ("2019-05-28", ("0",    "0",    "24.9", "0"),    NOT_MET, "joint: share a tenth short"),
    ("2019-05-28", ("0",    "0",    "40",   "25.1"), NOT_MET, "joint: spared a tenth short"),
    ("2019-05-28", ("25",   "25",   "15",   "0"),    NOT_MET, "one half from bone, one from joint"),
    ("2019-05-28", (None,   None,   "25",   "10"),   MET,     "joint settles it, bone unknown"),
    ("2019-05-28", ("10",   "0",    None,   None),   ASK,     "bone fails, joint could still pass"),
    ("2019-05-28", (None,   None,   None,   None),   ASK,     "nothing known"),
    ("2019-05-27", ("40",   "25",   "0",    "0"),    NOT_MET, "the day before the numbers changed"),
    ("2019-05-27", ("60",   "40",   "0",    "0"),    MET,     "the first version's own example"),
    ("2019-05-27", ("50",   "30",   "0",    "0"),    MET,     "bone: both 2016 lines touched"),
    ("2019-05-27", ("49.9", "0",    "0",    "0"),    NOT_MET, "bone: 2016 share a tenth short"),
    ("2019-05-27", ("60",   "40.1", "0",    "0"),    NOT_MET, "bone: 2016 spared a tenth short"),
    ("2019-05-27", ("0",    "0",    "50",   "30"),   MET,     "joint: both 2016 lines touched"),
    ("2019-05-27", ("0",    "0",    "49.9", "0"),    NOT_MET, "joint: 2016 share a tenth short"),
    ("2019-05-27", ("0",    "0",    "60",   "40.1"), NOT_MET, "joint: 2016 spared a tenth short"),
]  # fmt: skip


def percents_of(percents: Percents) -> dict[str, JsonValue]:
    given = zip((B3, BI, J3, JI), percents, strict=True)
    return {name: percent for name, percent in given if percent is not None}


@pytest.mark.parametrize(
    ("service", "percents", "expected", "why"), CASES, ids=[f"{c[0]} {c[3]}" for c in CASES]
)
def test_case(service: str, percents: Percents, expected: Outcome, why: str) -> None:
    assert decide(percents_of(percents), service).outcome is expected, why


@pytest.mark.parametrize("version", BCBSNC.versions, ids=lambda version: version.label)
def test_every_line_is_touched_and_missed_by_a_tenth(version: Version) -> None:
    """Without both rows a wrong number or a > for a >= would pass unseen."""
    margins: dict[str, set[Decimal]] = {}
    for service, percents, _, _ in CASES:
        if BCBSNC.version_on(on(service)) is version:
            tree = version.decide(Case.of(read({**SARCOMA, **percents_of(percents)})))
            for leaf in tree.leaves():
                if leaf.line is not None:
                    seen = margins.setdefault(leaf.quote, set())
                    seen |= set() if leaf.margin is None else {leaf.margin}

    assert len(margins) == 4
    assert [
        quote for quote, seen in margins.items() if not {Decimal(0), Decimal("-0.1")} <= seen
    ] == []


@pytest.mark.parametrize(
    ("given", "missing", "why"),
    [
        ({}, [B3, BI, J3, JI], "nothing known of a thigh: bone first, 3D first"),
        ({B3: 40}, [BI, J3, JI], "the half-given pair first"),
        ({JI: 10}, [J3, B3, BI], "the half-given pair first"),
        ({B3: 24.9}, [J3, JI], "what is below the line needs no IMRT share"),
        ({BI: 90}, [J3, JI], "no 3D share gives 15 points any more"),
        ({BI: 85}, [B3, J3, JI], "a 3D share of 100 would"),
        ({BR: {"min": 0, "max": 8}}, [J3, JI], "at most 8 points"),
        ({BR: 20}, [B3, J3, JI], "20 points reach the line, the share is open"),
        ({BR: 15, J3: 0}, [B3], "the IMRT share follows from the two others"),
        ({B3: {"min": 20, "max": 30}, BI: 0, J3: 0}, [B3], "a range across the line"),
        ({B3: {"min": 20, "max": 30}, BI: {"min": 0, "max": 8}, J3: 0}, [B3], "IMRT sure to do"),
        ({B3: 40, BI: {"min": 20, "max": 30}, J3: 0}, [BI], "a range across the line"),
        ({B3: {"value": 25, "about": True}, BI: 5, J3: 0}, [B3], "about a line"),
        ({B3: {"value": 26, "about": True}, BI: 5, J3: 0}, [B3], "one point above, included"),
        ({B3: {"value": 24, "about": True}, BI: 5, J3: 0}, [B3], "one point below, included"),
        ({B3: 40, BI: {"value": 26, "about": True}, J3: 0}, [BI], "about 14 points"),
        ({B3: 40, BI: {"value": 24, "about": True}, J3: 0}, [BI], "about 16 points"),
        ({B3: 40, BI: 30, BR: 20, J3: 0}, [B3, BI], "shares and reduction do not fit together"),
        ({B3: {"femur": 40}, J3: 0}, [BI], "the femur spoken of"),
        ({B3: {"femur": 40, "humerus": 10}, BI: {"humerus": 0}, J3: 0}, [BI], "the femur is open"),
    ],
    ids=str,
)  # fmt: skip
def test_an_open_case_asks_only_for_what_could_still_settle_it(
    given: dict[str, JsonValue], missing: list[str], why: str
) -> None:
    found = decide(given)

    assert found.outcome is ASK
    assert asked(found) == missing, why


@pytest.mark.parametrize(
    ("given", "expected", "why"),
    [
        ({B3: {"min": 40, "max": 45}, BI: {"min": 10, "max": 25}}, MET, "both ends agree"),
        ({B3: {"min": 10, "max": 20}, J3: {"min": 0, "max": 24.9}}, NOT_MET, "both ends agree"),
        ({B3: {"value": 40, "about": True}, BI: 10}, MET, "about 40 is far from the line"),
        ({B3: {"value": 26.1, "about": True}, BI: 5}, MET, "more than a point above"),
        ({B3: {"value": 23.9, "about": True}, J3: 0}, NOT_MET, "more than a point below"),
        ({BR: 30}, MET, "spared by 30 points, the 3D share is at least 30"),
        ({BR: 15, BI: 10}, MET, "3D is 25"),
        ({BR: 15, BI: 9.9, J3: 0}, NOT_MET, "3D is 24.9"),
        ({B3: {"femur": 10, "humerus": 40}, BI: {"humerus": 20}}, MET, "any bone suffices"),
        ({B3: {"femur": 40, "humerus": 10}, BI: {"femur": 30, "humerus": 0}, J3: 0}, NOT_MET,
         "the share of one bone and the reduction of another do not add up"),
        ({B3: {"femur": 40}, BI: 20}, MET, "a bone not said is the one named"),
        ({J3: {"other": 40}, JI: {"other": 20}}, MET, "any joint of a limb counts"),
        ({J3: {"hip": 10, "knee": 30}, JI: {"knee": 15}}, MET, "another joint named"),
    ],
    ids=str,
)  # fmt: skip
def test_bounds_and_structures_decide(
    given: dict[str, JsonValue], expected: Outcome, why: str
) -> None:
    assert decide(given).outcome is expected, why


def test_a_tumor_near_a_joint_is_asked_for_the_joint_first() -> None:
    assert asked(decide({"tumor_site": "ankle_or_foot"})) == [J3, JI, B3, BI]


@pytest.mark.parametrize(
    ("kind", "site", "origin", "expected", "related"),
    [
        ("soft_tissue_sarcoma", "buttock", None, ASK, ""),
        ("bone_sarcoma", "upper_arm", "primary", ASK, ""),
        ("soft_tissue_sarcoma", "thigh", "secondary", NOT_ADDRESSED, ""),
        ("carcinoma", "upper_arm", "secondary", NOT_ADDRESSED, ""),
        ("desmoid", "forearm", None, NOT_ADDRESSED, ""),
        ("benign_bone_tumor", "thigh", None, NOT_ADDRESSED, ""),
        ("not_a_tumor", "hip", None, NOT_ADDRESSED, ""),
        ("carcinoma", None, None, NOT_ADDRESSED, ""),
        ("carcinoma", "prostate", None, NOT_ADDRESSED, "of the Prostate"),
        ("carcinoma", "larynx", None, NOT_ADDRESSED, "of the Head and Neck"),
        ("soft_tissue_sarcoma", "chest_wall", None, NOT_ADDRESSED, "of the Chest"),
        ("soft_tissue_sarcoma", "ovary_or_tube", None, NOT_ADDRESSED, "of the Abdomen and Pelvis"),
        (None, "cervix", None, NOT_ADDRESSED, "of the Abdomen and Pelvis"),
    ],
)  # fmt: skip
def test_the_policy_speaks_of_sarcoma_of_an_extremity_only(
    kind: str | None, site: str | None, origin: str | None, expected: Outcome, related: str
) -> None:
    given = {"tumor_type": kind, "tumor_site": site, "tumor_origin": origin}
    known: dict[str, JsonValue] = {name: value for name, value in given.items() if value}
    found = evaluate(BCBSNC, read(known), on("2024-01-15"))

    assert found.outcome is expected
    cited = [quote.text for quote in found.because if "(IMRT) of the" in quote.text]
    assert [title.endswith(related) for title in cited] == ([True] if related else [])
    assert any("not held" in remark for remark in found.remarks) is bool(related)


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, ["tumor_type", "tumor_site"]),
        ({"tumor_site": "thigh"}, ["tumor_type"]),
        ({"tumor_site": "thigh", "tumor_type": "tumor"}, ["tumor_type"]),
        ({"tumor_site": "thigh", "tumor_type": "cancer"}, ["tumor_type"]),
        ({"tumor_type": "soft_tissue_sarcoma"}, ["tumor_site"]),
        ({"tumor_type": "bone_sarcoma", "tumor_site": "bone"}, ["tumor_site"]),
        ({B3: 10, J3: 10}, ["tumor_type", "tumor_site"]),
    ],
    ids=str,
)
def test_an_unknown_diagnosis_is_asked_for_alone(
    given: dict[str, JsonValue], missing: list[str]
) -> None:
    found = evaluate(BCBSNC, read(given), on("2024-01-15"))

    assert found.outcome is ASK
    assert asked(found) == missing


def test_not_met_rests_on_the_sentence_that_says_so() -> None:
    found = decide({B3: 0, J3: 0})

    assert found.because == (
        Quote(
            "is considered not medically necessary and therefore not covered when above criteria "
            "are not met"
        ),
    )
    assert readings.NOT_COVERED_THEN not in found.interpretations


def test_for_2018_the_sentence_is_inferred_and_says_so() -> None:
    assert readings.NOT_COVERED_THEN in decide({B3: 0, J3: 0}, "2018-03-01").interpretations
    assert readings.NOT_COVERED_THEN not in decide({B3: 60, BI: 0}, "2018-03-01").interpretations


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-03-28", False),
        ("2019-03-29", True),
        ("2019-05-28", True),
        ("2019-07-27", True),
        ("2019-07-28", False),
    ],
)
def test_the_date_of_the_change_is_a_reading_within_60_days(
    day: str,
    expected: bool,
) -> None:
    assert (readings.CHANGE_DATE in decide({}, day).interpretations) is expected


@pytest.mark.parametrize(
    ("reading", "given"),
    [
        (readings.LIMB_BONE_SARCOMA, {"tumor_type": "bone_sarcoma", B3: 40, BI: 20}),
        (readings.LIMB_BONE_SARCOMA, {"tumor_type": "bone_sarcoma", B3: 0, J3: 0}),
        (readings.GIRDLE, {"tumor_site": "groin", B3: 40, BI: 20}),
        (readings.JOINTS_ARE_EXAMPLES, {J3: {"other": 40}, JI: {"other": 20}}),
        (readings.POINTS_OF_BONE, {B3: 40, BI: 30, J3: 0}),
        (readings.POINTS_OF_JOINT, {B3: 0, J3: 40, JI: 30}),
    ],
)
def test_a_reading_that_could_have_changed_the_result_is_listed(
    reading: object, given: dict[str, JsonValue]
) -> None:
    assert reading in decide(given).interpretations


def test_a_plain_case_rests_on_no_reading() -> None:
    assert decide({B3: 40, BI: 20}).interpretations == ()
    assert decide({B3: 0, J3: 0}).interpretations == ()


def test_a_leaf_says_what_was_compared() -> None:
    finding = decide({B3: {"femur": "40.0"}, BI: {"femur": 25}}).finding
    assert finding is not None
    bone = {leaf.label: leaf for leaf in finding.leaves()}

    assert bone["A"].because == "femur: 40 percent, at least 25 percent"
    assert bone["B"].because == "femur: 15 percentage points, at least 15 percentage points"
    assert bone["B"].facts == (B3, BI, BR)
    assert bone["C"].because == "not stated"


def test_every_answer_carries_the_disclaimer() -> None:
    assert [quote.text for quote in decide({}).notices] == [
        "Medical policy is not an authorization, certification, explanation of benefits or a "
        "contract."
    ]


@pytest.mark.parametrize(
    ("day", "is_stale"), [("2024-06-12", False), ("2025-06-12", False), ("2025-06-13", True)]
)
def test_twelve_months_after_its_last_entry_a_newer_version_may_exist(
    day: str,
    is_stale: bool,
) -> None:
    assert any("newer version" in remark for remark in decide({}, day).remarks) is is_stale
