"""Conditions over the diagnosis: which tumors of which site and origin a criterion speaks of.

A diagnosis is often half known ("a tumor of the thigh", "sarcoma" with no site). A condition is
written for full diagnoses only; for a half-known one it is met or not met where every diagnosis
that could be meant agrees, and otherwise asks for what tells them apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rules.determination import Interpretation
from rules.diagnoses import origin_where_not_stated, sites_meant_by, types_meant_by
from rules.findings import Finding, Truth
from rules.tumors import TumorOrigin, TumorSite, TumorType

ANY_TYPE = frozenset(TumorType)
ANYWHERE = frozenset(TumorSite)
ANY_ORIGIN = frozenset(TumorOrigin)
PRIMARY = frozenset({TumorOrigin.PRIMARY})
SECONDARY = frozenset({TumorOrigin.SECONDARY})

Diagnosis = tuple[TumorType | None, TumorSite | None, TumorOrigin | None]
DIAGNOSIS = ("tumor_type", "tumor_site", "tumor_origin")


@dataclass(frozen=True)
class Clause:
    """Diagnoses that a condition treats alike; UNKNOWN means that the text has two readings."""

    types: frozenset[TumorType] = ANY_TYPE
    sites: frozenset[TumorSite] = ANYWHERE
    origins: frozenset[TumorOrigin] = ANY_ORIGIN
    truth: Truth = Truth.MET
    reading: Interpretation | None = None


@dataclass(frozen=True, eq=False)
class Condition:
    """Clauses in order: the first that fits a diagnosis decides, none means not met."""

    clauses: tuple[Clause, ...]

    def judge(self, kind: TumorType, site: TumorSite, origin: TumorOrigin) -> Clause:
        """The clause that decides a fully known diagnosis."""
        for clause in self.clauses:
            if kind in clause.types and site in clause.sites and origin in clause.origins:
                return clause
        return OTHERWISE

    def find(
        self, kind: TumorType | None, site: TumorSite | None, origin: TumorOrigin | None
    ) -> Finding:
        """What the condition says of a diagnosis of which any part may be unknown."""
        return _find(self, kind, site, origin)


OTHERWISE = Clause(truth=Truth.NOT_MET)


def condition(*clauses: Clause) -> Condition:
    """A condition of the clauses, tried in this order."""
    return Condition(clauses)


@lru_cache(maxsize=100_000)
def _find(
    condition: Condition,
    kind: TumorType | None,
    site: TumorSite | None,
    origin: TumorOrigin | None,
) -> Finding:
    diagnoses = _meant_by(kind, site, origin)
    meant = {full: _deciding(condition, names) for full, names in diagnoses}
    truths = {clause.truth for clause in meant.values()}
    readings = {clause.reading: None for clause in meant.values() if clause.reading}
    because = "as diagnosed" if truths != {Truth.UNKNOWN} else "the policy can be read two ways"
    if len(truths) == 1:
        return Finding(truths.pop(), because=because, facts=DIAGNOSIS, readings=tuple(readings))
    if Truth.MET not in truths:
        return Finding(Truth.UNKNOWN, because=because, facts=DIAGNOSIS, readings=tuple(readings))
    asks = frozenset(
        name for place, name in enumerate(DIAGNOSIS[:2]) if _tells_apart(meant, place)
    ) or frozenset(DIAGNOSIS[:2])
    return Finding(Truth.UNKNOWN, because="not stated", facts=DIAGNOSIS, asks=asks)


Full = tuple[TumorType, TumorSite]
Names = tuple[tuple[TumorType, TumorSite, TumorOrigin], ...]


@lru_cache(maxsize=1_000)
def _meant_by(
    kind: TumorType | None, site: TumorSite | None, origin: TumorOrigin | None
) -> tuple[tuple[Full, Names], ...]:
    """Each full diagnosis that may be meant, with the names it has: as stated, then in full."""
    meant = []
    for full_site in sites_meant_by(site):
        for full_kind in types_meant_by(kind, full_site, origin):
            full_origin = origin or origin_where_not_stated(full_kind, full_site)
            names = dict.fromkeys(
                (known_kind, known_site, full_origin)
                for known_site in (site or full_site, full_site)
                for known_kind in (kind or full_kind, full_kind)
            )
            meant.append(((full_kind, full_site), tuple(names)))
    return tuple(meant)


def _deciding(condition: Condition, names: Names) -> Clause:
    """The clause that decides a diagnosis.

    One that names an unspecific type or site itself ("any tumor") decides for all that the word
    may mean.
    """
    clause = OTHERWISE
    for name in names:
        clause = condition.judge(*name)
        if clause.truth is not Truth.NOT_MET:
            break
    return clause


def _tells_apart(meant: dict[Full, Clause], place: int) -> bool:
    """Whether the type (place 0) or the site (1) alone can make the condition met or not."""
    seen: dict[str, bool] = {}
    for key, clause in meant.items():
        met = clause.truth is Truth.MET
        if seen.setdefault(key[1 - place], met) is not met:
            return True
    return False
