"""Messages as people write them, each with the value it states of one fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.assistant.reading.statement_rows import Doubtful, Expected, Row, value_of

_MESSAGES = Path(__file__).with_name("statement_messages.txt")
_VALUES: dict[str, Expected] = {"true": True, "false": False, "-": None}


def _rows(section: str) -> list[Row]:
    parts = _MESSAGES.read_text(encoding="utf-8").split(f"\n[{section}]\n")
    lines = parts[1].split("\n\n")[0].splitlines()
    return [_row(*line.split(" | ", 2)) for line in lines]


def _row(fact: str, value: str, message: str) -> Row:
    if value.startswith("?"):
        doubted = value[1:]
        return fact, message, Doubtful(doubted == "true" if doubted in _VALUES else doubted)
    return fact, message, _VALUES.get(value, value)


@pytest.mark.parametrize(("fact", "message", "value"), [*_rows("tuning"), *_rows("held back")])
def test_the_message_states_this_value(fact: str, message: str, value: Expected) -> None:
    assert value_of(fact, message) == value


@pytest.mark.parametrize(("fact", "message", "value"), _rows("not read"))
@pytest.mark.xfail(strict=True, reason="read otherwise so far")
def test_the_message_is_known_to_be_read_otherwise(
    fact: str, message: str, value: Expected
) -> None:
    assert value_of(fact, message) == value
