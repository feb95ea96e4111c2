"""When a disease was: past, dated, come back, or at rest while another one is treated."""

from __future__ import annotations

from functools import cache

from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.spotting import Kind, as_spotted
from assistant.reading.diagnosis.words import cue_data, cues

_RECURRENCE = frozenset({"recurrence", "recurrent", "recurred", "recurring", "relapse", "relapsed"})
_YOUNG = frozenset(
    {"teen", "teenager", "child", "kid", "girl", "boy", "youngster", "infant", "baby", "toddler"}
)
_AGES = frozenset({"childhood", "adolescence", "infancy", "youth", "college"})
_DECADES = ("teens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "0s")
_UNITS = frozenset({"gy", "cgy", "%", "percent", "cm", "mm", "fractions", "fx"})
_TELLING = frozenset({"had", "underwent", "received", "was", "got", "completed"})
_AHEAD = frozenset({"is", "will", "plan", "plans", "planned"})
_REACH = 8  # words between a disease and its year
_BEFORE = 4  # words between a year and "had": "In 2013 she had ..."
_REST = 18  # words between a disease and that it is at rest


def is_of_the_past(message: Message, start: int, end: int) -> bool:
    """Whether a disease is over: "had X in 2012", "treated for X at 40", "X was in 2012"."""
    if message.word(end) in {"survivor", "survivorship"}:
        return True
    if message.word(end) == "was" and is_dated(message, end + 1):
        return True
    told = _told_as_past(message, start)
    return told is not None and (has_year(message, end) or _has_year_before(message, told))


def is_recurring(message: Message, start: int) -> bool:
    """Whether a recurrence of the disease is what its sentence tells of."""
    own = message.term_at(start)
    for step in (-1, 1):
        i = start + step
        while message.same_sentence(i, start):
            if message.word(i) in _RECURRENCE:
                return True
            other = message.term_at(i)
            if other and other is not own and other.kind is Kind.LESION:
                break
            i += step
    return False


def has_year(message: Message, i: int) -> bool:
    """Whether a year or an age of long ago stands a few words behind `i`, in its sentence."""
    near = [j for j in range(i, i + _REACH) if message.same_sentence(j, i - 1)]
    return any(_is_year(message.word(j)) or _is_age_then(message, j) for j in near)


def is_told_since_year(message: Message, i: int) -> bool:
    """Whether the sentence of word `i` opens with a year and tells of it: "In 2013 she had ..."."""
    j = i - 1
    while message.same_sentence(j, i) and message.word(j) not in cues().now | _AHEAD:
        if message.word(j) in _TELLING and _has_year_before(message, j):
            return True
        j -= 1
    return False


def is_dated(message: Message, i: int) -> bool:
    """Whether a year or an age stands right at word `i`: "(2008)", "in 2009", "at 40"."""
    while message.word(i) in {"(", ",", "in", "back", "at", "age", "as", "a", "her", "his"}:
        i += 1
    return _is_year(message.word(i)) or _is_age_then(message, i)


def tells_time(word: str) -> bool:
    """Whether a word may belong to a year or an age of life."""
    is_age = word in _YOUNG | _AGES | {"as", "at", "age", "in", "a", "her", "his", "the"}
    return word.isdigit() or is_age or word.endswith(_DECADES)


def year_of(message: Message, start: int, end: int) -> int | None:
    """The year of a disease: "DCIS of the left breast in 2012", "2014: prostate cancer"."""
    i, passed = end, cues().neutral | cues().article | {"in", "back", "of", "(", ","}
    while message.same_sentence(i, end - 1):
        word, other = message.word(i), message.term_at(i)
        if _is_year(word) and (i == end or message.word(i - 1) in {"in", "(", ",", "back"}):
            return int(word)
        if not (word in passed or (other and other.kind is Kind.PLACE)):
            break
        i += 1
    return _leading_year(message, start)


def _leading_year(message: Message, start: int) -> int | None:
    """The year that the sentence of word `start` opens with."""
    first = start
    while message.same_sentence(first - 1, start):
        first -= 1
    i = first + 1 if message.word(first) == "in" else first
    between = {message.word(j) for j in range(i, start)}
    return int(message.word(i)) if _is_year(message.word(i)) and not between & cues().now else None


def is_at_rest(message: Message, start: int, end: int) -> bool:
    """Whether a disease is said to be controlled or only watched: "CLL (watch and wait)".

    The words may stand behind it, up to the next disease, or right before it.
    """
    leading, trailing = _at_rest()
    if not leading.isdisjoint(message.word(i) for i in range(start - 1, end)):
        return True
    told: list[str] = []
    for i in range(end, end + _REST):
        other = message.term_at(i)
        if not message.same_sentence(i, end - 1) or (other and other.kind is Kind.LESION):
            break
        told.append(message.word(i))
    said = f" {' '.join(told)} "
    return any(f" {phrase} " in said for phrase in trailing)


@cache
def _at_rest() -> tuple[frozenset[str], frozenset[str]]:
    cue = cue_data()["at_rest"]
    leading, trailing = (
        frozenset(" ".join(as_spotted(text)) for text in cue[side]) for side in ("before", "behind")
    )
    return leading, trailing


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}


def _is_age_then(message: Message, i: int) -> bool:
    """Whether an age of life is told at word `i`: "as a teen", "at age 40", "in her thirties"."""
    word, before = message.word(i), message.word(i - 1)
    if word in _YOUNG:
        return message.word(i - 2) == "as" or before == "as"
    if word in _AGES or word.endswith(_DECADES):
        return before in {"in", "his", "her", "the", "during"}
    is_age = word.isdigit() and len(word) <= 2 and message.word(i + 1) not in _UNITS
    return is_age and (before == "at" or (before == "age" and message.word(i - 2) == "at"))


def _has_year_before(message: Message, i: int) -> bool:
    """Whether the sentence opens its tale with a year: "In 2013 she had"."""
    near = [j for j in range(i - _BEFORE, i) if message.same_sentence(i, j)]
    return any(_is_year(message.word(j)) and message.word(j - 1) in {"in", "back"} for j in near)


def _told_as_past(message: Message, start: int) -> int | None:
    """Where "had" or "treated for" tells of the disease, if only what belongs to it is between."""
    i = start - 1
    while message.same_sentence(i, start):
        word, other = message.word(i), message.term_at(i)
        if word == "had" or (word == "for" and message.word(i - 1) in {"treated", "irradiated"}):
            return i
        if other and other.kind is not Kind.PLACE:
            return None
        if not other and word not in cues().neutral | cues().article:
            return None
        i -= 1
    return None
