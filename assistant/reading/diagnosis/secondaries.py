"""Metastases as cases: with the type of their primary, at the place where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.diagnosis.case import UNNAMED, Case
from assistant.reading.diagnosis.said import Said
from assistant.reading.diagnosis.spread import Spread
from rules.tumors import NEURAXIS, TumorOrigin, TumorSite, TumorType
from terminology.composing import main_place
from terminology.entries import Place

_OF_THE_NEURAXIS = frozenset(
    {TumorType.MALIGNANT_CNS_TUMOR, TumorType.BENIGN_CNS_TUMOR, TumorType.GERM_CELL_TUMOR}
)


def secondary(said: Said, spread: Spread, primaries: Sequence[Case]) -> Case | None:
    """The case of a metastasis.

    `None` where it stands in the primary's own lymph nodes, or within the neuraxis of a tumor of
    the brain or cord: the primary is then what is irradiated.
    """
    source = _named_source(spread, primaries)
    is_head = spread.is_head
    if source is None and not spread.source_place:
        source, is_head = _source_nearby(spread, primaries)
    home = source.site if source else None
    if spread.source_place and spread.source_place.place:
        home = spread.source_place.place.site
    spots = [spot for spot in spread.places if spot.place]
    if any(_is_regional(spot.place, home) for spot in spots):
        return None
    main = main_place([spot.place for spot in spots if spot.place])
    site = spread.term.target or (main.site if main else None)
    words = (spread.term.start, spread.term.end)
    if site is None:
        return _somewhere(spread, source)
    if source and site in NEURAXIS and source.type in _OF_THE_NEURAXIS:
        return None
    spot = next((spot for spot in spots if spot.place is main), None)
    doubt = {"type": source.doubts["type"]} if source and "type" in source.doubts else {}
    return Case(
        type=source.type if source else TumorType.CANCER,
        site=site,
        origin=TumorOrigin.SECONDARY,
        words=source.words if source else words,
        site_words=(spot.start, spot.end) if spot else words,
        origin_words=words,
        doubts=doubt,
        is_historical=said.how(spread.term).historical,
        source=source.words if source else UNNAMED,
        is_head=is_head or source is None,
    )


def _named_source(spread: Spread, primaries: Sequence[Case]) -> Case | None:
    start = spread.source.start if spread.source else None
    named = (case for case in primaries if start in {first for first, _ in case.names})
    return next(named, None)


def _source_nearby(spread: Spread, primaries: Sequence[Case]) -> tuple[Case | None, bool]:
    """The primary named elsewhere, and whether the metastasis is the subject.

    It is in "seven brain mets, renal primary", it may not be in "renal cancer with brain mets".
    """
    others = [c for c in primaries if not c.is_implied and c.type is not TumorType.TUMOR]
    behind = [case for case in others if case.words[0] > spread.term.start]
    if behind:
        return behind[0], True
    ahead = [case for case in others if case.words[0] < spread.term.start]
    return (ahead[-1], ahead[-1].is_historical) if ahead else (None, False)


def _somewhere(spread: Spread, source: Case | None) -> Case | None:
    if source is None:
        return None
    if spread.is_head and spread.source:
        return replace(
            source,
            site=None,
            site_words=None,
            origin=TumorOrigin.SECONDARY,
            origin_words=(spread.term.start, spread.term.end),
            doubts={part: why for part, why in source.doubts.items() if part == "type"},
            source=source.words,
            is_head=True,
        )
    why = "metastases are spoken of, and which lesion is irradiated was not said"
    words = (spread.term.start, spread.term.end)
    return replace(source, origin_words=words, is_broad=False).doubting(["site", "origin"], why)


def _is_regional(place: Place | None, home: TumorSite | None) -> bool:
    if place is None or home is None:
        return False
    return place.site == home or not place.regional_to.isdisjoint({str(home), "*"})
