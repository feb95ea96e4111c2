"""Names of one disease brought together: "a thigh mass; biopsy shows synovial sarcoma"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.diagnosis.case import Case
from rules.tumors import BENIGN, TumorOrigin, TumorType
from terminology.regions import is_wider, is_within

_MALIGNANT = frozenset(TumorType) - BENIGN - {TumorType.TUMOR, TumorType.NOT_A_TUMOR}


def merged(cases: Sequence[Case]) -> list[Case]:
    """The cases, each disease once, under its most specific name and site."""
    kept: list[Case] = []
    for case in (_without_guessed_site(case, cases) for case in cases):
        for i, other in enumerate(kept):
            one = _together(other, case)
            if one:
                kept[i] = one
                break
        else:
            kept.append(case)
    return kept


def _without_guessed_site(case: Case, cases: Sequence[Case]) -> Case:
    """The case without what it lies beside, where another name of it says the site."""
    others = (other for other in cases if other.site and not other.is_only_near)
    if case.is_only_near and any(_general_and_special(case, other) for other in others):
        doubt = {part: why for part, why in case.doubts.items() if part == "type"}
        return replace(case, site=None, site_words=None, origin=None, doubts=doubt)
    return case


def _together(one: Case, other: Case) -> Case | None:
    if (one.is_over, one.is_implied, one.source) != (other.is_over, other.is_implied, other.source):
        return None
    if one.site and other.site and not is_within(one.site, other.site):
        return None
    pair = _general_and_special(one, other)
    if pair is None:
        return None
    general, special = pair
    lead = special
    if special.site is None or is_wider(special.site, general.site):
        doubt = {"site": general.doubts["site"]} if "site" in general.doubts else {}
        lead = replace(
            special,
            site=general.site,
            site_words=general.site_words,
            origin=special.origin or general.origin or _origin_once_placed(special, general),
            doubts={k: why for k, why in special.doubts.items() if k != "site"} | doubt,
        )
    return replace(
        lead,
        is_broad=one.is_broad and other.is_broad,
        also=one.names | other.names,
    )


def _origin_once_placed(special: Case, general: Case) -> TumorOrigin | None:
    return TumorOrigin.PRIMARY if special.type is not TumorType.TUMOR and general.site else None


def _general_and_special(one: Case, other: Case) -> tuple[Case, Case] | None:
    if one.type == other.type:
        return (one, other) if one.is_broad and not other.is_broad else (other, one)
    for general, special in ((one, other), (other, one)):
        is_any_sarcoma = general.is_broad and general.type is TumorType.SOFT_TISSUE_SARCOMA
        if (
            general.type is TumorType.TUMOR
            or (general.type is TumorType.CANCER and special.type in _MALIGNANT)
            or (is_any_sarcoma and special.type is TumorType.BONE_SARCOMA)
        ):
            return general, special
    return None
