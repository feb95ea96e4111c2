"""The project's own conversations keep to their format and quote the documents verbatim."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from evals.expectations import HALVES, Conversation, half_of, own_sets

ROOT = Path(__file__).parents[2]
SETS = own_sets(ROOT / "evals" / "conversations")
EVERY = [one for each in SETS for one in each.conversations]
DOCUMENTS = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("corpus/*/*.txt"))]

LETTERS = {
    1: "abcde",
    2: "abcd",
    3: "abcdefgh",
    4: "abcd",
    5: "abcde",
    6: "abc",
    7: "ab",
    8: "abcde",
}
ITEMS = [
    *(f"i{letter}" for letter in "abcd"),
    *(f"e{site}{letter}" for site, letters in LETTERS.items() for letter in letters),
]
"""The indications I.A to I.E.8.e; I.E.7.c repeats I.E.6.c."""


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_every_expected_quote_is_an_exact_substring_of_a_document(one: Conversation) -> None:
    missing = [quote for quote in one.quotes if not any(quote in text for text in DOCUMENTS)]
    assert missing == []


def test_every_pattern_is_a_regular_expression() -> None:
    for one in EVERY:
        for pattern in (*one.asks, *one.not_asks, *one.says, *one.never):
            re.compile(pattern)


def test_no_two_conversations_share_an_id() -> None:
    assert [one for one, count in Counter(one.id for one in EVERY).items() if count > 1] == []


def test_no_two_conversations_say_the_same() -> None:
    said = Counter((one.payer, one.dos, one.turns) for one in EVERY)
    assert [turns for turns, count in said.items() if count > 1] == []


def test_each_conversation_stands_in_the_half_that_its_id_draws() -> None:
    assert [one.id for one in EVERY if one.half != half_of(one.id)] == []


def test_the_halves_are_of_like_size() -> None:
    sizes = Counter(one.half for one in EVERY)
    assert min(sizes[half] for half in HALVES) > 0.45 * len(EVERY)


@pytest.mark.parametrize("item", ITEMS)
def test_every_indication_has_ten_conversations_with_near_misses_among_them(item: str) -> None:
    of_item = [one for one in EVERY if one.id.rsplit("-", 1)[0] == item]
    met = sum(one.outcomes == ("criteria_met",) for one in of_item)
    assert len(of_item) >= 10
    assert 5 <= met < len(of_item)
