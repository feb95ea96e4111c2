"""What a message does to the conversation: go on, take up the next patient, or suppose."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from assistant.reading.reading import Move
from assistant.reading.tokens import tokenize

CUES = Path(__file__).with_name("moves.toml")


@dataclass(frozen=True)
class MoveRead:
    """The move, and where its cues stand: (start, end) in code points, or `None`.

    `supposing` spans a what-if cue, so that readers of negation and hypothesis can take what
    follows as said of the supposed case; `correcting` spans words that take something back.
    """

    move: Move
    supposing: tuple[int, int] | None = None
    correcting: tuple[int, int] | None = None

    @property
    def is_correction(self) -> bool:
        """Whether something said before is taken back."""
        return self.correcting is not None


def read_move(doc: Doc) -> MoveRead:
    """Which move the message makes."""
    found: dict[str, tuple[int, int]] = {}
    for match_id, start, end in _matcher()(doc):
        span = doc[start:end]
        found.setdefault(doc.vocab.strings[match_id], (span.start_char, span.end_char))
    correcting = found.get("correction")
    if "next_patient" in found and "same_patient" not in found:
        return MoveRead(Move.NEXT_PATIENT, correcting=correcting)
    if "what_if" in found:
        return MoveRead(Move.WHAT_IF, found["what_if"], correcting)
    return MoveRead(Move.CONTINUE, correcting=correcting)


def without_cue(message: str, cue: tuple[int, int] | None) -> str:
    """The message with a cue blanked out, every other character at its old offset."""
    if cue is None:
        return message
    start, end = cue
    return message[:start] + " " * (end - start) + message[end:]


@cache
def _matcher() -> PhraseMatcher:
    vocabulary = tokenize("").vocab
    matcher = PhraseMatcher(vocabulary, attr="LOWER")
    for name, cue in tomllib.loads(CUES.read_text(encoding="utf-8")).items():
        matcher.add(name, [tokenize(phrase) for phrase in cue["phrases"]])
    return matcher
