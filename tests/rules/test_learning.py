"""Learning a fact never overturns a settled finding."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from rules import FACTS
from rules.case import Case
from rules.facts import Fact, FactValue, Kind, Quantity
from rules.findings import Truth
from rules.policy import Version
from tests.rules.policy_text import BCBSNC, LHCC

UNSPECIFIC = {"tumor", "cancer", "bone", "skin_elsewhere", "uterus"}
PAIRS = {
    "bone_share_3d": "bone_share_imrt",
    "joint_share_3d": "joint_share_imrt",
}


def values_of(fact: Fact) -> st.SearchStrategy[FactValue]:
    match fact.kind:
        case Kind.YES_NO:
            return st.booleans()
        case Kind.CHOICE:
            return st.sampled_from([c.value for c in fact.choices if c.value not in UNSPECIFIC])
        case Kind.YEARS:
            return st.integers(0, 130)
        case Kind.SHARE | Kind.POINTS:
            percent = st.decimals(0, 100, places=1)
            return st.builds(lambda number: {"": Quantity.exactly(number)}, percent)


def full_case(names: list[str]) -> st.SearchStrategy[dict[str, FactValue]]:
    return st.fixed_dictionaries({name: values_of(FACTS[name]) for name in names})


def fits(full: Mapping[str, FactValue], known: set[str]) -> bool:
    """Whether what follows from the known facts is what the full case says of the others."""
    case = Case.of({name: full[name] for name in known}, LHCC.links)
    return all(full[name] == link.value for name, link in case.implied.items())


LHCC_FACTS = [fact.name for fact in LHCC.facts]
SHARES = [fact.name for fact in BCBSNC.facts if fact.kind is Kind.SHARE]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(full_case(LHCC_FACTS), st.sets(st.sampled_from(LHCC_FACTS)), st.sampled_from(LHCC_FACTS))
def test_of_lhcc(full: dict[str, FactValue], known: set[str], learned: str) -> None:
    if not (fits(full, known) and fits(full, known | {learned})):
        return
    # A metastasis or an unknown primary is said; where it is not said it is no part of learning.
    known = known | {"tumor_origin"}
    decide = LHCC.versions[0].decide
    before = decide(Case.of({name: full[name] for name in known}, LHCC.links))
    after = decide(Case.of({name: full[name] for name in known | {learned}}, LHCC.links))

    assert before.truth is Truth.UNKNOWN or after.truth is before.truth
    if not before.open_questions:
        assert (before.truth is Truth.MET) == (after.truth is Truth.MET)
    if before.open_questions == after.open_questions == frozenset():
        assert after.truth is not Truth.MET or before.truth is Truth.MET


@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    full_case(SHARES),
    st.sets(st.sampled_from(SHARES)),
    st.sampled_from(SHARES),
    st.sampled_from(BCBSNC.versions),
)
def test_of_bcbsnc(
    full: dict[str, FactValue], known: set[str], learned: str, version: Version
) -> None:
    sarcoma: dict[str, FactValue] = {"tumor_type": "soft_tissue_sarcoma", "tumor_site": "thigh"}
    before = version.decide(Case.of(sarcoma | {name: full[name] for name in known}))
    after = version.decide(Case.of(sarcoma | {name: full[name] for name in known | {learned}}))

    assert before.truth is Truth.UNKNOWN or after.truth is before.truth


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.decimals(0, 100, places=1),
    st.decimals(0, 100, places=1),
    st.decimals(0, 20, places=1),
    st.sampled_from(BCBSNC.versions),
)
def test_of_a_range_made_exact(
    three_d: Decimal, imrt: Decimal, width: Decimal, version: Version
) -> None:
    """An exact share within a stated range never overturns what the range settled."""
    sarcoma: dict[str, FactValue] = {
        "tumor_type": "soft_tissue_sarcoma",
        "tumor_site": "thigh",
        "joint_share_3d": {"": Quantity.exactly(0)},
        "bone_share_imrt": {"": Quantity.exactly(imrt)},
    }
    ends = Quantity(max(Decimal(0), three_d - width), min(Decimal(100), three_d + width))
    before = version.decide(Case.of({**sarcoma, "bone_share_3d": {"": ends}}))
    exact = {"": Quantity.exactly(three_d)}
    after = version.decide(Case.of({**sarcoma, "bone_share_3d": exact}))

    assert before.truth is Truth.UNKNOWN or after.truth is before.truth
