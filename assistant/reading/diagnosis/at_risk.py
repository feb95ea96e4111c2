"""Places that are no tumor site: they receive or are spared dose, or are only reached."""

from __future__ import annotations

from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.words import cues

_LISTING = frozenset({"and", "or", ",", "&", "/"})
_LENGTHS = frozenset({"cm", "mm", "inch", "inches", "away"})
_HARD = frozenset(
    {
        "cortex",
        "cortices",
        "cortical",
        "circumference",
        "plexus",
        "constraint",
        "constraints",
        "tolerance",
        "dose",
    }
)


def is_structure(message: Message, place: Spotted) -> bool:
    """Whether the words right behind a place make it an organ that receives dose.

    So does the last of a list: "the lung and heart dose".
    """
    i = place.end
    if not message.same_sentence(i, place.start):
        return False
    if message.word(i) in cues().structure:
        return True
    following = message.term_at(i + 1) if message.word(i) in _LISTING else None
    if following is None or not message.same_sentence(i + 1, place.start):
        return False
    is_place = following.kind is Kind.PLACE and is_structure(message, following)
    return is_place or following.kind is Kind.STRUCTURE


def is_hard_structure(message: Message, place: Spotted) -> bool:
    """Whether a place is a structure even behind a preposition ("hip joint" is not)."""
    follows = message.word(place.end)
    if follows in {"joint", "joints"}:
        return message.word(place.end + 1) in {"space", "spaces"}
    return follows in _HARD


def is_behind_dose(message: Message, place: Spotted) -> bool:
    """Whether a place stands behind "dose to", "Gy to", "% of" or "spare"."""
    i = _skip_back(message, place.start - 1)
    if not message.same_sentence(i, place.start):
        return False
    return message.word(i) in cues().dose_to or message.word(i) == "%"


def is_near(message: Message, place: Spotted) -> bool:
    """Whether the words before a place say that the lesion lies beside it or reaches it."""
    i = _skip_back(message, place.start - 1)
    if not message.same_sentence(i, place.start):
        return False
    is_distance = message.word(i) == "from" and message.word(i - 1) in _LENGTHS
    return is_distance or message.word(i) in cues().near


def _skip_back(message: Message, i: int) -> int:
    skipped = cues().article | cues().parts | {"to", "with", "both", "left", "right", "at", "on"}
    skipped |= {"proximal", "distal", "upper", "lower", "mid", "medial", "lateral", "for", "into"}
    while i >= 0 and message.word(i) in skipped and message.word(i) not in cues().near:
        i -= 1
    return i
