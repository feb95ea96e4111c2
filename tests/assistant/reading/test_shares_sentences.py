"""What sentences of every shape state of shares, row by row in `shares.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.reading.language.tokens import tokenize
from assistant.reading.shares import SharesRead, read_shares
from rules.facts import Quantity

ROWS = Path(__file__).with_name("shares.txt")
CORPUS = Path(__file__).parents[3] / "corpus"


def amount(quantity: Quantity) -> str:
    low, high = f"{quantity.low:f}", f"{quantity.high:f}"
    return ("about " if quantity.about else "") + (low if low == high else f"{low}..{high}")


def told(read: SharesRead) -> list[str]:
    found = []
    for fact in read.facts:
        assert isinstance(fact.value, dict)
        for structure, quantity in fact.value.items():
            doubt = f" ? {fact.doubt}" if fact.doubt else ""
            found.append(f"{fact.name} {structure or '-'} {amount(quantity)}{doubt}")
    return found + [f"not {one.fact}: {one.why}" for one in read.untaken]


def rows() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            found.append((line[2:].replace(" ⏎ ", "\n"), []))
        elif line.startswith("    "):
            found[-1][1].append(line.strip())
    return found


@pytest.mark.parametrize(("message", "expected"), rows())
def test_a_message_states_these_shares_and_no_others(message: str, expected: list[str]) -> None:
    assert told(read_shares(tokenize(message), {}, None)) == expected


def test_the_table_of_sentences_is_read_whole() -> None:
    assert len(rows()) >= 200


def test_no_line_of_a_policy_is_read_as_a_share_of_a_patient() -> None:
    lines = [
        line
        for document in sorted(CORPUS.glob("*/*.txt"))
        for line in document.read_text(encoding="utf-8").splitlines()
        if line
    ]
    assert len(lines) > 200
    read = {line: read_shares(tokenize(line[:8000]), {}, None) for line in lines}
    assert {line: told(found) for line, found in read.items() if found.facts} == {}
