"""Words of spread with what they are tied to: where the metastasis stands, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.reading.diagnosis.around import next_term, previous_term
from assistant.reading.diagnosis.at_risk import is_structure
from assistant.reading.diagnosis.linking import places_before
from assistant.reading.diagnosis.said import Said
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.words import cues
from rules.tumors import NEURAXIS, TumorSite, TumorType
from terminology.composing import main_place
from terminology.entries import Tissue

_ONWARDS = frozenset({"to", "into"})
_SEEDED = NEURAXIS | {TumorSite.LIVER, TumorSite.ADRENAL}
"""Sites of metastases: an organ named before a lesion there is where it came from."""

_CAUSED_BY = frozenset({"from", "due", "to", "by", "caused", "secondary"})

_MALIGNANT_ONLY = frozenset(
    {TumorType.CANCER, TumorType.MALIGNANT_CNS_TUMOR, TumorType.BONE_SARCOMA}
)


@dataclass(frozen=True)
class Spread:
    """A metastasis as spoken of.

    `source` is its primary by name, `source_place` by organ alone ("from lung"); `carrier` is a
    bare noun that it qualifies ("metastatic lesion"). `is_head`: it is the subject.
    """

    term: Spotted
    places: tuple[Spotted, ...] = ()
    source: Spotted | None = None
    source_place: Spotted | None = None
    carrier: Spotted | None = None
    is_head: bool = False


def spread_of(said: Said, term: Spotted) -> Spread:
    """What a word of spread is tied to."""
    message = said.message
    is_adjective = message.word(term.start) in cues().spread_adjectives
    if is_adjective and term.end - term.start == 1:
        return _of_adjective(said, term)
    places = places_before(message, term, across_marks=False)
    source = _disease_before(said, places[-1].start if places else term.start)
    after = _what_follows(said, term, term.end)
    source_place = after.source_place
    if not source_place and places and _sends_to(places[-1], after.places):
        source_place, places = places[-1], []
    if not main_place([spot.place for spot in places if spot.place and spot.place.rank]):
        places = [*places, *after.places]
    else:
        places = [*places, *(spot for spot in after.places if _is_same_organ(spot, places))]
    return Spread(
        term,
        tuple(places),
        source or after.source,
        source_place,
        is_head=bool(source or after.source or source_place),
    )


def _is_same_organ(spot: Spotted, places: Sequence[Spotted]) -> bool:
    """Whether a place behind says where in the organ: "lung metastasis in the lower lobe"."""
    home = {place.place.site for place in places if place.place}
    return spot.place is not None and spot.place.site in home


def _sends_to(organ: Spotted, places: Sequence[Spotted]) -> bool:
    """Whether an organ before the word is the primary's: "lung metastasis in the femur"."""
    home = organ.place
    if home is None or home.tissue is not Tissue.ORGAN or home.site in _SEEDED:
        return False
    return any(
        spot.place.site in _SEEDED or spot.place.tissue is Tissue.BONE
        for spot in places
        if spot.place and spot.place.site != home.site
    )


def _of_adjective(said: Said, term: Spotted) -> Spread:
    """An adjective: "metastatic" before a disease, before a place and "tumor", or before "to"."""
    message = said.message
    following = next_term(message, term.end)
    between: list[Spotted] = []
    while following and following.kind is Kind.PLACE:
        between.append(following)
        following = next_term(message, following.end)
    if following and following.lesion:
        after = _what_follows(said, term, following.end)
        is_bare = following.lesion.type is TumorType.TUMOR or (
            following.lesion.type in _MALIGNANT_ONLY and message.word(term.start) == "secondary"
        )
        home = following.lesion.site or following.lesion.usual_site
        if is_bare and (between or after.places or home):
            places = tuple(between) or after.places
            placed = term if places else replace(term, target=home)
            return replace(after, term=placed, places=places, carrier=following, is_head=True)
        led = _led_into(said, following.end, after.places) or _fracture_before(said, term)
        return Spread(term, led, following, is_head=bool(led))
    if between and message.word(between[-1].end) in _ONWARDS:  # "metastatic breast to T10"
        beyond = _what_follows(said, term, between[-1].end)
        return replace(beyond, source_place=between[-1], is_head=True)
    after = _what_follows(said, term, term.end)
    source = _disease_before(said, term.start) or after.source
    return replace(after, places=tuple(between) or after.places, source=source, is_head=True)


def _what_follows(said: Said, term: Spotted, i: int) -> Spread:
    """What stands behind a word of spread: in which place, of or from which disease."""
    message, anchor = said.message, i - 1
    places: list[Spotted] = []
    source: Spotted | None = None
    source_place: Spotted | None = None
    relation, foreign = "", 0
    while message.same_sentence(i, anchor):
        other, word = message.term_at(i), message.word(i)
        if other and other.kind is Kind.PLACE:
            noun = next_term(message, other.end)
            if not (noun and noun.kind is Kind.LESION and relation != "in"):
                if relation == "from" and not source and not source_place:
                    source_place = other
                elif not is_structure(message, other) and (relation == "in" or not source):
                    places.append(other)
                relation = "" if relation == "in" else "of"
            i = other.end
            continue
        if other and other.kind is Kind.LESION and relation != "in":
            source = source or (other if _can_spread(other) else None)
            i, relation = other.end, "of"
            continue
        if other:
            break
        if word in cues().spread_source:
            relation = "from" if word == "from" else "of"
        elif word in cues().spread_place | cues().preposition:
            relation = "in"
        elif not _changes_nothing(word, is_open=source is not None and not places):
            foreign += 1
            if foreign > 1 or message.words[i].is_mark:
                break
        i += 1
    return Spread(term, tuple(places), source, source_place)


def _changes_nothing(word: str, *, is_open: bool) -> bool:
    is_joint = word in {"and", "/", "&", "(", ")"} or (word == "," and is_open)
    return is_joint or word in cues().article | cues().neutral | cues().parts


def _led_into(said: Said, i: int, places: Sequence[Spotted]) -> tuple[Spotted, ...]:
    """Of the places behind "metastatic sarcoma" those in or to it; "of" names the primary's."""
    if not places or "of" in {said.message.word(j) for j in range(i, places[0].start)}:
        return ()
    return tuple(places)


def _fracture_before(said: Said, term: Spotted) -> tuple[Spotted, ...]:
    """The bone of "fracture of the humerus from metastatic RCC"."""
    message = said.message
    i = term.start - 1
    while message.word(i) in _CAUSED_BY:
        i -= 1
    place = message.term_at(i)
    if i == term.start - 1 or place is None or place.place is None:
        return ()
    return (place,) if place.place.tissue is Tissue.BONE else ()


def _can_spread(term: Spotted) -> bool:
    return term.lesion is not None and term.lesion.type is not TumorType.TUMOR


def _disease_before(said: Said, i: int) -> Spotted | None:
    term = previous_term(said.message, i)
    return term if term and term.kind is Kind.LESION and said.counts(term) else None
