"""Which spotted terms count: said of this patient, affirmed, and meant as what they look like."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.reading.assertion import Assertion, Assertions
from assistant.reading.diagnosis.around import next_term, previous_term
from assistant.reading.diagnosis.message import Message
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.words import cues

_AMBIGUOUS_SPREAD = frozenset({"secondary", "deposit", "met"})
_OPERATIONS = ("ectomy", "section", "cision", "surgery", "removal", "debulking", "amputation")
_BEFORE_DISEASE = frozenset({"for", "due", "to", "with"})


@dataclass(frozen=True)
class Said:
    """The message with how its words are meant."""

    message: Message
    assertions: Assertions

    def affirmed(self, kind: Kind) -> list[Spotted]:
        """The terms of a kind that count, in order."""
        return [term for term in self.message.terms if term.kind is kind and self.counts(term)]

    def counts(self, term: Spotted) -> bool:
        """Whether a term is affirmed of this patient, now or in the past."""
        meant = self.how(term)
        if meant.negated or meant.family:
            return False
        if self.message.word(term.start - 1) in cues().person:
            return False
        return term.kind is not Kind.SPREAD or self._is_spread(term)

    def how(self, term: Spotted) -> Assertion:
        """How the words of a term are meant."""
        words = self.message.words
        return self.assertions.of(words[term.start].start, words[term.end - 1].end)

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
        word = self.message.word(term.start)
        if term.end - term.start > 1 or word not in _AMBIGUOUS_SPREAD:
            return True
        other = (
            next_term(self.message, term.end)
            if word == "secondary"
            else previous_term(self.message, term.start)
        )
        return other is not None and other.kind in {Kind.LESION, Kind.PLACE}
