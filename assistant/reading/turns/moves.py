"""What a message does to the conversation: go on, take up the next patient, or suppose."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from assistant.reading.assertion.awaited import awaited_findings
from assistant.reading.mentions import Evidence
from assistant.reading.questions.cue_notation import Cue
from assistant.reading.questions.cues import CueReader
from assistant.reading.reading import Move

CUES = Path(__file__).with_name("moves.toml")

STRUCK = "struck "
UNSETTLED = ("cumulative_dose_exceeds_tolerance",)
_RETRACTING = frozenset({"retraction", "last_statement"})

Span = tuple[int, int]


@dataclass(frozen=True)
class MoveRead:
    """The move, and where its cues stand: (start, end) in code points, or `None`.

    `supposing` spans a what-if cue, so that readers of negation and hypothesis can take what
    follows as said of the supposed case; `correcting` spans words that take something back, and
    `takes_back` says that they are more than a "sorry" or "wait". `struck` names the facts that are
    taken back by their names, by the words at `striking`; `strikes_last`: what was said last is,
    without its name. `is_first`: it is the first patient that
    is taken up again. `keeps_diagnosis`: the next
    patient has what the last one had. `introduces_person`: "a 45 year old" is spoken of,
    `points_back`: "she" or "the patient" is.
    """

    move: Move
    supposing: Span | None = None
    correcting: Span | None = None
    takes_back: bool = False
    is_first: bool = False
    struck: tuple[str, ...] = ()
    striking: tuple[Span, ...] = ()
    strikes_last: bool = False
    keeps_diagnosis: bool = False
    introduces_person: bool = False
    points_back: bool = False

    @property
    def is_correction(self) -> bool:
        """Whether something said before is taken back."""
        return self.correcting is not None


def read_move(doc: Doc) -> MoveRead:
    """Which move the message makes."""
    found: dict[str, list[Evidence]] = {}
    for hit in _reader().find(_reader().fold(doc)):
        found.setdefault(hit.cue.key, []).append(hit.evidence)
    _leave_awaited(doc, found)
    struck = [key for key in found if key.startswith(STRUCK)]
    unsettled = UNSETTLED if "unsettled" in found else ()
    said = MoveRead(
        Move.CONTINUE,
        correcting=_correcting(found),
        takes_back=not _RETRACTING.isdisjoint(found),
        is_first="first_patient" in found,
        struck=(*(key.removeprefix(STRUCK) for key in struck), *unsettled),
        strikes_last="last_statement" in found,
        striking=tuple((e.start, e.end) for key in struck for e in found[key]),
        keeps_diagnosis="same_diagnosis" in found or "same_but" in found,
        introduces_person="introduction" in found,
        points_back="pointing_back" in found or "same_patient" in found,
    )
    if "earlier_patient" in found and "present_patient" not in found:
        return replace(said, move=Move.EARLIER_PATIENT)
    is_next = "next_patient" in found and "same_patient" not in found
    if is_next or "somebody_else" in found:
        return replace(said, move=Move.NEXT_PATIENT)
    if "what_if" in found:
        first = min(found["what_if"], key=lambda cue: cue.start)
        return replace(said, move=Move.WHAT_IF, supposing=_supposing(first))
    return replace(said, move=Move.WHAT_IF) if "same_but" in found else said


def without_cue(message: str, cue: Span | None) -> str:
    """The message with a cue blanked out, every other character at its old offset."""
    if cue is None:
        return message
    start, end = cue
    return message[:start] + " " * (end - start) + message[end:]


def _correcting(found: dict[str, list[Evidence]]) -> Span | None:
    """The first words that take something back; "sorry to bother you" takes back nothing."""
    idle = found.get("idle", [])
    taking_back = [
        cue
        for key in ("correction", *sorted(_RETRACTING))
        for cue in found.get(key, [])
        if not any(each.start <= cue.start and cue.end <= each.end for each in idle)
    ]
    first = min(taking_back, key=lambda cue: cue.start, default=None)
    return (first.start, first.end) if first is not None else None


def _leave_awaited(doc: Doc, found: dict[str, list[Evidence]]) -> None:
    """Drop a supposition that only waits for a finding: "if this proves to be osteosarcoma"."""
    awaited = {scope.cue_start for scope in awaited_findings(doc)}
    supposed = [cue for cue in found.pop("what_if", []) if cue.start not in awaited]
    if supposed:
        found["what_if"] = supposed


def _supposing(cue: Evidence) -> Span:
    """The cue up to its "if": what follows already tells what is supposed."""
    ends = [match.end() for match in _ends().finditer(cue.text)]
    return cue.start, cue.start + (ends[-1] if ends else len(cue.text))


@cache
def _ends() -> re.Pattern[str]:
    words = tomllib.loads(CUES.read_text(encoding="utf-8"))["what_if"]["ends"]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


@cache
def _reader() -> CueReader:
    data = tomllib.loads(CUES.read_text(encoding="utf-8"))
    words, named = data.pop("words"), data.pop("struck")
    cues = [Cue(key, phrase, 1.0) for key, told in data.items() for phrase in told["cues"]]
    cues += [Cue("idle", phrase, 1.0) for phrase in data["correction"]["idle"]]
    cues += [
        Cue(STRUCK + fact, f"$drop|remove|omit {lead} {name}", 1.0)
        for name, facts in named.items()
        for fact in facts
        for lead in (
            "the|that|her|his|my|your",
            "the|that|her|his|my|your *1",
            "what i|we say|said about|of *2",
        )
    ]
    return CueReader(cues, {}, words)
