"""Places that are no tumor site: they receive or are spared dose, or are only reached."""

from __future__ import annotations

from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.words import cues
from rules.tumors import TumorSite
from terminology.entries import Tissue

_LISTING = frozenset({"and", "or", ",", "&", "/"})
_PLANS = frozenset({"3d", "3dcrt", "3d-crt", "imrt", "vmat", "v40", "v35"})
_SHARES = frozenset({"%", "percent", "pct"})
_UNITS = frozenset({"gy", "gray", "cgy"})
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
AT_A_JOINT = frozenset({"around", "over", "overlying"})
"""Words between a tumor and the region of the joint that it stands in."""

_JOINTS = frozenset(
    {
        TumorSite.SHOULDER,
        TumorSite.ELBOW,
        TumorSite.WRIST_OR_HAND,
        TumorSite.HIP,
        TumorSite.KNEE,
        TumorSite.ANKLE_OR_FOOT,
    }
)


_JUDGED_BY = frozenset({"tolerance", "tolerances", "constraint", "constraints", "limit", "limits"})
_JUDGING = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "stay",
        "stays",
        "stayed",
        "remain",
        "remains",
        "remained",
        "keep",
        "keeps",
        "kept",
        "would",
        "will",
        "can",
        "could",
        "may",
        "might",
        "not",
        "all",
        "well",
        "its",
        "their",
        "the",
        "a",
        "within",
        "below",
        "under",
        "above",
        "over",
        "beyond",
        "past",
        "exceed",
        "exceeds",
        "exceeded",
        "meet",
        "meets",
        "go",
        "goes",
        "pushed",
        "taken",
        "dose",
    }
)
"""Words between an organ and the tolerance that it keeps or exceeds."""


def is_structure(message: Message, place: Spotted) -> bool:
    """Whether the words right behind a place make it an organ that receives dose.

    So do a plan's figures ("tibia 3D 60%"), and the last of a list: "the lung and heart dose".
    """
    i = place.end
    if not message.same_sentence(i, place.start):
        return False
    if message.word(i) in cues().structure or _gets_a_dose(message, i) or _is_judged(message, i):
        return True
    following = message.term_at(i + 1) if message.word(i) in _LISTING else None
    if following is None or not message.same_sentence(i + 1, place.start):
        return False
    if message.word(i) == "," and message.word(following.end) not in _LISTING:
        return False  # "foot, ankle joint space" is no list
    is_place = following.kind is Kind.PLACE and is_structure(message, following)
    return is_place or following.kind is Kind.STRUCTURE


def _gets_a_dose(message: Message, i: int) -> bool:
    """Whether a plan or "at 40 Gy" follows at word `i`."""
    if message.word(i) in _PLANS:
        return any(message.word(k) in _SHARES for k in range(i + 1, i + 4))
    return message.word(i) == "at" and message.word(i + 2) in _UNITS


def _is_judged(message: Message, i: int) -> bool:
    """Whether "stay below tolerance" and the like follow at word `i`."""
    k = i
    while message.same_sentence(k, i) and message.word(k) in _JUDGING:
        k += 1
    return k > i and message.same_sentence(k, i) and message.word(k) in _JUDGED_BY


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
    if message.word(i) in AT_A_JOINT and _is_soft_joint(place):
        return False
    is_distance = message.word(i) == "from" and message.word(i - 1) in _LENGTHS
    return is_distance or message.word(i) in cues().near


def _is_soft_joint(place: Spotted) -> bool:
    """Whether a place is the region of a joint: what lies around it stands in that region."""
    one = place.place
    return one is not None and one.site in _JOINTS and one.tissue is Tissue.SOFT


def _skip_back(message: Message, i: int) -> int:
    skipped = cues().article | cues().parts | {"to", "with", "both", "left", "right", "at", "on"}
    skipped |= {"proximal", "distal", "upper", "lower", "mid", "medial", "lateral", "for", "into"}
    while i >= 0 and message.word(i) in skipped and message.word(i) not in cues().near:
        i -= 1
    return i
