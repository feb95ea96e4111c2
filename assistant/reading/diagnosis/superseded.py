"""Earlier opinions on what a disease is: "called a sarcoma, re-read as nodular fasciitis"."""

from __future__ import annotations

from functools import cache

from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.spotting import Kind, Spotted, as_spotted
from assistant.reading.diagnosis.words import cue_data

_DISEASE = frozenset({Kind.LESION, Kind.SPREAD})
_LISTING = frozenset({"or", "vs", "versus", "/", ",", "and"})
_BEFORE = 16  # words between the earlier opinion and its disease
_AHEAD = 16  # words between the words of the later opinion and its disease
_SENTENCES = 2  # that a later opinion may follow the earlier one by


def later_opinion(message: Message, term: Spotted) -> Spotted | None:
    """The disease of the later opinion, where that of an earlier one is named at `term`."""
    if term.kind not in _DISEASE or not _is_earlier_opinion(message, term):
        return None
    sentence = message.words[term.start].sentence
    for i in range(term.end, len(message.words)):
        if message.words[i].sentence > sentence + _SENTENCES:
            return None
        if _stands_at(message, i, "later_opinion"):
            return _disease_behind(message, i)
    return None


def _disease_behind(message: Message, i: int) -> Spotted | None:
    near = range(i, i + _AHEAD)
    found = (message.term_at(j) for j in near)
    return next((term for term in found if term and term.kind in _DISEASE), None)


def _is_earlier_opinion(message: Message, term: Spotted) -> bool:
    if _stands_at(message, term.end, "earlier_opinion_behind"):
        return True
    for i in range(term.start - 1, term.start - 1 - _BEFORE, -1):
        if not message.same_sentence(i, term.start):
            return False
        if _stands_at(message, i, "earlier_opinion"):
            return True
        other = message.term_at(i)
        is_listed = message.word(other.end) in _LISTING if other else False
        if other and other.kind in _DISEASE and not is_listed:
            return False
    return False


def _stands_at(message: Message, i: int, name: str) -> bool:
    """Whether one of the cue's phrases begins at word `i`."""
    return any(
        all(message.word(i + k) == word for k, word in enumerate(phrase))
        for phrase in _phrases(name).get(message.word(i), ())
    )


@cache
def _phrases(name: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of a cue by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for text in cue_data()[name]["phrases"]:
        words = as_spotted(text)
        found.setdefault(words[0], []).append(words)
    return found
