"""Which spotted terms count: said of this patient, affirmed, and meant as what they look like."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from assistant.reading.assertion.assertions import Assertion, Assertions
from assistant.reading.diagnosis.around import next_term, previous_term
from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.superseded import later_opinion
from assistant.reading.diagnosis.when import is_dated, is_of_the_past, is_recurring, tells_time
from assistant.reading.diagnosis.whose import is_callers_relative, is_listed_of_relative
from assistant.reading.diagnosis.words import cues

_AMBIGUOUS_SPREAD = frozenset({"secondary", "deposit", "met"})
_OPERATIONS = ("ectomy", "section", "cision", "surgery", "removal", "debulking", "amputation")
_MEASURED = frozenset({"criteria", "criterion", "constraint", "constraints", "goal", "is", "are"})
_TO_PLACE = frozenset({"to", "in", "at", "of", "on"})
_BEFORE_DISEASE = frozenset({"for", "due", "to", "with"})


@dataclass(frozen=True)
class Said:
    """The message with how its words are meant."""

    message: Message
    assertions: Assertions

    def affirmed(self, kind: Kind) -> list[Spotted]:
        """The terms of a kind that count, in order."""
        return [term for term in self.message.terms if term.kind is kind and self.counts(term)]

    @cached_property
    def denied_places(self) -> list[Spotted]:
        """Places that are negated or a relative's: no disease of the patient stands there."""
        places = (term for term in self.message.terms if term.kind is Kind.PLACE)
        return [place for place in places if not self.counts(place)]

    def counts(self, term: Spotted) -> bool:
        """Whether a term is affirmed of this patient, now or in the past."""
        meant = self.how(term)
        if meant.negated or meant.family:
            return False
        if self.message.word(term.start - 1) in cues().person or self.is_superseded(term):
            return False
        return term.kind is not Kind.SPREAD or self._is_spread(term)

    def is_superseded(self, term: Spotted) -> bool:
        """Whether a later opinion, itself affirmed, replaced the one that named this disease."""
        later = self._later_opinions.get(term.start)
        if later is None or self.is_superseded(later):
            return later is not None
        meant = self.how(later)
        return not (meant.negated or meant.family or meant.historical or meant.possible)

    @cached_property
    def _later_opinions(self) -> dict[int, Spotted]:
        """The disease of a later opinion by the first word of that of an earlier one."""
        found = ((term.start, later_opinion(self.message, term)) for term in self.message.terms)
        return {start: later for start, later in found if later}

    def how(self, term: Spotted) -> Assertion:
        """How the words of a term are meant."""
        return self.how_at(term.start, term.end)

    def how_at(self, start: int, end: int) -> Assertion:
        """How the words from `start` to `end` (exclusive) are meant, if they name a disease."""
        words = self.message.words
        meant = self.assertions.of(words[start].start, words[end - 1].end)
        if meant.family and is_callers_relative(self.message, start):
            meant = replace(meant, family=False)
        if is_listed_of_relative(self.message, start):
            meant = replace(meant, family=True)
        if is_recurring(self.message, start):
            return replace(meant, historical=False)
        is_past = meant.historical or is_of_the_past(self.message, start, end)
        return replace(meant, historical=is_past or self._continues_history(start, end))

    def _continues_history(self, start: int, end: int) -> bool:
        """Whether a dated disease goes on with a list of past ones ("A (2008), B (1999)")."""
        if not is_dated(self.message, end):
            return False
        i = start - 1
        while self.message.same_sentence(i, start):
            other, word = self.message.term_at(i), self.message.words[i]
            if other and other.kind is Kind.LESION:
                return self.how_at(other.start, other.end).historical
            if not (other or word.is_mark or tells_time(word.plain) or word.plain == "and"):
                return False
            i -= 1
        return False

    def is_operated(self, term: Spotted) -> bool:
        """Whether the history is that of an operation ("s/p resection of a thigh sarcoma")."""
        skipped = cues().neutral | cues().article | _BEFORE_DISEASE
        i = term.start - 1
        while self.message.same_sentence(i, term.start):
            word, other = self.message.word(i), self.message.term_at(i)
            if word.endswith(_OPERATIONS):
                return True
            if word not in skipped and not (other and other.kind is Kind.PLACE):
                return False
            i -= 1
        return False

    def _is_spread(self, term: Spotted) -> bool:
        """Whether "secondary" or "met" is said of a tumor and not of something else."""
        message, word = self.message, self.message.word(term.start)
        if term.end - term.start > 1 or word not in _AMBIGUOUS_SPREAD:
            return True
        if word == "met" and self._is_met_of_tumor(term):
            return True
        other = (
            next_term(message, term.end)
            if word == "secondary"
            else previous_term(message, term.start)
        )
        return other is not None and other.kind in {Kind.LESION, Kind.PLACE}

    def _is_met_of_tumor(self, term: Spotted) -> bool:
        """Whether "mets" is written beside a disease or place, or a "met" leads to a place."""
        message = self.message
        others = [
            other
            for other in message.terms
            if other.kind in {Kind.LESION, Kind.PLACE}
            and message.same_sentence(other.start, term.start)
        ]
        if message.words_of(term).lower() == "mets":
            return bool(others)
        rest = range(term.start, term.start + 6)
        if any(message.word(i) in _MEASURED for i in range(term.start - 6, term.start)):
            return False
        leads = (
            message.word(term.end) in _TO_PLACE or message.word(term.start - 1) in cues().before_met
        )
        return leads and any(other.kind is Kind.PLACE and other.start in rest for other in others)
