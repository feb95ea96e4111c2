"""The diagnosis of a message as facts: tumor type, site and origin, each with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from assistant.reading.assertion.assertions import Assertions
from assistant.reading.assertion.scopes import Stretch
from assistant.reading.diagnosis.case import Case
from assistant.reading.diagnosis.cases import cases_of
from assistant.reading.diagnosis.choosing import chosen
from assistant.reading.diagnosis.loose import is_place_of_tumor, says_only_where
from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.of_treated import Named
from assistant.reading.diagnosis.said import Said
from assistant.reading.diagnosis.spotting import Kind, lexicon, spotted
from assistant.reading.diagnosis.staged import staged_cases, treated_organ
from assistant.reading.diagnosis.stages import without_sides, without_stages
from assistant.reading.diagnosis.treated import treated_terms
from assistant.reading.diagnosis.words import words_of
from assistant.reading.language.once import message_of
from assistant.reading.mentions import Certainty, Evidence, StatedFact
from rules.tumors import TumorOrigin
from terminology.regions import is_within

_SHORT = 7  # words of a message that may be nothing but an answer


@dataclass(frozen=True)
class DiagnosisRead:
    """What the message says is irradiated, and where it names that disease and others."""

    facts: list[StatedFact]
    named: Named = field(default_factory=Named)


def read_diagnosis(doc: Doc, assertions: Assertions) -> DiagnosisRead:
    """What the message says is irradiated; nothing where it names no disease of this patient."""
    words = words_of(doc, lexicon().vocabulary)
    terms = without_sides(words, without_stages(words, spotted(words)))
    said = Said(Message(message_of(doc), words, terms), assertions)
    cases = cases_of(said)
    if all(case.site is None and case.is_broad for case in cases):
        cases += staged_cases(said)
    case = chosen(said, cases)
    if case:
        return DiagnosisRead(_facts(said.message, case), _named(said.message, case, cases))
    return DiagnosisRead(_place_alone(said) or _origin_alone(said))


def _named(message: Message, case: Case, cases: Sequence[Case]) -> Named:
    """Where the chosen disease is named, and where those of other sites are."""
    others = [other for other in cases if other.site and not is_within(case.site, other.site)]
    own = [other for other in cases if other not in others]
    treated = frozenset(stretch for one in (case, *own) for stretch in _stretches(message, one))
    elsewhere = frozenset(stretch for one in others for stretch in _stretches(message, one))
    return Named(tuple(treated), tuple(elsewhere - treated))


def _stretches(message: Message, case: Case) -> Iterator[Stretch]:
    for first, last in {*case.names, case.site_words or case.words}:
        yield message.words[first].start, message.words[last - 1].end


def _place_alone(said: Said) -> list[StatedFact]:
    """The site where a message names only that: "IMRT of the thigh", or the answer "left calf".

    An organ that is irradiated lets suppose a cancer of it, to be confirmed.
    """
    message = said.message
    treated = [term for term in treated_terms(said) if is_place_of_tumor(term)]
    spots = treated
    places = said.affirmed(Kind.PLACE)
    if not treated and says_only_where(message, places):
        spots = places
    sites = {spot.place.site for spot in spots if spot.place and spot.place.site}
    if len(sites) != 1:
        return []
    spot = next(spot for spot in spots if spot.place and spot.place.site)
    supposed = treated_organ(said, spot) if treated else None
    if supposed:
        return _facts(message, supposed)
    return [_fact(message, "site", str(sites.pop()), (spot.start, spot.end), "")]


def _origin_alone(said: Said) -> list[StatedFact]:
    """The origin where a short message says only that: "primary", "it is a metastasis"."""
    message = said.message
    if len(message.words) > _SHORT:
        return []
    for term in said.affirmed(Kind.SPREAD):
        return [_fact(message, "origin", TumorOrigin.SECONDARY, (term.start, term.end), "")]
    spoken = [i for i, word in enumerate(message.words) if word.plain == "primary"]
    for i in spoken:
        word = message.words[i]
        if not said.assertions.of(word.start, word.end).negated:
            return [_fact(message, "origin", TumorOrigin.PRIMARY, (i, i + 1), "")]
    return []


def _facts(message: Message, case: Case) -> list[StatedFact]:
    parts = (
        ("type", case.type, case.words),
        ("site", case.site, case.site_words or case.words),
        ("origin", case.origin, case.origin_words or case.words),
    )
    return [
        _fact(message, part, str(value), words, case.doubts.get(part, ""))
        for part, value, words in parts
        if value is not None
    ]


def _fact(
    message: Message, part: str, value: str, words: tuple[int, int], doubt: str
) -> StatedFact:
    start, end = message.words[words[0]].start, message.words[words[1] - 1].end
    certainty = Certainty.DOUBTFUL if doubt else Certainty.SURE
    evidence = Evidence(start, end, message.text[start:end])
    return StatedFact(f"tumor_{part}", value, evidence, certainty, doubt)
