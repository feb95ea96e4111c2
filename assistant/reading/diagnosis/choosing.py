"""Of several diagnoses the one that is irradiated now; doubt where the words do not tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.assertion import Assertions
from assistant.reading.diagnosis.cases import Case, is_wider, is_within
from assistant.reading.diagnosis.linking import Message
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.words import cues
from rules.tumors import TumorSite

_LINKING = frozenset({"to", "of", "for", "on", "against", "in", "at", "over", "is", "will", "be"})
_FIELDS = frozenset({"bed", "fossa", "apbi", "pmrt", "wbi", "pbi"})
_PARTS = ("type", "site", "origin")


def chosen(message: Message, assertions: Assertions, cases: Sequence[Case]) -> Case | None:
    """The case that the message is about, with the doubt that the choice leaves."""
    targets = treated_terms(message, assertions)
    live = [case for case in cases if not case.needs_treatment or _is_target(case, targets)]
    current = _current(message, assertions, live, targets)
    explicit = [case for case in current if not case.is_implied]
    pool = explicit or current
    if explicit and current != explicit and all(case.site is None for case in explicit):
        pool = [_placed_by(explicit[0], next(c for c in current if c.is_implied)), *explicit[1:]]
    if not pool:
        return None
    aimed = [case for case in pool if _is_target(case, targets)]
    if len(aimed) > 1 and any(case.is_secondary for case in aimed):
        aimed = [case for case in aimed if case.is_head] or aimed
    if aimed and _agree(aimed):
        return _narrowed(aimed[0], targets)
    pool = aimed or pool
    heads = [case for case in pool if case.is_head]
    if heads:
        sources = {case.source for case in heads}
        pool = [case for case in pool if case.is_head or sources.isdisjoint(case.names)]
    if not _agree(pool):
        pool = _in_question(message, pool)
    first = pool[0]
    if _agree(pool):
        return next((case for case in pool if case.is_secondary), first) if heads else _one(pool)
    return _undecided(message, pool)


def _current(
    message: Message, assertions: Assertions, cases: Sequence[Case], targets: Sequence[Spotted]
) -> list[Case]:
    """What is not history; history alone is in doubt where a treatment is planned."""
    aimed = {id(case) for case in cases if _is_target(case, targets)}
    found = [case for case in cases if not case.is_historical or id(case) in aimed]
    if any(not case.is_implied for case in found):
        return found
    operated = [case for case in cases if case.is_operated]
    if operated:
        return operated
    past = [case for case in cases if case.is_over and not case.is_implied]
    if past and (found or _is_treatment_planned(message, assertions)):
        return [case.doubting(_PARTS, "it was said as history") for case in past]
    return found


def _is_treatment_planned(message: Message, assertions: Assertions) -> bool:
    return any(
        word.plain in cues().treatment and not _is_past(message, assertions, i)
        for i, word in enumerate(message.words)
    )


def treated_terms(message: Message, assertions: Assertions) -> list[Spotted]:
    """Places and diseases that are said to be irradiated, now."""
    found: list[Spotted] = []
    for i, word in enumerate(message.words):
        if word.plain not in cues().treatment or _is_past(message, assertions, i):
            continue
        term = _aimed_at(message, i)
        if term:
            found.append(term)
    found += [term for term in message.terms if term.kind is Kind.WHOLE]
    found += [term for term in message.terms if _is_field(message, term)]
    return found


def _is_field(message: Message, term: Spotted) -> bool:
    """Whether a term names a treatment that implies its disease, and not a past operation."""
    if not term.lesion or not term.lesion.implied:
        return False
    words = {message.words[i].plain for i in range(term.start, term.end)}
    return not words.isdisjoint(cues().treatment | _FIELDS)


def _aimed_at(message: Message, i: int) -> Spotted | None:
    j, linked = i + 1, False
    while message.same_sentence(j, i):
        term, word = message.term_at(j), message.words[j].plain
        if term and term.kind in {Kind.PLACE, Kind.LESION, Kind.SPREAD}:
            is_object = message.words[i].plain.startswith(("treat", "irradiat", "radiat", "target"))
            if linked or is_object:
                return term
            break
        if word in _LINKING:
            linked = True
        elif not (
            word in cues().neutral
            or word in cues().article
            or word in cues().treatment
            or word in cues().parts
        ):
            break
        j += 1
    before = message.term_at(i - 1) if i else None
    if before is None and i > 1 and message.words[i - 1].plain in {"directed", "bed", "cavity"}:
        before = message.term_at(i - 2)
    return before if before and before.kind is Kind.PLACE else None


def _is_past(message: Message, assertions: Assertions, i: int) -> bool:
    word = message.words[i]
    said = assertions.of(word.start, word.end)
    if said.historical or said.negated or said.family:
        return True
    nearby = range(max(0, i - 3), min(len(message.words), i + 8))
    return any(
        message.words[j].plain in cues().past and message.same_sentence(i, j)
        for j in nearby
        if j < i or message.words[j].plain in {"ago", "previously", "earlier", "elsewhere"}
    )


def _is_target(case: Case, targets: Sequence[Spotted]) -> bool:
    for term in targets:
        if (term.start, term.end) in case.names or case.site_words == (term.start, term.end):
            return True
        if case.origin_words == (term.start, term.end):
            return True
        site = term.target or (term.place.site if term.place else None)
        if site is not None and (is_within(site, case.site) or _covers(site, case)):
            return True
        lesion = term.lesion
        if lesion and lesion.site and lesion.site == case.site:
            return True
    return False


def _covers(site: TumorSite, case: Case) -> bool:
    is_bone = site is TumorSite.BONE_NOS
    return is_bone and case.is_secondary


def _agree(cases: Sequence[Case]) -> bool:
    return len({(case.type, case.site, case.is_secondary) for case in cases}) <= 1


def _one(cases: Sequence[Case]) -> Case:
    return min(cases, key=lambda case: len(case.doubts))


def _narrowed(case: Case, targets: Sequence[Spotted]) -> Case:
    """The site as narrow as the words about its irradiation put it."""
    for term in targets:
        site = term.place.site if term.place else None
        if is_wider(case.site, site):
            return replace(case, site=site, site_words=(term.start, term.end))
    return case


def _placed_by(case: Case, implied: Case) -> Case:
    """A disease without a place takes that of the treatment ("lumpectomy for cancer")."""
    return replace(
        case,
        site=implied.site,
        site_words=implied.words,
        origin=case.origin or implied.origin,
    )


def _in_question(message: Message, pool: Sequence[Case]) -> list[Case]:
    """The cases left when titles of documents and what is not current stand back."""
    cases = [case for case in pool if not _is_title(message, case)] or list(pool)
    now = [case for case in cases if _is_marked_now(message, case)]
    if now and len(now) < len(cases):
        cases = now
    placed = [case for case in cases if case.site]
    return placed if placed and _agree(placed) and _is_unplaced_kin(cases) else cases


def _is_unplaced_kin(cases: Sequence[Case]) -> bool:
    return len({case.type for case in cases}) == 1


def _is_title(message: Message, case: Case) -> bool:
    last = (case.site_words or case.words)[1]
    last = max(last, case.words[1])
    return any(
        message.same_sentence(i, case.words[0]) and message.words[i].plain in cues().title
        for i in range(last, last + 3)
    )


def _is_marked_now(message: Message, case: Case) -> bool:
    start = min(case.words[0], (case.site_words or case.words)[0])
    return any(
        message.same_sentence(i, start) and message.words[i].plain in cues().now
        for i in range(max(0, start - 4), start)
    )


def _undecided(message: Message, pool: Sequence[Case]) -> Case:
    secondary = next((case for case in pool if case.is_secondary), None)
    first = pool[0]
    others = [case for case in pool if case is not secondary]
    sources = [case for case in others if secondary and secondary.source in case.names]
    if secondary and sources and len(others) == len(sources):
        why = "the primary and a metastasis are both spoken of, and which is irradiated was not said"
        return secondary.doubting(["site", "origin"], why)
    names = " and ".join(dict.fromkeys(_name(message, case) for case in pool[:3]))
    return first.doubting(_PARTS, f"several diagnoses are named ({names}); which is irradiated?")


def _name(message: Message, case: Case) -> str:
    words = message.words
    return f"“{message.text[words[case.words[0]].start : words[case.words[1] - 1].end]}”"
