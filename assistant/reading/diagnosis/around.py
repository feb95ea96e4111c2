"""The terms that stand next to a word, across words that change nothing."""

from __future__ import annotations

from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.spotting import Spotted
from assistant.reading.diagnosis.words import cues


def next_term(message: Message, i: int) -> Spotted | None:
    """The term at or behind word `i`, if only neutral words stand between."""
    return _neighbor(message, i, 1, i - 1)


def previous_term(message: Message, i: int) -> Spotted | None:
    """The term before word `i`, if only neutral words stand between."""
    return _neighbor(message, i - 1, -1, i)


def _neighbor(message: Message, i: int, step: int, anchor: int) -> Spotted | None:
    while message.same_sentence(i, anchor):
        term = message.term_at(i)
        if term or message.word(i) not in cues().neutral:
            return term
        i += step
    return None
