"""Phrases that share lists of words."""

from __future__ import annotations

import pytest

from assistant.reading.language.vocabulary import spelled_out
from assistant.reading.statements.patterns import lexicon

_MOST_PHRASES = 20_000  # more than these take seconds to get ready


def test_a_phrase_stands_for_one_of_each_word_of_its_lists() -> None:
    lists = {"fit": ["fit", "cleared"], "operation": ["surgery", "resection"]}
    assert spelled_out(["{fit} for {operation}"], lists) == [
        "fit for surgery",
        "fit for resection",
        "cleared for surgery",
        "cleared for resection",
    ]


def test_a_phrase_that_names_no_known_list_is_refused() -> None:
    with pytest.raises(ValueError, match="declare surgery"):
        spelled_out(["fit for {surgery}"], {})


def test_the_lists_do_not_multiply_beyond_what_is_read_at_start() -> None:
    concepts, _ = lexicon()
    assert concepts.phrase_count < _MOST_PHRASES
