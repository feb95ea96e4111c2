"""What a message says is irradiated now: the objects of its words of treatment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.diagnosis.at_risk import is_structure
from assistant.reading.diagnosis.case import Case
from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.said import Said
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.whose import has_year
from assistant.reading.diagnosis.words import cues
from rules.tumors import TumorSite
from terminology.regions import is_wider, is_within

_LINKING = frozenset({"to", "of", "for", "on", "against", "in", "at", "over", "is", "will", "be"})
_TAKES_OBJECT = ("treat", "irradiat", "radiat", "target")
_ASKED = frozenset({"covered", "indicated", "allowed", "necessary", "appropriate", "payable"})
_FIELDS = frozenset({"bed", "fossa", "apbi", "pmrt", "wbi", "pbi"})
_DIRECTED = frozenset({"directed", "bed", "cavity"})
_DOSE = frozenset({"%", "gy", "cgy", "percent", "v20", "v40"})
_PARTICIPLES = frozenset({"treated", "irradiated"})
_PRESENT = frozenset({"be", "being", "is", "are", "will", "to", "now", "currently"})
_PAST_BEHIND = frozenset({"ago", "previously", "earlier", "elsewhere"})


def treated_terms(said: Said) -> list[Spotted]:
    """Places and diseases that are said to be irradiated, now."""
    message = said.message
    aimed = (
        _aimed_at(message, i)
        for i, word in enumerate(message.words)
        if word.plain in cues().treatment and not _is_past(said, i)
    )
    found = [term for term in aimed if term]
    found += [term for term in message.terms if term.kind is Kind.WHOLE]
    return found + [term for term in message.terms if _is_field(message, term)]


def is_treatment_planned(said: Said) -> bool:
    """Whether a treatment is spoken of that has not been given already."""
    return any(
        word.plain in cues().treatment and not _is_past(said, i)
        for i, word in enumerate(said.message.words)
    )


def is_target(case: Case, targets: Sequence[Spotted]) -> bool:
    """Whether one of the irradiated places or diseases is the case's."""
    return any(_is_hit(case, term) for term in targets)


def narrowed(case: Case, targets: Sequence[Spotted]) -> Case:
    """The case with its site as narrow as the words about its irradiation put it."""
    for term in targets:
        site = term.place.site if term.place else None
        if is_wider(case.site, site):
            return replace(case, site=site, site_words=(term.start, term.end))
    return case


def _is_hit(case: Case, term: Spotted) -> bool:
    words = (term.start, term.end)
    if words in case.names or words in {case.site_words, case.origin_words}:
        return True
    place = term.place
    site = term.target or (place.site if place else None)
    if site is not None and is_within(site, case.site):
        return True
    if site is TumorSite.BONE_NOS and case.is_secondary:
        return True
    if place and (case.site in place.holds or str(case.site) in place.regional_to):
        return True
    lesion = term.lesion
    return lesion is not None and lesion.site is not None and lesion.site == case.site


def _is_field(message: Message, term: Spotted) -> bool:
    """Whether a term names a treatment that implies its disease, and not a past operation."""
    if not term.lesion or not term.lesion.implied:
        return False
    words = {message.word(i) for i in range(term.start, term.end)}
    return not words.isdisjoint(cues().treatment | _FIELDS)


def _aimed_at(message: Message, i: int) -> Spotted | None:
    skipped = cues().neutral | cues().article | cues().treatment | cues().parts | _ASKED
    linked = message.word(i).startswith(_TAKES_OBJECT)
    gives_dose = _gives_dose(message, i)
    j = i + 1
    while message.same_sentence(j, i):
        term, word = message.term_at(j), message.word(j)
        if term and term.kind in {Kind.PLACE, Kind.LESION, Kind.SPREAD}:
            if is_structure(message, term):
                break
            is_beside = term.kind is Kind.PLACE and not gives_dose
            if linked or is_beside:
                return term
            break
        if word in _LINKING:
            linked = True
        elif word not in skipped:
            break
        j += 1
    before = i - 2 if message.word(i - 1) in _DIRECTED else i - 1
    term = message.term_at(before) if before >= 0 else None
    return term if term and term.kind is Kind.PLACE else None


def _gives_dose(message: Message, i: int) -> bool:
    """Whether the sentence gives shares or doses: "IMRT femur 22 %" aims at no femur."""
    return any(
        word.plain in _DOSE and message.same_sentence(i, j) for j, word in enumerate(message.words)
    )


def _is_past(said: Said, i: int) -> bool:
    message = said.message
    word = message.words[i]
    meant = said.assertions.of(word.start, word.end)
    if meant.historical or meant.negated or meant.family:
        return True
    if _tells_earlier_treatment(message, i):
        return True
    before = {message.word(j) for j in range(i - 3, i) if message.same_sentence(i, j)}
    after = {message.word(j) for j in range(i + 1, i + 8) if message.same_sentence(i, j)}
    return not (before.isdisjoint(cues().past) and after.isdisjoint(_PAST_BEHIND))


def _tells_earlier_treatment(message: Message, i: int) -> bool:
    """Whether "treated" is a participle of the past: "treated for prostate cancer in 2012"."""
    if message.word(i) not in _PARTICIPLES:
        return False
    if not _PRESENT.isdisjoint(message.word(j) for j in range(i - 3, i)):
        return False
    if has_year(message, i + 1):
        return True
    diseases = [term for term in message.terms if term.kind is Kind.LESION]
    return message.word(i + 1) == "for" and len(diseases) > 1
