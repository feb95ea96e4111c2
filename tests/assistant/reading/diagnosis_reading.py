"""What the diagnosis tests share: a message read, and the table of expected readings."""

from __future__ import annotations

from pathlib import Path

from assistant.reading.assertion.assertions import Assertions
from assistant.reading.diagnosis import read_diagnosis
from assistant.reading.language.tokens import tokenize
from assistant.reading.mentions import Certainty, StatedFact

PARTS = ("tumor_type", "tumor_site", "tumor_origin")
_ROWS = Path(__file__).with_name("diagnosis_rows.txt")


def read(message: str) -> dict[str, StatedFact]:
    """The facts of a message by their names."""
    doc = tokenize(message)
    return {fact.name: fact for fact in read_diagnosis(doc, Assertions(doc)).facts}


def brief(message: str) -> str:
    """Type, site and origin in one line: "-" not said, "?" in doubt."""
    facts = read(message)
    return " ".join(_shown(facts.get(part)) for part in PARTS)


def rows() -> list[tuple[str, str]]:
    """Phrase and expected reading of every row of the table."""
    lines = _ROWS.read_text(encoding="utf-8").splitlines()
    pairs = (line.rsplit(" | ", 1) for line in lines if " | " in line and line[0] != "#")
    return [(phrase, expected) for phrase, expected in pairs]


def _shown(fact: StatedFact | None) -> str:
    if fact is None:
        return "-"
    return f"{fact.value}?" if fact.certainty is Certainty.DOUBTFUL else str(fact.value)
