"""A lesion at a place becomes tumor type, site and origin: combinations never seen included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rules.tumors import TumorOrigin, TumorSite, TumorType
from terminology.entries import Lesion, Place, Rule, Tissue, rules, skin_regions
from terminology.regions import is_wider

_OF_THE_SKIN = frozenset(
    {TumorType.CARCINOMA, TumorType.CANCER, TumorType.CUTANEOUS_MELANOMA, TumorType.TUMOR}
)
_ORIGIN_NEEDS_SITE = frozenset({TumorType.CARCINOMA, TumorType.CANCER})
_WITHOUT_ORIGIN = frozenset({TumorType.TUMOR, TumorType.NOT_A_TUMOR})


@dataclass(frozen=True)
class Composed:
    """What a lesion at its places is; `None` where the words do not say.

    `doubt_of` names the parts ("type", "site", "origin") that `doubt` is about.
    """

    type: TumorType
    site: TumorSite | None
    origin: TumorOrigin | None
    doubt: str = ""
    doubt_of: frozenset[str] = frozenset()


def compose(lesion: Lesion, places: Sequence[Place], *, is_primary: bool = False) -> Composed:
    """The diagnosis of a lesion at these places; `is_primary` where "primary" was said.

    >>> from terminology.lookup import lesion, place
    >>> made = compose(lesion("carcinoma"), [place("uterus")])
    >>> made.type.value, made.site.value
    ('carcinoma', 'endometrium')
    """
    place = main_place(places)
    site = place.site if place else None
    if lesion.site:
        site = lesion.site
    elif site is None or (place and _gives_way(place, lesion)):
        site = lesion.usual_site or site
    tissues = {one.tissue for one in places if one.site is None or one.rank == 0}
    kind = lesion.type if Tissue.SKIN in tissues else _type_at(lesion, site)
    is_settled = lesion.settled_by_place and place is not None and place.site == site
    doubt_of = set() if is_settled else set(lesion.doubt_of)
    doubt, origin, origin_unsaid = lesion.doubt if doubt_of else "", None, False
    where = site
    if _is_of_skin(lesion, kind, tissues) and site is not None:
        where = _skin_site(site)
    rule = None if lesion.site else _rule_for(lesion, kind, where, place, tissues)
    if rule:
        kind = (
            lesion.elsewhere or rule.becomes or kind
            if rule.soft_tissue_said
            else (rule.becomes or kind)
        )
        where = rule.becomes_site or where
        origin, origin_unsaid = rule.origin, rule.origin_unsaid
        if rule.doubt and not (is_primary and rule.origin):
            doubt = rule.doubt
            doubt_of |= {"origin"} if rule.origin else {"site"} if rule.becomes_site else {"type"}
    if is_primary:
        origin = TumorOrigin.PRIMARY
    elif origin is None and not origin_unsaid:
        origin = _usual_origin(kind, where)
    return Composed(kind, where, origin, doubt, frozenset(doubt_of))


def main_place(places: Sequence[Place]) -> Place | None:
    """The narrowest of several places, the first of equals."""
    named = [place for place in places if place.site is not None]
    main = max(named, key=lambda place: place.rank) if named else None
    for place in named:
        if main and place.rank == main.rank and is_wider(main.site, place.site):
            main = place
    return main


def _gives_way(place: Place, lesion: Lesion) -> bool:
    """Whether the lesion's usual site says more: of a bare "bone", or of its own lymph nodes."""
    if lesion.usual_site is None:
        return False
    return place.rank == 0 or str(lesion.usual_site) in place.regional_to


def _type_at(lesion: Lesion, site: TumorSite | None) -> TumorType:
    for sites, kind in lesion.at:
        if site in sites:
            return kind
    return lesion.type


def _is_of_skin(lesion: Lesion, kind: TumorType, tissues: set[Tissue]) -> bool:
    if lesion.tissue is Tissue.SKIN:
        return kind is lesion.type
    return Tissue.SKIN in tissues and kind in _OF_THE_SKIN


def _skin_site(site: TumorSite) -> TumorSite:
    regions = skin_regions()
    if site in regions.head_and_neck:
        return TumorSite.SKIN_OF_HEAD_AND_NECK
    return TumorSite.SKIN_ELSEWHERE if site in regions.elsewhere else site


def _rule_for(
    lesion: Lesion,
    kind: TumorType,
    site: TumorSite | None,
    place: Place | None,
    tissues: set[Tissue],
) -> Rule | None:
    for rule in rules():
        if kind not in rule.types or lesion.tissue in rule.not_lesion_of:
            continue
        if rule.soft_tissue_said:
            if Tissue.SOFT in tissues:
                return rule
            continue
        if place is None or (rule.sites and site not in rule.sites) or site in rule.not_sites:
            continue
        if rule.tissues.isdisjoint({place.tissue, *(tissues & {Tissue.BONE})}) and rule.tissues:
            continue
        if rule.named_bone is not None and rule.named_bone == (
            place.rank == 0 or Tissue.BONE in tissues
        ):
            continue
        return rule
    return None


def _usual_origin(kind: TumorType, site: TumorSite | None) -> TumorOrigin | None:
    if kind in _WITHOUT_ORIGIN or (site is None and kind in _ORIGIN_NEEDS_SITE):
        return None
    return TumorOrigin.PRIMARY
