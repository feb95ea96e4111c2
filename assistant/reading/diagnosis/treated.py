"""What a message says is irradiated now: the objects of its words of treatment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.diagnosis.at_risk import is_behind_dose, is_near, is_structure
from assistant.reading.diagnosis.case import Case
from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.said import Said
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.when import has_year, is_told_since_year
from assistant.reading.diagnosis.words import cues
from rules.tumors import LIMBS_AND_GIRDLES, TumorSite
from terminology.entries import Tissue
from terminology.regions import is_wider, is_within

_LINKING = frozenset({"to", "of", "for", "on", "against", "in", "at", "over", "is", "will", "be"})
_TAKES_OBJECT = ("treat", "irradiat", "radiat", "target")
_ASKED = frozenset({"covered", "indicated", "allowed", "necessary", "appropriate", "payable"})
_FIELDS = frozenset({"bed", "fossa", "apbi", "pmrt", "wbi", "pbi"})
_HEADING_LINKS = frozenset({":", "=", "is", "are", "-", "cover", "covers", "include", "includes"})
_DIRECTED = frozenset({"directed", "bed", "cavity"})
_DOSE = frozenset({"%", "gy", "cgy", "percent", "v20", "v40"})
_OFTEN_OF_METASTASES = (LIMBS_AND_GIRDLES - {TumorSite.GROIN}) | {
    TumorSite.BRAIN,
    TumorSite.SPINE,
    TumorSite.LIVER,
    TumorSite.LUNG,
    TumorSite.ADRENAL,
}
_REACH = 8  # words between a recurrence and its place
_PARTICIPLES = frozenset({"treated", "irradiated"})
_PASSIVE = frozenset({"treated", "irradiated", "targeted", "radiated", "target", "boosted"})
_BEING = frozenset({"is", "are", "be", "being", "get", "gets", "will", "going"})
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
    found += [term for term in _headed(message) if said.counts(term)]
    found += [term for term in message.terms if term.kind is Kind.WHOLE]
    return found + [term for term in message.terms if _is_field(said, term)]


def is_treatment_planned(said: Said) -> bool:
    """Whether a treatment is spoken of that has not been given already."""
    return any(
        word.plain in cues().treatment and not _is_past(said, i)
        for i, word in enumerate(said.message.words)
    )


def is_target(case: Case, targets: Sequence[Spotted]) -> bool:
    """Whether one of the irradiated places or diseases is the case's."""
    return any(_is_hit(case, term) for term in targets)


def recurred_terms(said: Said) -> list[Spotted]:
    """Places in which a disease is said to have come back: "recurred as a spot in L1"."""
    message = said.message
    marks = (i for i, word in enumerate(message.words) if word.plain in cues().recurred)
    found = (
        message.term_at(j)
        for i in marks
        for j in range(i + 1, i + _REACH)
        if message.same_sentence(i, j) and message.word(j - 1) not in cues().near
    )
    return [
        term
        for term in found
        if term and term.kind is Kind.PLACE and said.counts(term) and not is_near(message, term)
    ]


def treated_elsewhere(cases: Sequence[Case], targets: Sequence[Spotted]) -> Spotted | None:
    """What is treated where none of the diagnoses stands and metastases often do.

    "Prostate cancer; IMRT to the left hip" may well be a metastasis that nobody named.
    """
    sites = {case.site for case in cases}
    if None in sites or any(case.is_implied for case in cases):
        return None
    return next((term for term in targets if _takes_metastases(term, cases)), None)


def _takes_metastases(term: Spotted, cases: Sequence[Case]) -> bool:
    place = term.place
    if place is None or place.site is None or place.rank == 0:
        return False
    if any(is_within(case.site, place.site) for case in cases):
        return False
    is_axilla = place.site is TumorSite.SHOULDER and TumorSite.BREAST in {c.site for c in cases}
    if place.tissue is Tissue.NODE or is_axilla:
        return False
    return place.tissue is Tissue.BONE or place.site in _OFTEN_OF_METASTASES


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


def _headed(message: Message) -> list[Spotted]:
    """Places behind a heading of what is irradiated: "field = left femur", "site: L3"."""
    passed = cues().neutral | cues().article | cues().parts
    found = []
    for i, word in enumerate(message.words):
        if word.plain not in cues().field or message.word(i + 1) not in _HEADING_LINKS:
            continue
        j = i + 2
        while message.same_sentence(j, i) and not message.term_at(j) and message.word(j) in passed:
            j += 1
        term = message.term_at(j) if message.same_sentence(j, i) else None
        if term and term.kind is Kind.PLACE and not is_structure(message, term):
            found.append(term)
    return found


def _is_field(said: Said, term: Spotted) -> bool:
    """Whether a term names a treatment that implies its disease, and not a past operation."""
    if not term.lesion or not term.lesion.implied or is_told_since_year(said.message, term.start):
        return False
    words = {said.message.word(i) for i in range(term.start, term.end)}
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
        is_aside = word == "," and message.word(j + 1) in {"is", "are"}  # "what we treat, is"
        if word in _LINKING:
            linked = True
        elif word not in skipped and not is_aside:
            break
        j += 1
    before = i - 2 if message.word(i - 1) in _DIRECTED else i - 1
    term = message.term_at(before) if before >= 0 else None
    if term and term.kind is Kind.PLACE:
        return term
    return _subject_of(message, i)


def _subject_of(message: Message, i: int) -> Spotted | None:
    """What is treated, before the verb: "the rib will be treated", "L2 is what we treat"."""
    j = i - 1
    while message.same_sentence(j, i) and message.word(j) in cues().auxiliary:
        j -= 1
    between = {message.word(k) for k in range(j + 1, i)}
    is_passive = message.word(i) in _PASSIVE and not between.isdisjoint(_BEING)
    if not is_passive and "what" not in between:
        return None
    term = message.term_at(j) if j < i - 1 and message.same_sentence(j, i) else None
    if term is None or term.kind not in {Kind.PLACE, Kind.LESION, Kind.SPREAD}:
        return None
    is_other = is_structure(message, term) or is_behind_dose(message, term)
    return None if is_other or is_near(message, term) else term


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
    if _tells_earlier_treatment(message, i) or is_told_since_year(message, i):
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
