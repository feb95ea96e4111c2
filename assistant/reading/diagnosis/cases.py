"""The diagnoses that a message names: primaries, and lesions that came from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reading.diagnosis.case import Case
from assistant.reading.diagnosis.coded import coded_cases, coded_secondaries
from assistant.reading.diagnosis.merging import merged
from assistant.reading.diagnosis.primaries import Links, primary
from assistant.reading.diagnosis.said import Said
from assistant.reading.diagnosis.secondaries import secondary
from assistant.reading.diagnosis.spotting import Kind
from assistant.reading.diagnosis.spread import spread_of
from assistant.reading.diagnosis.unknown_primary import with_unknown_primary
from assistant.reading.diagnosis.words import cues
from rules.tumors import BENIGN, HEAD_AND_NECK, TumorSite, TumorType
from terminology.regions import is_within


def cases_of(said: Said) -> list[Case]:
    """Every diagnosis that is affirmed of this patient, in the order of the message."""
    links = Links.of(said)
    spreads = [spread_of(said, term) for term in said.affirmed(Kind.SPREAD)]
    for spread in spreads:
        links.leave_to_spread(spread.source, spread.places)
    nouns = {spread.carrier for spread in spreads}
    named = [primary(said, links, term) for term in said.affirmed(Kind.LESION) if term not in nouns]
    coded = coded_cases(said)
    primaries = _without_side_findings(said, [case for case in named if case is not None])
    primaries += [case for case in coded if not case.is_secondary]
    known = _without_extensions(merged(said.message, primaries))
    spread_cases = (secondary(said, spread, known) for spread in spreads)
    seconds = [case for case in spread_cases if case is not None]
    seconds += coded_secondaries(coded, known, seconds)
    rest = [case for case in known if not _is_said_again(case, seconds)]
    found = sorted([*rest, *seconds], key=lambda case: case.words)
    return with_unknown_primary(said, found)


def _without_side_findings(said: Said, named: Sequence[Case]) -> list[Case]:
    """Without a bare lesion that is called incidental or stable, where a disease is named too."""
    message = said.message
    calm = {word.sentence for word in message.words if word.plain in cues().side_finding}
    if not any(case.type is not TumorType.TUMOR and not case.is_implied for case in named):
        return list(named)
    return [
        case
        for case in named
        if case.type is not TumorType.TUMOR or message.words[case.words[0]].sentence not in calm
    ]


def _without_extensions(cases: Sequence[Case]) -> list[Case]:
    """Without a bare "tumor" at the skull base, which a named cancer of the head has reached."""
    is_of_head = any(
        case.site in HEAD_AND_NECK | {TumorSite.SKIN_OF_HEAD_AND_NECK}
        and case.type not in BENIGN | {TumorType.TUMOR}
        for case in cases
    )
    return [
        case
        for case in cases
        if not (is_of_head and _is_bare(case) and case.site is TumorSite.SKULL_BASE)
    ]


def _is_bare(case: Case) -> bool:
    return case.type is TumorType.TUMOR and case.is_broad


def _is_said_again(case: Case, seconds: Sequence[Case]) -> bool:
    """Whether a primary is covered by what is said of its spread.

    So is a bare "lesion" at the place of the metastasis, and a primary already put in doubt
    because metastases are spoken of.
    """
    if any(not other.is_secondary and other.words in case.names for other in seconds):
        return True
    return _is_bare(case) and any(is_within(case.site, other.site) for other in seconds)
