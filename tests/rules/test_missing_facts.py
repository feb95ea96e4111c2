"""`missing_facts` is minimal: checked by brute force over the completions of what is unknown."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, product

import pytest

from rules import FACTS, evaluate
from rules.case import Case
from rules.determination import Outcome
from rules.facts import FactValue, Kind, Quantity
from rules.findings import Truth
from tests.rules.lhcc_oracle import DIAGNOSES, Diagnosis
from tests.rules.policy_text import BCBSNC, LHCC, on

Known = dict[str, FactValue]
DAY = on("2026-11-21")
RARELY_USED = ("near_skull_base", "stage", "breast_treatment", "nodal_irradiation")
UNSPECIFIC_TYPES = {"tumor", "cancer"}
UNSPECIFIC_SITES = {"bone", "skin_elsewhere", "uterus"}


def answers(name: str) -> list[FactValue]:
    fact = FACTS[name]
    if name == "age":
        return [17, 18, 45]
    if fact.kind is Kind.YES_NO:
        return [True, False]
    unspecific = UNSPECIFIC_TYPES | UNSPECIFIC_SITES
    return [choice.value for choice in fact.choices if choice.value not in unspecific]


def completions(known: Known, unknown: list[str]) -> list[Known]:
    """Every way to answer the unknown facts that the links between facts allow."""
    made = []
    for values in product(*(answers(name) for name in unknown)):
        full = known | dict(zip(unknown, values, strict=True))
        implied = Case.of(known, LHCC.links).implied
        later = Case.of(
            {n: v for n, v in full.items() if n not in {link.then for link in LHCC.links}},
            LHCC.links,
        ).implied
        links = {**implied, **later}
        if all(full[name] == links[name].value for name in unknown if name in links):
            made.append(full)
    return made


def is_met(full: Known) -> bool:
    return LHCC.versions[0].decide(Case.of(full, LHCC.links)).truth is Truth.MET


def that_matter(known: Known, unknown: list[str]) -> set[str]:
    """The facts whose answer alone turns the result, for some answers of the others."""
    results = [(full, is_met(full)) for full in completions(known, unknown)]
    matter = set()
    for name in unknown:
        seen: dict[tuple[FactValue, ...], bool] = {}
        for full, met in results:
            rest = tuple(full[other] for other in unknown if other != name)
            if seen.setdefault(rest, met) is not met:
                matter.add(name)
    return matter


def asked(known: Known) -> set[str]:
    return {fact.name for fact in evaluate(LHCC, known, DAY).missing}


def settled(diagnosis: Diagnosis) -> Known:
    """The diagnosis with every further fact answered so that nothing is met by it."""
    no: Known = {
        name: False for name, fact in FACTS.items() if LHCC.fact(name) and fact.kind is Kind.YES_NO
    }
    return no | {
        "tumor_type": diagnosis.tumor_type,
        "tumor_site": diagnosis.site,
        "tumor_origin": diagnosis.origin,
        "age": 45,
        "breast_laterality": "left",
        "stage": "metastatic",
        "breast_treatment": "other",
    }


@pytest.mark.parametrize(
    "diagnosis", DIAGNOSES, ids=lambda d: f"{d.tumor_type} {d.site} {d.origin}"
)
def test_of_a_known_diagnosis(diagnosis: Diagnosis) -> None:
    """Any three facts unknown at once, those that the diagnosis has no use for included."""
    full = settled(diagnosis)
    usable = sorted({name for needs in diagnosis.items.values() for name, _ in needs})
    names = usable[:7] + [name for name in RARELY_USED if name not in usable[:7]][:2]
    for unknown in combinations(names, 3):
        known = {name: value for name, value in full.items() if name not in unknown}

        assert asked(known) == that_matter(known, list(unknown)), unknown


@pytest.mark.parametrize(
    ("given", "unknown"),
    [
        ({}, ["tumor_type", "tumor_site"]),
        ({"age": 9}, ["tumor_type", "tumor_site"]),
        ({"tumor_site": "thigh"}, ["tumor_type"]),
        (
            {"tumor_site": "prostate", "dose_escalation_required": True},
            ["tumor_type", "medically_inoperable"],
        ),
        ({"tumor_type": "carcinoma"}, ["tumor_site"]),
        ({"tumor_type": "desmoid"}, ["tumor_site"]),
        ({"tumor_type": "carcinoma", "stage": "early"}, ["tumor_site", "sbrt_not_feasible"]),
        ({"tumor_type": "not_a_tumor"}, ["tumor_site", "reirradiation"]),
        ({"tumor_type": "lymphoma"}, ["tumor_site", "age"]),
        (
            {"reirradiation": True, "cumulative_dose_exceeds_tolerance": True},
            ["tumor_type", "tumor_site"],
        ),
    ],
    ids=str,
)  # fmt: skip
def test_an_open_diagnosis_that_matters_is_asked_for_alone(
    given: Known, unknown: list[str]
) -> None:
    unsaid = {"tumor_type", "tumor_site", "tumor_origin"} - given.keys()
    full = {
        n: v for n, v in settled(DIAGNOSES[0]).items() if n not in unsaid | set(unknown)
    } | given
    matter = that_matter(full, unknown)
    of_diagnosis = matter & {"tumor_type", "tumor_site"}

    assert asked(full) == (of_diagnosis or matter)


LINES = {"2018-01-01": (50, 20), "2024-01-01": (25, 15)}
STATED: list[tuple[int, int] | None] = [None, (0, 0), (10, 10), (15, 30), (24, 24), (25, 25)]
STATED += [(20, 60), (40, 40), (40, 52), (50, 50), (60, 60), (85, 85), (90, 100), (0, 100)]


@pytest.mark.parametrize("day", LINES)
def test_of_shares_stated_exactly_as_a_range_or_not_at_all(day: str) -> None:
    share, points = LINES[day]
    sarcoma: Known = {
        "tumor_type": "soft_tissue_sarcoma",
        "tumor_site": "thigh",
        "joint_share_3d": {"knee": Quantity.exactly(0)},
    }
    for three_d, imrt in product(STATED, STATED):
        known = dict(sarcoma)
        for name, ends in (("bone_share_3d", three_d), ("bone_share_imrt", imrt)):
            if ends:
                known[name] = {"femur": Quantity(Decimal(ends[0]), Decimal(ends[1]))}
        xs, ys = (range(ends[0], ends[1] + 1) if ends else range(101) for ends in (three_d, imrt))
        met = {(x, y): x >= share and x - y >= points for x, y in product(xs, ys)}
        matter = set()
        if any(len({met[x, y] for x in xs}) > 1 for y in ys):
            matter.add("bone_share_3d")
        if any(len({met[x, y] for y in ys}) > 1 for x in xs):
            matter.add("bone_share_imrt")
        found = evaluate(BCBSNC, known, on(day))

        assert {fact.name for fact in found.missing} == matter, (three_d, imrt)
        if not matter:
            outcome = Outcome.CRITERIA_MET if all(met.values()) else Outcome.CRITERIA_NOT_MET
            assert found.outcome is outcome, (three_d, imrt)
