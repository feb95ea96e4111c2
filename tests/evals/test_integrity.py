"""Faults that no answer may have, each shown once present and once absent."""

from __future__ import annotations

from typing import Any

import pytest

from evals.integrity import faults_of
from evals.service import Turn
from tests.evals.answers import TEXT, answer, citation


def faults(given: dict[str, Any], message: str = "prostate cancer") -> list[str]:
    return [fault.field for fault in faults_of("p1", [Turn(message, given, 0.01)], lambda _: TEXT)]


def evidence(**changes: Any) -> dict[str, Any]:
    true = {"turn_id": "t1", "start": 9, "end": 15, "text": "cancer"}
    return answer(facts=[{"name": "tumor_type", "value": "cancer", "evidence": true | changes}])


def test_a_faultless_answer_has_no_fault() -> None:
    assert faults(answer()) == []


@pytest.mark.parametrize(
    "wrong",
    [
        citation("Prostate cancer", start=0),
        citation("Prostate cancer") | {"quote": "prostate cancer"},
        citation(""),
    ],
)
def test_a_quote_that_does_not_stand_at_its_offsets_is_unverified(wrong: dict[str, Any]) -> None:
    assert faults(answer(citations=[wrong])) == ["unverified_quote"]
    assert faults(answer(notices=[wrong])) == ["unverified_quote"]


def test_a_quote_inside_the_criteria_tree_is_checked_too() -> None:
    leaf = {"label": "I.E.8.a", "citation": citation("Prostate cancer", start=1)}
    assert faults(answer(determination={"criteria": {"parts": [leaf]}})) == ["unverified_quote"]


@pytest.mark.parametrize("wrong", [{"start": 8}, {"turn_id": "t0"}, {"text": "Cancer"}])
def test_evidence_must_be_the_users_own_words_at_their_place(wrong: dict[str, Any]) -> None:
    assert faults(evidence()) == []
    assert faults(evidence(**wrong)) == ["evidence"]


def test_a_fact_without_evidence_is_a_fault() -> None:
    assert faults(answer(facts=[{"name": "age", "value": 40, "evidence": None}])) == ["evidence"]


def test_the_first_sentence_has_at_most_140_characters() -> None:
    assert faults(answer(answer=f"{'a' * 139}. {'b' * 200}")) == []
    assert faults(answer(answer=f"{'a' * 140}. More.")) == ["first_sentence"]
    assert faults(answer(answer="")) == ["first_sentence"]


def test_markers_and_markdown_do_not_count_in_the_first_sentence() -> None:
    assert faults(answer(answer=f"**{'a' * 138}** [1][2]. More.")) == []


@pytest.mark.parametrize("word", ["approved", "Denied", "covered", "will pay", "guaranteed"])
def test_the_words_of_an_authorization_are_forbidden_outside_quotes(word: str) -> None:
    assert faults(answer(answer=f"This is {word}.")) == ["forbidden_word"]
    assert faults(answer(answer=f"The policy says “is {word} then”.")) == []


def test_a_quoted_sentence_may_hold_a_forbidden_word_where_it_is_cited() -> None:
    said = {"citations": [citation("Renal cancer") | {"quote": "not covered when"}]}
    told = answer(answer="Criteria not met: not covered when.", **said)
    assert faults(told) == ["unverified_quote"]


def test_the_status_of_a_code_may_be_named_non_covered() -> None:
    assert faults(answer(answer="G6015 is non-covered from 21 years.")) == []
