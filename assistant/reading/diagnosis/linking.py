"""Which place belongs to which disease: by the words between them, never by mere nearness.

A place that receives dose, or that a tumor only reaches, belongs to no disease.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.words import Word, cues

_HARD = frozenset(
    "cortex cortices cortical circumference plexus constraint constraints tolerance dose".split()
)
_JOINED = frozenset({",", "-", "–", ":", "("})
_FOREIGN_TOLERATED = 2  # unknown words between a preposition and its place
_DOSE = frozenset({"gy", "cgy", "%", "dose", "v20", "percent", "dvh", "plan", "constraint"})
_POINTING = frozenset("it is its in tumor mass located site location lesion disease primary this".split())


@dataclass(frozen=True)
class Message:
    """The words and spotted terms of one message."""

    text: str
    words: tuple[Word, ...]
    terms: tuple[Spotted, ...]

    def term_at(self, i: int) -> Spotted | None:
        """The term that covers word `i`."""
        return next((term for term in self.terms if term.start <= i < term.end), None)

    def same_sentence(self, i: int, j: int) -> bool:
        """Whether both words stand in one sentence; false outside the message."""
        inside = 0 <= i < len(self.words) and 0 <= j < len(self.words)
        return inside and self.words[i].sentence == self.words[j].sentence


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
    return [place for place in found if not _is_near(message, place)]


def places_after(message: Message, term: Spotted) -> list[Spotted]:
    """Places that a term is said to be of, in or at, with the chain that narrows them."""
    i, parted = term.end, False
    while message.same_sentence(i, term.start):
        other, word = message.term_at(i), message.words[i]
        if other and other.kind is Kind.PLACE:
            belongs_on = _belongs_to_next(message, other)
            return [] if belongs_on or is_structure(message, other) else _chain(message, other)
        if other and other.kind is Kind.LESION and not parted:
            i = other.end
        elif other:
            return []
        elif word.plain in {"(", ")", "[", "]"} or word.plain in _JOINED:
            parted = True
            i += 1
        elif word.plain in cues().preposition:
            return _places_after_preposition(message, i, term.start)
        elif word.plain in cues().neutral:
            i += 1
        else:
            return []
    return []


def _places_after_preposition(message: Message, i: int, anchor: int) -> list[Spotted]:
    foreign = 0
    while message.same_sentence(i, anchor):
        other, word = message.term_at(i), message.words[i]
        if other and other.kind is Kind.PLACE:
            return [] if _is_hard_structure(message, other) else _chain(message, other)
        if other or word.is_mark and word.plain not in {"(", "-"}:
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


def _chain(message: Message, place: Spotted) -> list[Spotted]:
    """The place and those that follow it: "skin of the forehead", "shaft of the humerus"."""
    found = [place]
    i, has_preposition = place.end, False
    while message.same_sentence(i, place.start):
        other, word = message.term_at(i), message.words[i]
        if other and other.kind is Kind.PLACE:
            is_tissue = other.place is not None and other.place.site is None
            if not has_preposition and i > found[-1].end and not is_tissue:
                break
            if _belongs_to_next(message, other) and not has_preposition:
                break
            found.append(other)
            i, has_preposition = other.end, False
        elif other:
            break
        elif word.plain in {",", "("} and _is_tissue(message, i + 1):
            i += 1
        elif word.plain in {"of", "in", "at", "on"}:
            has_preposition = True
            i += 1
        elif word.plain in cues().article | cues().neutral | cues().parts:
            i += 1
        else:
            break
    return found


def loose_places(message: Message, term: Spotted, owned: Sequence[Spotted]) -> list[Spotted]:
    """Places elsewhere in the sentence, or in a sentence that only says where, that may be meant."""
    free = [
        place
        for place in message.terms
        if place.kind is Kind.PLACE
        and place not in owned
        and not is_structure(message, place)
        and not is_behind_dose(message, place)
        and not _is_near(message, place)
        and not _belongs_to_next(message, place)
    ]
    same = [place for place in free if message.same_sentence(place.start, term.start)]
    after = [p for p in same if p.start > term.start and _is_led_to(message, p)]
    before = [p for p in same if p.start < term.start and _is_led_to(message, p)]
    clear = [p for p in (*after, *reversed(before)) if not _dose_between(message, p, term)]
    if clear:
        return _chain(message, clear[0])
    alone = [place for place in free if place not in same and _only_says_where(message, place)]
    return _chain(message, alone[0]) if alone else []


def near_places(message: Message, term: Spotted) -> list[Spotted]:
    """Places that the lesion is said to lie beside or to reach, in its own sentence."""
    return [
        place
        for place in message.terms
        if place.kind is Kind.PLACE
        and place.start > term.start
        and message.same_sentence(place.start, term.start)
        and _is_near(message, place)
        and not is_structure(message, place)
    ][:1]


def is_structure(message: Message, place: Spotted) -> bool:
    """Whether the words right behind a place make it an organ that receives dose."""
    return _word(message, place.end) in cues().structure and message.same_sentence(
        place.start, place.end
    )


def is_behind_dose(message: Message, place: Spotted) -> bool:
    """Whether a place stands behind "dose to", "Gy to", "% of" or "spare"."""
    i = _skip_back(message, place.start - 1)
    if not message.same_sentence(i, place.start):
        return False
    return _word(message, i) in cues().dose_to or _word(message, i) == "%"


def _is_hard_structure(message: Message, place: Spotted) -> bool:
    follows = _word(message, place.end)
    if follows in {"joint", "joints"}:
        return _word(message, place.end + 1) in {"space", "spaces"}
    return follows in _HARD


def _is_near(message: Message, place: Spotted) -> bool:
    i = _skip_back(message, place.start - 1)
    return message.same_sentence(i, place.start) and _word(message, i) in cues().near


def _skip_back(message: Message, i: int) -> int:
    skipped = cues().article | cues().parts | {"to", "with", "both", "left", "right", "at", "on"}
    skipped |= {"proximal", "distal", "upper", "lower", "mid", "medial", "lateral", "for", "into"}
    while i >= 0 and _word(message, i) in skipped and _word(message, i) not in cues().near:
        i -= 1
    return i


def _is_led_to(message: Message, place: Spotted) -> bool:
    """Whether a preposition of place, or the start of a clause, leads to the place."""
    i = place.start - 1
    while message.same_sentence(i, place.start) and not message.term_at(i):
        word = _word(message, i)
        if word in cues().preposition:
            return True
        if word in _JOINED or word in {"site", "location", ";"}:
            return True
        if word not in cues().neutral | cues().article | cues().parts:
            return False
        i -= 1
    return not message.same_sentence(i, place.start)


def _only_says_where(message: Message, place: Spotted) -> bool:
    """Whether the sentence says nothing but where something is."""
    sentence = message.words[place.start].sentence
    known = cues().neutral | cues().article | cues().parts | cues().preposition | _POINTING
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


def says_only_where(message: Message) -> bool:
    """Whether the whole message is the name of a place ("the left calf", "it is in the thigh")."""
    places = [term for term in message.terms if term.kind is Kind.PLACE]
    return (
        len(places) == len(message.terms)
        and 0 < len(places) <= _FOREIGN_TOLERATED
        and message.words[0].sentence == message.words[-1].sentence
        and all(word.plain != "?" for word in message.words)
        and all(_only_says_where(message, place) for place in places)
    )


def _dose_between(message: Message, place: Spotted, term: Spotted) -> bool:
    first, last = sorted((place.start, term.start))
    return any(_word(message, i) in _DOSE for i in range(first, last))


def _belongs_to_next(message: Message, place: Spotted) -> bool:
    """Whether a place qualifies what follows it ("lung" in "lung metastases")."""
    i = place.end
    while message.same_sentence(i, place.start):
        other = message.term_at(i)
        if other:
            is_adjective = _word(message, other.start) in cues().spread_adjectives
            return other.kind in {Kind.SPREAD, Kind.LESION} and not is_adjective
        if _word(message, i) not in cues().neutral:
            return False
        i += 1
    return False


def _is_tissue(message: Message, i: int) -> bool:
    """Whether only a tissue is named there ("chondrosarcoma of the thigh, soft tissue")."""
    other = message.term_at(i)
    if other is None or other.place is None or other.place.site is not None:
        return False
    return other.end >= len(message.words) or message.words[other.end].is_mark


def _is_place(message: Message, i: int) -> bool:
    other = message.term_at(i)
    return other is not None and other.kind is Kind.PLACE


def _word(message: Message, i: int) -> str:
    return message.words[i].plain if 0 <= i < len(message.words) else ""
