"""Which place belongs to which disease: by the words between them, never by mere nearness.

A place that receives dose, or that a tumor only reaches, belongs to no disease.
"""

from __future__ import annotations

from assistant.reading.diagnosis.at_risk import (
    is_behind_dose,
    is_hard_structure,
    is_near,
    is_structure,
)
from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.words import cues
from terminology.regions import is_wider

_JOINED = frozenset({",", "-", "–", ":", "("})
_NARROW = 2  # rank of places that no other word narrows
_FOREIGN_TOLERATED = 2  # unknown words between a preposition and its place


def places_before(message: Message, term: Spotted, *, across_marks: bool) -> list[Spotted]:
    """Places that qualify a term from the left: "left thigh sarcoma"; nearest first."""
    found: list[Spotted] = []
    i = term.start - 1
    while message.same_sentence(i, term.start):
        other = message.term_at(i)
        word = message.words[i]
        if other and other.kind is Kind.PLACE:
            if is_behind_dose(message, other):
                break
            found.append(other)
            i = other.start - 1
        elif other:
            break
        elif word.is_mark:
            if not across_marks or found or word.plain not in _JOINED:
                break
            i -= 1
        elif word.plain in cues().neutral or (
            found and word.plain in {"of", "the", "and"} and _is_place(message, i - 1)
        ):
            i -= 1
        else:
            break
    return [place for place in found if not is_near(message, place)]


def places_after(message: Message, term: Spotted) -> list[Spotted]:
    """Places that a term is said to be of, in or at, with the chain that narrows them."""
    i, parted = term.end, False
    while message.same_sentence(i, term.start):
        other, word = message.term_at(i), message.words[i]
        if other and other.kind is Kind.PLACE:
            belongs_on = belongs_to_next(message, other)
            return [] if belongs_on or is_structure(message, other) else chain(message, other)
        if other and other.kind is Kind.LESION and not parted:
            i = other.end
        elif other:
            return []
        elif word.plain in {"(", ")", "[", "]"} or word.plain in _JOINED:
            parted = True
            i += 1
        elif word.plain in cues().preposition:
            return _places_after_preposition(message, i, term.start)
        elif word.plain in cues().neutral | cues().parts:
            i += 1
        else:
            return []
    return []


def _places_after_preposition(message: Message, i: int, anchor: int) -> list[Spotted]:
    foreign = 0
    while message.same_sentence(i, anchor):
        other, word = message.term_at(i), message.words[i]
        if other and other.kind is Kind.PLACE:
            return [] if is_hard_structure(message, other) else chain(message, other)
        if other or (word.is_mark and word.plain not in {"(", "-"}):
            return []
        known = cues().preposition | cues().article | cues().neutral | cues().parts
        if word.plain in cues().near:
            return []
        if word.plain not in known:
            foreign += 1
            if foreign > _FOREIGN_TOLERATED:
                return []
        i += 1
    return []


def chain(message: Message, place: Spotted) -> list[Spotted]:
    """The place and those that follow it: "skin of the forehead", "shaft of the humerus"."""
    found = [place]
    i, has_preposition = place.end, False
    while message.same_sentence(i, place.start):
        other, word = message.term_at(i), message.words[i]
        if other and other.kind is Kind.PLACE:
            is_tissue = other.place is not None and other.place.site is None
            if not has_preposition and i > found[-1].end and not is_tissue:
                break
            if belongs_to_next(message, other) and not has_preposition:
                break
            found.append(other)
            i, has_preposition = other.end, False
        elif other:
            break
        elif word.plain in {",", "("} and _is_tissue(message, i + 1):
            i += 1
        elif word.plain in {",", "("} and _is_narrowed(message, found[-1], i + 1):
            i, has_preposition = i + 1, True
        elif word.plain in {"of", "in", "at", "on"}:
            has_preposition = True
            i += 1
        elif word.plain in cues().article | cues().neutral | cues().parts:
            i += 1
        else:
            break
    return found


def _is_narrowed(message: Message, place: Spotted, i: int) -> bool:
    """Whether a place such as "lower extremity" is followed by a narrower one."""
    other = message.term_at(i)
    if place.place is None or other is None or other.place is None:
        return False
    return place.place.rank < _NARROW or is_wider(place.place.site, other.place.site)


def _is_tissue(message: Message, i: int) -> bool:
    """Whether only a tissue is named there ("chondrosarcoma of the thigh, soft tissue")."""
    other = message.term_at(i)
    if other is None or other.place is None or other.place.site is not None:
        return False
    return other.end >= len(message.words) or message.words[other.end].is_mark


def _is_place(message: Message, i: int) -> bool:
    other = message.term_at(i)
    return other is not None and other.kind is Kind.PLACE


def belongs_to_next(message: Message, place: Spotted) -> bool:
    """Whether a place qualifies what follows it ("lung" in "lung metastases")."""
    i = place.end
    while message.same_sentence(i, place.start):
        other = message.term_at(i)
        if other:
            is_adjective = message.word(other.start) in cues().spread_adjectives
            return other.kind in {Kind.SPREAD, Kind.LESION} and not is_adjective
        if message.word(i) not in cues().neutral:
            return False
        i += 1
    return False
