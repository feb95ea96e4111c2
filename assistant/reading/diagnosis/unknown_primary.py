"""A primary that was looked for and not found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.diagnosis.at_risk import is_behind_dose, is_structure
from assistant.reading.diagnosis.case import Case
from assistant.reading.diagnosis.said import Said
from assistant.reading.diagnosis.spotting import Kind, Spotted
from rules.tumors import HEAD_AND_NECK, TumorOrigin, TumorSite, TumorType
from terminology.entries import Tissue

_MAY_BE_OF_UNKNOWN_PRIMARY = frozenset(
    {
        TumorType.CARCINOMA,
        TumorType.CANCER,
        TumorType.TUMOR,
        TumorType.CUTANEOUS_MELANOMA,
        TumorType.MUCOSAL_MELANOMA,
    }
)
_OF_HEAD_AND_NECK = frozenset({"head", "sccup", "hncup", "cuphn", "sccuphn"})


def with_unknown_primary(said: Said, found: Sequence[Case]) -> list[Case]:
    """The cases, one of them of unknown primary where the message says so.

    In the head and neck the nodes of the neck are its site, and it stays of unknown primary; a
    metastasis elsewhere that is treated stays a metastasis.
    """
    terms = [term for term in said.message.terms if term.kind is Kind.UNKNOWN_PRIMARY]
    if not terms:
        return list(found)
    unknown = terms[0]
    carriers = [case for case in found if case.type in _MAY_BE_OF_UNKNOWN_PRIMARY]
    carriers.sort(key=lambda case: not case.is_secondary)
    words = (unknown.start, unknown.end)
    span = range(*words)
    case = carriers[0] if carriers else Case(TumorType.CANCER, None, None, words)
    nodes = _nodes(said)
    site, site_words = case.site, case.site_words
    if nodes and nodes[0].place and site not in HEAD_AND_NECK:
        site, site_words = nodes[0].place.site, (nodes[0].start, nodes[0].end)
    if site in HEAD_AND_NECK or not _OF_HEAD_AND_NECK.isdisjoint(map(said.message.word, span)):
        site, site_words = TumorSite.NECK_NODES, site_words or words
    is_distant = case.is_secondary and site not in HEAD_AND_NECK and not nodes
    settled = replace(
        case,
        site=site,
        site_words=site_words,
        origin=TumorOrigin.SECONDARY if is_distant else TumorOrigin.UNKNOWN_PRIMARY,
        origin_words=words,
        doubts={part: why for part, why in case.doubts.items() if part == "type"},
    )
    return [settled, *(other for other in found if other not in carriers)]


def _nodes(said: Said) -> list[Spotted]:
    message = said.message
    return [
        term
        for term in message.terms
        if term.place
        and term.place.site
        and (term.place.tissue is Tissue.NODE or term.place.site in HEAD_AND_NECK)
        and not is_structure(message, term)
        and not is_behind_dose(message, term)
    ]
