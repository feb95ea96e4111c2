"""One message as words and spotted terms, asked by word number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.reading.diagnosis.spotting import Spotted
from assistant.reading.diagnosis.words import Word


@dataclass(frozen=True)
class Message:
    """The words and spotted terms of one message."""

    text: str
    words: tuple[Word, ...]
    terms: tuple[Spotted, ...]

    def term_at(self, i: int) -> Spotted | None:
        """The term that covers word `i`."""
        return self._covering.get(i)

    @cached_property
    def _covering(self) -> dict[int, Spotted]:
        return {i: term for term in self.terms for i in range(term.start, term.end)}

    def word(self, i: int) -> str:
        """The plain word at `i`, empty outside the message."""
        return self.words[i].plain if 0 <= i < len(self.words) else ""

    def words_of(self, term: Spotted) -> str:
        """The user's own words for a term."""
        return self.text[self.words[term.start].start : self.words[term.end - 1].end]

    def same_sentence(self, i: int, j: int) -> bool:
        """Whether both words stand in one sentence; false outside the message."""
        inside = 0 <= i < len(self.words) and 0 <= j < len(self.words)
        return inside and self.words[i].sentence == self.words[j].sentence
