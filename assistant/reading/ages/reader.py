"""The patient's age, said in years or by a birth date; never another person's and never a span.

Every number of up to three digits, or in words, is a candidate. The words right behind and right
before it tell whether it is told as an age; the words around it whether it is the patient's now.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from assistant.reading.ages.birth_dates import BirthDate, read_birth_date
from assistant.reading.ages.candidates import Age, Candidate
from assistant.reading.ages.phrases import ENDS
from assistant.reading.ages.words import OLDEST, Word, cues, is_cue, number_at, words_of
from assistant.reading.dates.calendar_days import dates_in
from assistant.reading.language.once import message_of
from assistant.reading.language.tokens import sentences
from assistant.reading.mentions import Certainty, Evidence, StatedFact, Untaken

FACT = "age"

_TURNS = re.compile(
    r"\b(?:turns?|turning|will (?:be|turn)|becomes|about to (?:be|turn))\s+"
    r"(?P<n>\d{1,2}|[a-z]+)\b(?!\s+on\b)",
    re.IGNORECASE,
)
_SOON = re.compile(r"\b(?:today|tomorrow|yesterday)\b", re.IGNORECASE)
_NEAR_BIRTHDAY = "the next birthday was said to be near"


@dataclass(frozen=True)
class AgeRead:
    """The age in full years, and the birth date where one was given.

    A birth date outlives the message: the age follows the date of service of the conversation.
    """

    facts: tuple[StatedFact, ...]
    birth_date: date | None = None
    birth_evidence: Evidence | None = None
    untaken: tuple[Untaken, ...] = ()


def full_years(birth: date, day: date) -> int:
    """Age in full years; a birthday on 29 February is kept on 1 March in common years.

    >>> full_years(date(2008, 10, 2), date(2026, 10, 1))
    17
    >>> full_years(date(2008, 2, 29), date(2026, 2, 28))
    17
    """
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def read_age(doc: Doc, date_of_service: date | None, pending: str | None) -> AgeRead:
    """The age that the message states; from a birth date only where the date of service is known.

    `pending` names the fact last asked for: "25" alone is an age where that was the question.
    """
    text = message_of(doc)
    birth = read_birth_date(doc, date_of_service)
    dated = {i for written in dates_in(doc) for i in range(written.start, written.end)}
    ages: list[Age] = []
    for sentence in sentences(doc):
        ages.extend(_ages_in(words_of(text, sentence.start_char, sentence.end_char), dated))
    if pending is not None and pending != FACT:
        ages = [age for age in ages if not age.is_apart]
    if not ages and pending == FACT:
        ages = _as_answer(words_of(text, 0, len(text)))
    ages = [_before_birthday(text, age) for age in ages]
    if birth is not None and birth.day is None:
        ages.append(Age(0, birth.start, birth.end, why=birth.why))
    elif birth is not None and birth.day is not None and date_of_service is not None:
        ages.append(_from_birth(birth, birth.day, date_of_service))
    taken = _agreed([age for age in ages if not age.why])
    untaken = [age for age in ages if age.why and not taken]
    return AgeRead(
        tuple(_fact(text, age) for age in taken),
        birth.day if birth else None,
        Evidence(birth.start, birth.end, text[birth.start : birth.end]) if birth else None,
        tuple(Untaken(FACT, _evidence(text, age), age.why) for age in untaken),
    )


def _fact(text: str, age: Age) -> StatedFact:
    certainty = Certainty.DOUBTFUL if age.doubt else Certainty.SURE
    return StatedFact(FACT, age.years, _evidence(text, age), certainty, age.doubt)


def _evidence(text: str, age: Age) -> Evidence:
    return Evidence(age.start, age.end, text[age.start : age.end])


def _from_birth(birth: BirthDate, born: date, day: date) -> Age:
    years = full_years(born, day)
    if not 0 <= years <= OLDEST:
        return Age(0, birth.start, birth.end, why="the birth date does not fit the date of service")
    return Age(years, birth.start, birth.end, doubt=birth.doubt)


def _before_birthday(text: str, age: Age) -> Age:
    """The age, doubtful where the next birthday is said to be near and the service is not now."""
    turns = [match["n"] for match in _TURNS.finditer(text) if not _SOON.search(text)]
    is_near = any(number_at(words_of(n, 0, len(n)), 0) == (age.years + 1, 1) for n in turns)
    return replace(age, doubt=age.doubt or _NEAR_BIRTHDAY) if is_near else age


def _agreed(ages: Sequence[Age]) -> list[Age]:
    """One age: the sure one of equal ones; every one doubtful where they differ."""
    if len({age.years for age in ages}) < 2:
        return sorted(ages, key=lambda age: bool(age.doubt))[:1]
    return [replace(age, doubt="two different ages were given") for age in ages]


def _ages_in(words: list[Word], dated: Set[int]) -> list[Age]:
    """The ages of one sentence; `dated` holds the places of the message that dates take up."""
    found: list[Age] = []
    i = 0
    while i < len(words):
        number = number_at(words, i)
        if number is None:
            i += 1
            continue
        years, behind = number
        age = None if words[i].start in dated else Candidate(words, i, behind, years).age()
        if age is not None and _is_corrected(words, i) and found:
            found.clear()
        found.extend([age] if age else [])
        i = behind
    if not found:
        found.extend(_withoutnumber_at(words))
    return found


def _is_corrected(words: list[Word], place: int) -> bool:
    said = {word.text for word in words[max(0, place - 6) : place]}
    return bool(said & {"sorry", "correction", "mean", "meant", "actually", "rather", "no", "wait"})


def _withoutnumber_at(words: list[Word]) -> list[Age]:
    """The age in words: "newborn" is nought; "teenager" and "in her sixties" are not taken."""
    found = []
    for i, word in enumerate(words):
        behind = words[i + 1].text if i + 1 < len(words) else ""
        before = {w.text for w in words[max(0, i - 3) : i]}
        if is_cue(word.text, "newborn") and not before & {"her", "his", "has", "had", "and", "or"}:
            if behind in ENDS or is_cue(behind, "sex"):
                found.append(Age(0, word.start, word.end))
        elif is_cue(word.text, "vague"):
            if any(is_cue(said, "relative", "possessive") for said in before):
                continue
            why = "the age in years was not said"
            found.append(Age(0, word.start, word.end, why=why))
    return found


def _as_answer(words: list[Word]) -> list[Age]:
    """A number alone, or with "she's" and "years", where the age was asked for."""
    numbers = [i for i in range(len(words)) if number_at(words, i)]
    first = numbers[0] if numbers else 0
    behind = (number_at(words, first) or (0, first))[1] if numbers else 0
    allowed = {
        "she",
        "he",
        "is",
        "it",
        "'s",
        "it's",
        "about",
        "yes",
        "the",
        "now",
        "age",
        "i",
        "think",
        "no",
        "wait",
        "sorry",
        "oops",
        "actually",
        "make",
        "that",
        "meant",
        "mean",
    }
    rest = {word.text for word in [*words[:first], *words[behind:]] if word.text.isalpha()}
    rest -= allowed | cues()["year"] | cues()["told"] | cues()["being"] | cues()["person"]
    if not numbers or rest or len(words) > 8:
        return []
    number = number_at(words, numbers[0])
    if number is None or "%" in {word.text for word in words} or len(words) > number[1] + 3:
        return []
    is_about = any(is_cue(word.text, "about") for word in words)
    doubt = "the age was said to be about this" if is_about else ""
    return [Age(number[0], words[numbers[0]].start, words[number[1] - 1].end, doubt)]
