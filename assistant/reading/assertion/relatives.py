"""Whose disease a relative's is: the patient's whom a caller speaks for, or family history."""

from __future__ import annotations

from collections.abc import Sequence

RELATIVES = frozenset(
    {
        "mother",
        "father",
        "mom",
        "mum",
        "dad",
        "sister",
        "brother",
        "aunt",
        "uncle",
        "cousin",
        "grandmother",
        "grandfather",
        "grandma",
        "grandpa",
        "parent",
        "niece",
        "nephew",
        "sibling",
    }
)
"""Kin who stand in a family history, in the singular."""

NO_LONGER_ILL = frozenset({"had", "died", "dead", "passed", "deceased", "lost", "survived"})
"""Words that tell of a relative's illness as over."""

CALLING = frozenset({"calling", "calls", "called", "asks", "asking", "phoned", "phoning", "caller"})
"""Words that tell of a relative who speaks for the patient."""

OUR = frozenset({"my", "our"})
"""Words that make a relative the caller's own."""

_PATIENT = frozenset({"patient", "pt", "patients", "pts", "member"})
_OWN = frozenset({"own", "cancer", "tumor", "radiation", "imrt", "treatment", "sarcoma", "age"})
_ILL = frozenset({"have", "had", "was", "am", "'ve", "'m", "ve", "m", "got"})
_ARTICLES = frozenset({"a", "an", "the", "some", "one", "another", "also", "just"})
_NOT_AN_ILLNESS = frozenset(
    {
        "question",
        "questions",
        "quick",
        "been",
        "to",
        "not",
        "her",
        "his",
        "their",
        "power",
        "calling",
        "patient",
        "member",
        "call",
        "caller",
        "case",
        "request",
        "wondering",
        "trying",
        "son",
        "daughter",
        "mother",
        "father",
        "relative",
        "note",
        "chart",
        "report",
        "told",
        "asked",
        "asking",
        "here",
        "on",
    }
)
_BEFORE = 4  # words between "my" and the relative: "my 70 year old father"


def speaks_for_relative(words: Sequence[str], owner: int, until: int) -> bool:
    """Whether the relative at word `owner` is the patient, in what is said up to word `until`.

    `words` are those of the message in lower case. "My dad has prostate cancer" asks for him; "my
    mother had it" tells a family history, and so does every relative of a caller who is ill.
    """
    if OUR.isdisjoint(words[max(0, owner - _BEFORE) : owner]):
        return False
    return NO_LONGER_ILL.isdisjoint(words[owner:until]) and not _is_caller_ill(words)


def _is_caller_ill(words: Sequence[str]) -> bool:
    for i, word in enumerate(words):
        behind = [said for said in words[i + 1 : i + 5] if said not in _ARTICLES][:2]
        if word in _PATIENT or (word == "my" and not _OWN.isdisjoint(behind[:1])):
            return True
        if word == "mine" and behind[:1] in (["is"], ["was"]):
            return True
        if word == "i" and behind and behind[0] in _ILL and behind[-1] not in _NOT_AN_ILLNESS:
            return True
    return False
