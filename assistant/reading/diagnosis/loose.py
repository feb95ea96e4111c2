"""Places that belong to a disease without standing next to it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reading.diagnosis.at_risk import (
    AT_A_JOINT,
    is_behind_dose,
    is_hard_structure,
    is_near,
    is_structure,
)
from assistant.reading.diagnosis.linking import belongs_to_next, chain
from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.words import cues
from terminology.entries import Tissue

_FOREIGN_TOLERATED = 2  # unknown words in a sentence that still says only where
_LEADING_MARKS = frozenset({",", "-", "–", ":", "(", ";"})
_LEADING_WORDS = frozenset({"site", "location"})
_DOSE = frozenset({"gy", "cgy", "%", "dose", "v20", "percent", "dvh", "plan", "constraint"})
_POINTING = frozenset(
    {
        "it",
        "is",
        "its",
        "in",
        "tumor",
        "mass",
        "located",
        "site",
        "location",
        "lesion",
        "disease",
        "primary",
        "this",
    }
)


def loose_places(message: Message, term: Spotted, owned: Sequence[Spotted]) -> list[Spotted]:
    """Places elsewhere in the sentence, or in a sentence that says only where, meant by it."""
    free = [
        place
        for place in message.terms
        if place.kind is Kind.PLACE
        and is_place_of_tumor(place)
        and place not in owned
        and not is_structure(message, place)
        and not is_behind_dose(message, place)
        and not is_near(message, place)
        and not belongs_to_next(message, place)
    ]
    same = [place for place in free if message.same_sentence(place.start, term.start)]
    after = [p for p in same if p.start > term.start and _is_led_to(message, p)]
    before = [p for p in same if p.start < term.start and _is_led_to(message, p)]
    clear = [p for p in (*after, *reversed(before)) if not _dose_between(message, p, term)]
    if clear:
        return chain(message, clear[0])
    alone = [place for place in free if place not in same and _only_says_where(message, place)]
    return chain(message, alone[0]) if alone else []


def is_place_of_tumor(term: Spotted) -> bool:
    """Whether a tumor may be meant to stand there though no word ties it to the place."""
    return term.place is not None and term.place.tissue is not Tissue.NERVE_OR_VESSEL


def near_places(message: Message, term: Spotted) -> list[Spotted]:
    """Places that the lesion is said to lie beside or to reach, in its own sentence."""
    return [
        place
        for place in message.terms
        if place.kind is Kind.PLACE
        and place.start > term.start
        and message.same_sentence(place.start, term.start)
        and is_near(message, place)
        and not is_hard_structure(message, place)
    ][:1]


def says_only_where(message: Message, places: Sequence[Spotted]) -> bool:
    """Whether the whole message only says where: "the left calf", "no, the thigh, not the knee"."""
    is_short = message.words and message.words[0].sentence == message.words[-1].sentence
    return (
        bool(is_short)
        and all(term.kind is Kind.PLACE for term in message.terms)
        and all(is_place_of_tumor(place) for place in places)
        and 0 < len(places) <= _FOREIGN_TOLERATED
        and all(word.plain != "?" for word in message.words)
        and all(_only_says_where(message, place) for place in places)
    )


def _is_led_to(message: Message, place: Spotted) -> bool:
    """Whether a preposition of place, or the start of a clause, leads to the place."""
    i = place.start - 1
    while message.same_sentence(i, place.start) and not message.term_at(i):
        word = message.word(i)
        if word in cues().preposition | AT_A_JOINT:
            return True
        if word in _LEADING_MARKS | _LEADING_WORDS:
            return True
        if word not in cues().neutral | cues().article | cues().parts:
            return False
        i -= 1
    return not message.same_sentence(i, place.start)


def _only_says_where(message: Message, place: Spotted) -> bool:
    """Whether the sentence says nothing but where something is."""
    sentence = message.words[place.start].sentence
    known = cues().neutral | cues().article | cues().parts | cues().preposition | _POINTING
    known |= cues().answering
    points = False
    foreign = 0
    for i, word in enumerate(message.words):
        if word.sentence != sentence:
            continue
        other = message.term_at(i)
        if word.plain in _DOSE or (other and other.kind not in {Kind.PLACE, Kind.LESION}):
            return False
        points = points or word.plain in _POINTING
        if not (other or word.is_mark or word.plain in known or word.plain.isdigit()):
            foreign += 1
    return foreign == 0 or (points and foreign <= 2 and _is_led_to(message, place))


def _dose_between(message: Message, place: Spotted, term: Spotted) -> bool:
    first, last = sorted((place.start, term.start))
    return any(message.word(i) in _DOSE for i in range(first, last))
