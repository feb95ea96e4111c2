"""LHCC against the oracle: its indications one at a time and in pairs, known and unknown."""

from __future__ import annotations

from itertools import combinations_with_replacement, product

import pytest

from rules import evaluate
from rules.facts import FactValue
from rules.findings import Truth
from tests.rules.lhcc_oracle import DIAGNOSES, OTHERWISE, Diagnosis, oracle
from tests.rules.policy_text import LHCC, on

Known = dict[str, FactValue]
DAY = on("2026-11-21")


def computed(diagnosis: Diagnosis, known: Known) -> tuple[str, set[str], set[str]]:
    facts: Known = {
        "tumor_type": diagnosis.tumor_type,
        "tumor_site": diagnosis.site,
        "tumor_origin": diagnosis.origin,
        **known,
    }
    found = evaluate(LHCC, facts, DAY)
    assert found.finding is not None
    met = {
        each.label
        for each in found.finding.all()
        if each.truth is Truth.MET and each.label.count(".") in {1, 3} and each.label != "I.E"
    }
    return found.outcome.value, {fact.name for fact in found.missing}, met


def cases(diagnosis: Diagnosis) -> list[Known]:
    """Each pair of items: their facts in every state, the others false; each item: unknown."""
    items = diagnosis.items
    names = {name for needs in items.values() for name, _ in needs}
    refused: Known = {name: OTHERWISE.get(name, (False,))[-1] for name in names}
    made: list[Known] = []
    for pair in combinations_with_replacement(items, 2):
        own = sorted({name for label in pair for name, _ in items[label]})
        states = [(None, *OTHERWISE.get(name, (True, False))) for name in own]
        for values in product(*states):
            known = {n: v for n, v in zip(own, values, strict=True) if v is not None}
            made.append({**{n: v for n, v in refused.items() if n not in own}, **known})
            if pair[0] == pair[1]:
                made.append(known)
    return made


@pytest.mark.parametrize(
    "diagnosis", DIAGNOSES, ids=lambda d: f"{d.tumor_type} {d.site} {d.origin}"
)
def test_no_difference_from_the_semantics_page(diagnosis: Diagnosis) -> None:
    differences = []
    made = cases(diagnosis)
    for known in made:
        if known.get("nodal_irradiation") is False and "internal_mammary_nodes" not in known:
            continue  # no nodes treated: the internal mammary ones are not either
        if computed(diagnosis, known) != oracle(diagnosis, known):
            differences.append((known, computed(diagnosis, known), oracle(diagnosis, known)))

    print(f"LHCC {diagnosis.site}: {len(differences)} differences in {len(made)} cases")  # noqa: T201
    assert differences == []
