"""Scopes: the stretch of a message that one cue qualifies, and the place of the cue itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span

Stretch = tuple[int, int]
"""Where words stand: start and end in code points."""


@dataclass(frozen=True)
class Scope:
    """What a cue of this kind reaches; all places count code points."""

    kind: str
    start: int
    end: int
    cue_start: int
    cue_end: int

    def covers(self, start: int, end: int) -> bool:
        """Whether the scope touches the words."""
        return self.start < end and start < self.end

    def is_part_of(self, stretches: Sequence[Stretch]) -> bool:
        """Whether the cue belongs to the words themselves and so does not qualify them."""
        if self.kind == "possible":
            return any(self.cue_start < end and start < self.cue_end for start, end in stretches)
        return any(start <= self.cue_start and self.cue_end <= end for start, end in stretches)


def scope_of(kind: str, cue: Span, words: Span) -> Scope:
    """The scope of a cue over these words."""
    return Scope(kind, words.start_char, words.end_char, cue.start_char, cue.end_char)
