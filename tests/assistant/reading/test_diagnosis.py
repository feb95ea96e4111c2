"""Diagnoses as clinicians write them, each with the reading that a reviewer expects."""

from __future__ import annotations

import pytest

from assistant.reading.mentions import Certainty
from tests.assistant.reading.diagnosis_reading import brief, read, rows


@pytest.mark.parametrize(("phrase", "expected"), rows())
def test_phrase_reads_as_type_site_and_origin(phrase: str, expected: str) -> None:
    assert brief(phrase) == expected


@pytest.mark.parametrize("phrase", [phrase for phrase, _ in rows()])
def test_every_fact_quotes_the_message_exactly(phrase: str) -> None:
    for fact in read(phrase).values():
        assert phrase[fact.evidence.start : fact.evidence.end] == fact.evidence.text
        assert fact.evidence.text.strip()


@pytest.mark.parametrize("phrase", [phrase for phrase, _ in rows()])
def test_doubt_is_said_in_words_and_only_where_there_is_doubt(phrase: str) -> None:
    for fact in read(phrase).values():
        assert bool(fact.doubt) == (fact.certainty is Certainty.DOUBTFUL)


def test_the_evidence_of_a_site_is_the_words_for_the_place() -> None:
    facts = read("UPS of the left proximal thigh")
    assert facts["tumor_site"].evidence.text == "thigh"
    assert facts["tumor_type"].evidence.text == "UPS"


def test_the_origin_of_a_metastasis_quotes_the_word_of_spread() -> None:
    assert read("bone met of RCC in the humerus")["tumor_origin"].evidence.text == "met"


def test_offsets_count_code_points_behind_an_emoji() -> None:
    message = "🙂🙂 sarcoma of the thigh"
    evidence = read(message)["tumor_type"].evidence
    assert (evidence.start, evidence.text) == (3, "sarcoma")


def test_the_table_holds_at_least_150_phrases() -> None:
    assert len(rows()) >= 150
