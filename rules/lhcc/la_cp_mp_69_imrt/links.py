"""What one fact says of another, so that nobody is asked what is already plain."""

from __future__ import annotations

from rules.case import Link
from rules.facts import Fact
from rules.lhcc.la_cp_mp_69_imrt.facts import (
    BREAST_TREATMENT,
    CRANIOSPINAL,
    HIPPOCAMPAL_SPARING,
    INTERNAL_MAMMARY_NODES,
    NEAR_SKULL_BASE,
    NODAL_IRRADIATION,
)
from rules.tumors import HEAD_AND_NECK, NEURAXIS, TumorSite, TumorType

_OF_THE_BREAST = frozenset({"accelerated_partial_breast", "whole_breast", "post_mastectomy"})
_NEAR_SKULL = (NEURAXIS - {TumorSite.SPINE, TumorSite.SPINAL_CORD}) | HEAD_AND_NECK
_NEAR_SKULL_TOO = frozenset({TumorSite.EYE, TumorSite.SKIN_OF_HEAD_AND_NECK})


def _only_at(fact: Fact, sites: frozenset[TumorSite], why: str) -> Link:
    elsewhere: frozenset[bool | str] = frozenset(TumorSite) - sites
    return Link("tumor_site", elsewhere, fact.name, value=False, why=why)


def _makes_breast(name: str, value: str, over: frozenset[str] = frozenset()) -> Link:
    why = "the treatment stated is one of breast cancer"
    return Link(BREAST_TREATMENT.name, _OF_THE_BREAST, name, value, why, over)


LINKS = (
    Link(
        HIPPOCAMPAL_SPARING.name,
        frozenset({True}),
        "tumor_site",
        TumorSite.BRAIN,
        "whole brain radiotherapy treats the brain",
    ),
    _makes_breast("tumor_site", TumorSite.BREAST),
    Link(
        BREAST_TREATMENT.name,
        frozenset({"post_mastectomy"}),
        "tumor_site",
        TumorSite.BREAST,
        "after mastectomy the chest wall is treated for the breast cancer",
        over=frozenset({TumorSite.CHEST_WALL}),
    ),
    _makes_breast("tumor_type", TumorType.CANCER),
    _only_at(
        NEAR_SKULL_BASE,
        _NEAR_SKULL | _NEAR_SKULL_TOO,
        "the site is away from the base of skull",
    ),
    _only_at(CRANIOSPINAL, NEURAXIS, "the site is outside brain and spine"),
    Link(
        NODAL_IRRADIATION.name,
        frozenset({False}),
        INTERNAL_MAMMARY_NODES.name,
        value=False,
        why="no nodes are treated",
    ),
)
