"""Names of one disease brought together: "a thigh mass; biopsy shows synovial sarcoma"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.diagnosis.case import Case
from assistant.reading.diagnosis.message import Message
from rules.tumors import BENIGN, TumorOrigin, TumorType
from terminology.regions import is_wider, is_within

_LISTING = frozenset({"and", "&", "plus"})
_MALIGNANT = frozenset(TumorType) - BENIGN - {TumorType.TUMOR, TumorType.NOT_A_TUMOR}


def merged(message: Message, cases: Sequence[Case]) -> list[Case]:
    """The cases, each disease once, under its most specific name and site.

    A name without a site goes with the nearest one that it may be a name of; a mass goes with
    each disease that it is suspected to be.
    """
    kept: list[Case] = []
    for case in (_without_guessed_site(case, cases) for case in cases):
        is_named_before = False
        for other in sorted(kept, key=lambda other: _distance(other, case)):
            is_suspected = case.type is TumorType.TUMOR and "type" in other.doubts
            if is_named_before and not is_suspected:
                continue
            one = None if _are_listed(message, other, case) else _together(other, case)
            if one:
                kept[kept.index(other)] = one
                is_named_before = True
        if not is_named_before:
            kept.append(case)
    return kept


def _distance(one: Case, other: Case) -> int:
    return min(abs(first - other.words[0]) for first, _ in one.names)


def _are_listed(message: Message, one: Case, other: Case) -> bool:
    """Whether two names of cancers are joined as two diseases: "Hodgkin and thyroid cancer"."""
    if TumorType.TUMOR in {one.type, other.type} or one.type == other.type:
        return False
    first, second = sorted((max(one.names), other.words))
    start = min(second[0], (other.site_words or second)[0])
    between = range(first[1], start)
    return message.same_sentence(first[0], second[0]) and any(
        message.word(i) in _LISTING for i in between
    )


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
    if one.type == other.type and "type" not in one.doubts.keys() & other.doubts.keys():
        lead = replace(lead, doubts={k: why for k, why in lead.doubts.items() if k != "type"})
    return replace(
        lead,
        is_broad=one.is_broad and other.is_broad,
        also=one.names | other.names,
    )


def _origin_once_placed(special: Case, general: Case) -> TumorOrigin | None:
    return TumorOrigin.PRIMARY if special.type is not TumorType.TUMOR and general.site else None


def _general_and_special(one: Case, other: Case) -> tuple[Case, Case] | None:
    if one.name and one.name == other.name and (one.site is None) != (other.site is None):
        return (one, other) if one.site is None else (other, one)
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
