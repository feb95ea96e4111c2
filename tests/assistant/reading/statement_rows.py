"""Rows of statements: messages and the value each states, checked by the tests beside."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.reading.assertion.assertions import Assertions
from assistant.reading.language.tokens import tokenize
from assistant.reading.mentions import Certainty, StatedFact
from assistant.reading.statements.reader import read_statements


@dataclass(frozen=True)
class Doubtful:
    """A value that must be stated with doubt."""

    value: bool | str


Expected = bool | str | Doubtful | None
Row = tuple[str, str, Expected]


def stated(message: str, **known: object) -> list[StatedFact]:
    """What a message of its own states."""
    doc = tokenize(message)
    return read_statements(doc, Assertions(doc), known)


def value_of(fact: str, message: str, **known: object) -> bool | str | Doubtful | None:
    """The one value stated for the fact; None where nothing is."""
    found = [one for one in stated(message, **known) if one.name == fact]
    assert len(found) <= 1, f"stated twice: {found}"
    if not found:
        return None
    value = found[0].value
    assert isinstance(value, bool | str)
    return value if found[0].certainty is Certainty.SURE else Doubtful(value)


def rows(fact: str, value: bool | str | Doubtful | None, *messages: str) -> list[Row]:
    """One row for each message that states this value of the fact."""
    return [(fact, message, value) for message in messages]
