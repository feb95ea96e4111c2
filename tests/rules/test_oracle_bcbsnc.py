"""BCBSNC against an oracle written from the semantics page, on every half point near each line."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from rules import evaluate
from rules.facts import FactValue, Quantity
from tests.rules.policy_text import BCBSNC, on

Share = Decimal | None
SARCOMA: dict[str, FactValue] = {"tumor_type": "soft_tissue_sarcoma", "tumor_site": "thigh"}

# date of service, share that 3D must reach, points that IMRT must spare
VERSIONS = [("2016-05-31", 50, 20), ("2019-05-27", 50, 20), ("2019-05-28", 25, 15)]


def pair_oracle(three_d: Share, imrt: Share, share: int, points: int) -> bool | None:
    """A and B (C and D): what cannot be true any more is false."""
    if three_d is not None and three_d < share:
        return False
    if imrt is not None and 100 - imrt < points:
        return False
    if three_d is None or imrt is None:
        return None
    return three_d - imrt >= points


def oracle(
    shares: tuple[Share, Share, Share, Share], share: int, points: int
) -> tuple[str, set[str]]:
    bone = pair_oracle(*shares[:2], share, points)
    joint = pair_oracle(*shares[2:], share, points)
    if bone or joint:
        return "criteria_met", set()
    names = ("bone_share_3d", "bone_share_imrt", "joint_share_3d", "joint_share_imrt")
    open_pairs = [bone is None] * 2 + [joint is None] * 2
    missing = {
        name
        for name, value, is_open in zip(names, shares, open_pairs, strict=True)
        if is_open and value is None
    }
    return ("information_needed", missing) if missing else ("criteria_not_met", set())


def halves(line: int) -> list[Decimal]:
    return [line + Decimal(step) / 2 for step in range(-4, 5)]


def grid(share: int, points: int) -> list[tuple[Share, Share]]:
    """Shares around the line, with reductions around theirs, known and unknown."""
    near = [(x, x - d) for x, d in product(halves(share), halves(points)) if x >= d]
    high: list[tuple[Share, Share]] = [(None, 100 - d) for d in halves(points)]
    half_known: list[tuple[Share, Share]] = [(x, None) for x in halves(share)]
    return [*near, *high, *half_known, (None, None), (Decimal(100), Decimal(0))]


def facts_of(shares: tuple[Share, Share, Share, Share]) -> dict[str, FactValue]:
    names = ("bone_share_3d", "bone_share_imrt", "joint_share_3d", "joint_share_imrt")
    places = ("femur", "femur", "knee", "knee")
    return SARCOMA | {
        name: {place: Quantity.exactly(value)}
        for name, place, value in zip(names, places, shares, strict=True)
        if value is not None
    }


@pytest.mark.parametrize(("day", "share", "points"), VERSIONS)
def test_no_difference_from_the_semantics_page(day: str, share: int, points: int) -> None:
    pairs = grid(share, points)
    partners = [pairs[0], pairs[40], (None, None), (Decimal(0), None), (Decimal(60), None)]
    cases = [(*one, *other) for one, other in product(pairs, partners)]
    cases += [(*other, *one) for one, other in product(pairs, partners)]
    differences = []
    for shares in cases:
        found = evaluate(BCBSNC, facts_of(shares), on(day))
        computed = (found.outcome.value, {fact.name for fact in found.missing})
        if computed != oracle(shares, share, points):
            differences.append((shares, computed))

    print(f"BCBSNC {day}: {len(differences)} differences in {len(cases)} cases")  # noqa: T201
    assert len(cases) > 1000
    assert differences == []
