"""Of several diagnoses the one that is irradiated now; doubt where the words do not tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.diagnosis.case import Case
from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.said import Said
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.treated import (
    is_target,
    is_treatment_planned,
    narrowed,
    recurred_terms,
    treated_elsewhere,
    treated_terms,
)
from assistant.reading.diagnosis.words import cues
from rules.tumors import TumorType

_SIDE = frozenset({TumorType.NOT_A_TUMOR, TumorType.BENIGN_TUMOR})
_SERIOUS = frozenset(TumorType) - _SIDE - {TumorType.TUMOR}
_LEUKEMIA = frozenset({TumorType.LEUKEMIA})
_PARTS = ("type", "site", "origin")
_NAMED_IN_DOUBT = 3
_NOW_REACH = 12  # words between "now" and the disease that it is said of
_CURRENT = frozenset({"current", "currently", "now", "today"})
_LISTING = frozenset({"and", "&", "plus"})
_NOT_OF_DISEASE = frozenset({",", ".", ";", ")", "patient", "pt", "member", "consult", "referral"})


def chosen(said: Said, cases: Sequence[Case]) -> Case | None:
    """The case that the message is about, with the doubt that the choice leaves."""
    targets = treated_terms(said)
    pool = _without_side_findings(_without_implied(_current(said, cases, targets)), targets)
    if not pool:
        return None
    aimed = [case for case in pool if is_target(case, targets)]
    if any(case.is_secondary for case in aimed):
        aimed = [case for case in aimed if case.is_head] or aimed
    if aimed and _agree(aimed):
        return narrowed(aimed[0], targets)
    elsewhere = None if aimed else treated_elsewhere(pool, [*targets, *recurred_terms(said)])
    pool = _without_sources(aimed or pool)
    if not _agree(pool):
        pool = _in_question(said.message, pool)
    if _agree(pool):
        case = min(pool, key=lambda case: len(case.doubts))
        why = elsewhere and f"“{said.message.words_of(elsewhere)}” is spoken of as well"
        return case.doubting(("site", "origin"), why) if why else case
    return _undecided(said.message, pool)


def _current(said: Said, cases: Sequence[Case], targets: Sequence[Spotted]) -> list[Case]:
    """What is not history; history alone is in doubt where a treatment is planned."""
    is_planned = is_treatment_planned(said)
    live = [
        case
        for case in cases
        if is_target(case, targets) or (is_planned if case.is_implied else not case.needs_treatment)
    ]
    found = [
        case
        for case in live
        if case.is_implied or not case.is_historical or is_target(case, targets)
    ]
    if any(not case.is_implied for case in found):
        return found
    operated = [case for case in live if case.is_operated]
    if operated:
        return operated
    past = [case for case in live if case.is_over and not case.is_implied]
    if past and (found or is_planned or len(past) > 1):
        return [case.doubting(_PARTS, "it was said as history") for case in past]
    return found


def _without_implied(cases: Sequence[Case]) -> list[Case]:
    """Named diseases go before those that a treatment implies, but may take their place."""
    named = [case for case in cases if not case.is_implied]
    implied = [case for case in cases if case.is_implied]
    if named and implied and all(case.site is None for case in named):
        first = named[0]
        placed = replace(
            first,
            site=implied[0].site,
            site_words=implied[0].words,
            origin=first.origin or implied[0].origin,
        )
        return [placed, *named[1:]]
    return named or implied


def _without_side_findings(cases: Sequence[Case], targets: Sequence[Spotted]) -> list[Case]:
    """A benign tumor or no tumor beside a malignant one counts only where it is irradiated.

    So do leukemia beside a solid tumor, and a questionable "lesion" beside a cancer.
    """
    if any(case.type in _SERIOUS and "type" not in case.doubts for case in cases):
        cases = [case for case in cases if not _is_vague(case) or is_target(case, targets)]
    for side, main in ((_SIDE, _SERIOUS), (_LEUKEMIA, _SERIOUS - _LEUKEMIA)):
        if any(case.type in main for case in cases):
            cases = [case for case in cases if case.type not in side or is_target(case, targets)]
    return list(cases)


def _is_vague(case: Case) -> bool:
    """Whether a case is a mass of which not even that is certain."""
    return case.type is TumorType.TUMOR and "type" in case.doubts


def _without_sources(cases: Sequence[Case]) -> list[Case]:
    """Where a metastasis is the subject, its primary is not what is irradiated."""
    sources = {case.source for case in cases if case.is_head}
    return [case for case in cases if case.is_head or sources.isdisjoint(case.names)]


def _agree(cases: Sequence[Case]) -> bool:
    return len({(case.type, case.site, case.is_secondary) for case in cases}) <= 1


def _in_question(message: Message, pool: Sequence[Case]) -> list[Case]:
    """The cases left when titles of documents and what is not current stand back."""
    cases = [case for case in pool if not _is_title(message, case)] or list(pool)
    now = [case for case in cases if _is_marked_now(message, case)]
    cases = now or [case for case in cases if not case.is_at_rest] or cases
    cases = [case for case in cases if case.year is None] or _latest(cases)
    placed = [case for case in cases if case.site]
    is_one_type = len({case.type for case in cases}) == 1
    return placed if placed and _agree(placed) and is_one_type else cases


def _latest(cases: Sequence[Case]) -> list[Case]:
    last = max((case.year for case in cases if case.year), default=None)
    return [case for case in cases if case.year == last]


def _is_title(message: Message, case: Case) -> bool:
    last = max(case.words[1], (case.site_words or case.words)[1])
    return any(
        message.same_sentence(i, case.words[0]) and message.word(i) in cues().title
        for i in range(last, last + 3)
    )


def _is_marked_now(message: Message, case: Case) -> bool:
    own = (case.words, case.site_words)
    ranges = (case.site_words, case.origin_words) if case.is_secondary else own
    i = start = min(words[0] for words in ranges if words)
    end = max(words[1] for words in ranges if words)
    if message.word(end) in _CURRENT and message.same_sentence(end, start):
        return True
    is_listed = False
    while message.same_sentence(i - 1, start) and start - i < _NOW_REACH:
        i -= 1
        other = message.term_at(i)
        is_listed = is_listed or message.word(i) in _LISTING
        if other and other.kind is Kind.LESION and not is_listed:
            return False
        if message.word(i) in cues().now and message.word(i + 1) not in _NOT_OF_DISEASE:
            return True
    return False


def _undecided(message: Message, pool: Sequence[Case]) -> Case:
    spread = next((case for case in pool if case.is_secondary), None)
    others = [case for case in pool if case is not spread]
    if spread and all(spread.source in case.names for case in others):
        why = "primary and metastasis are both spoken of; which is irradiated was not said"
        return spread.doubting(["site", "origin"], why)
    words = message.words
    names = " and ".join(
        f"“{message.text[words[first].start : words[last - 1].end]}”"
        for first, last in dict.fromkeys(case.words for case in pool[:_NAMED_IN_DOUBT])
    )
    first = next((case for case in pool if case.site), pool[0])
    return first.doubting(_PARTS, f"several diagnoses are named ({names}); which is irradiated?")
