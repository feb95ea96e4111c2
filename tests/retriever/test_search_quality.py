"""The search, with the real model, against the aims and the pipeline every tutorial builds."""

from __future__ import annotations

import pytest

from evals.retrieval.measuring import HALVES, Measured, measure
from evals.retrieval.questions import load_questions
from ingest.reading import quotes_of
from retriever.corpus import Corpus


def test_every_gold_passage_of_the_look_ups_exists() -> None:
    quotes = quotes_of(Corpus.load())
    questions = load_questions()
    for question in questions:
        for label in question.labels:
            quotes.passage(question.policy_id, label)
    assert sum(bool(each.labels) for each in questions) >= 70
    assert sum(not each.labels for each in questions) >= 20


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure()


@pytest.mark.slow
@pytest.mark.parametrize("half", HALVES)
def test_the_right_passage_comes_first_for_four_of_five_look_ups(
    measured: Measured, half: str
) -> None:
    ours = measured.of("ours", half)
    assert ours.recall_1 >= 0.8
    assert ours.recall_5 >= 0.9


@pytest.mark.slow
@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("other", ["tutorial pipeline", "BM25 alone", "dense alone"])
def test_our_search_is_better_than_each_simpler_one(
    measured: Measured, half: str, other: str
) -> None:
    assert measured.of("ours", half).recall_1 > measured.of(other, half).recall_1 + 0.2


@pytest.mark.slow
@pytest.mark.parametrize("half", HALVES)
def test_silence_is_kept_where_it_is_due_and_seldom_elsewhere(
    measured: Measured, half: str
) -> None:
    ours = measured.of("ours", half)
    assert ours.abstention_recall >= 0.9
    assert ours.lost <= 0.03
