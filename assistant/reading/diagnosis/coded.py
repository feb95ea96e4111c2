"""Diagnoses given as ICD-10-CM codes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.diagnosis.case import UNNAMED, Case
from assistant.reading.diagnosis.said import Said
from rules.tumors import TumorOrigin
from terminology import icd10cm
from terminology.regions import is_within


def coded_cases(said: Said) -> list[Case]:
    """A case for each code that is affirmed of this patient."""
    found = (_coded(said, written) for written in icd10cm.codes_in(said.message.text))
    return [case for case in found if case is not None]


def coded_secondaries(
    coded: Sequence[Case], primaries: Sequence[Case], known: Sequence[Case]
) -> list[Case]:
    """Codes of metastases that the words do not name already, with their primary's type.

    A code of lymph nodes beside a primary adds nothing: its nodes stay with the primary, unless
    of the primary no site is known, as with C80.1.
    """
    found: list[Case] = []
    source = next((case for case in primaries if not case.is_implied), None)
    for case in coded:
        is_known = any(is_within(case.site, other.site) for other in (*known, *found))
        if not case.is_secondary or is_known or (case.is_nodal and source and source.site):
            continue
        if source is None:
            found.append(replace(case, is_head=True))
            continue
        found.append(
            replace(
                case,
                type=source.type,
                words=source.words,
                source=source.words,
                site_words=case.words,
                origin_words=case.words,
                is_head=case.words < source.words,
            )
        )
    return found


def _coded(said: Said, written: icd10cm.WrittenCode) -> Case | None:
    made = icd10cm.diagnosis(written.code)
    inside = [
        i
        for i, word in enumerate(said.message.words)
        if word.start < written.end and word.end > written.start
    ]
    meant = said.how_at(inside[0], inside[-1] + 1)
    if made is None or meant.negated or meant.family:
        return None
    case = Case(
        type=made.type,
        site=made.site,
        origin=made.origin,
        words=(inside[0], inside[-1] + 1),
        is_historical=meant.historical,
        source=UNNAMED if made.origin is TumorOrigin.SECONDARY else None,
        is_nodal=made.is_nodal,
    )
    if made.doubt:
        case = case.doubting(["type", "site"], made.doubt)
    return case.doubting(["site"], made.site_doubt) if made.site_doubt else case
