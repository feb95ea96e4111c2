"""Whose disease is meant: the patient's, or that of a relative whom the caller speaks for."""

from __future__ import annotations

from assistant.reading.assertion.relatives import CALLING, NO_LONGER_ILL, OUR, RELATIVES
from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.spotting import Kind
from assistant.reading.diagnosis.words import cues

_OF_ONESELF = frozenset({"own", "cancer", "tumor", "radiation", "imrt", "treatment", "sarcoma"})


def is_callers_relative(message: Message, start: int) -> bool:
    """Whether a disease at word `start` is that of the relative whom the caller speaks for.

    "My dad's prostate cancer" asks for him, "his mother is calling about" the son; "my mother had
    it" tells a family history.
    """
    before = range(start - 1, -1, -1)
    owner = next((i for i in before if message.word(i).removesuffix("s") in RELATIVES), None)
    if owner is None:
        return False
    if not CALLING.isdisjoint(message.word(i) for i in range(owner + 1, owner + 4)):
        return True
    if OUR.isdisjoint(message.word(i) for i in range(owner - 4, owner)):
        return False
    between = {message.word(i) for i in range(owner, start)}
    return between.isdisjoint(NO_LONGER_ILL) and not _is_caller_ill(message)


def is_listed_of_relative(message: Message, start: int) -> bool:
    """Whether a dash ties a disease to a relative: "brother - colon ca", "FHx - breast ca"."""
    i = start - 1
    while message.same_sentence(i, start) and (
        message.word(i) in cues().neutral or message.term_at(i) is not None
    ):
        i -= 1
    if message.word(i) not in {"-", "–", "—"}:
        return False
    before = (message.word(i - 2), message.word(i - 1))
    is_family = before[0] in {"fam", "family"} and before[1] in {"hx", "history"}
    return is_family or before[1] in RELATIVES | {"fhx", "fh"}


def _is_caller_ill(message: Message) -> bool:
    """Whether the message speaks of the writer's own disease, or of a patient apart."""
    for i, word in enumerate(message.words):
        if word.plain in {"patient", "pt", "patients", "pts"}:
            return True
        if word.plain == "my" and message.word(i + 1) in _OF_ONESELF:
            return True
        if word.plain == "i" and message.word(i + 1) in {"have", "ve", "had", "was"}:
            j = i + 2
            while message.word(j) in cues().neutral | cues().article:
                j += 1
            other = message.term_at(j)
            if message.word(j) == "diagnosed" or (other and other.kind is not Kind.STRUCTURE):
                return True
    return False
