"""Questions in other words, and the sentence that each answer must quote."""

from __future__ import annotations

import pytest

from assistant.draft import AnswerKind
from tests.assistant.lookup.asking import ask, quoted, text_of


@pytest.mark.parametrize(
    ("message", "payer", "words"),
    [
        ("At what dose is the joint space measured by BCBSNC?", "bcbsnc", "receiving >=35Gy"),
        ("what was the threshold before it became 25 %", None, ">=50% of the full circumference"),
        ("What did Blue Cross NC want originally?", "bcbsnc", "3D results in >=50% of the joint"),
        ("when were the ICD-10 codes taken out of it?", "lhcc", "ICD-10 code table removed."),
        ("When is the current LHCC text in force from?", "lhcc", "6/19/25"),
        ("Who owns the LHCC policy?", "lhcc", "This clinical policy is the property of LHCC."),
        ("Who holds the copyright of the CPT codes?", "lhcc", "copyrighted 2024, American"),
        ("May I copy the LHCC policy?", "lhcc", "Unauthorized copying, use, and distribution"),
        ("what is APBI short for", "lhcc", "Accelerated partial breast irradiation (APBI)"),
        ("what about hot spots in the inframammary fold", "lhcc", "hot spots in inframammary"),
        ("Since when is the policy effective?", "bcbsnc", "effective date 5/31/16"),
    ],
)
def test_the_sentence_that_answers_is_quoted(message: str, payer: str | None, words: str) -> None:
    draft = ask(message, payer)
    assert draft.kind is AnswerKind.LOOKUP
    assert any(words in quote for quote in quoted(draft))


def test_a_code_on_which_the_payers_agree_has_its_status_without_a_payer() -> None:
    draft = ask("is 77385 on the list?")
    assert [(found.code, found.status.value) for found in draft.codes] == [("77385", "listed")]
    assert draft.asks_payer


def test_a_code_on_which_the_payers_differ_waits_for_the_payer() -> None:
    draft = ask("is G6015 on the list?", facts={"age": 34})
    assert draft.codes == ()
    assert draft.asks_payer
    assert "from age 21" in text_of(draft)


def test_a_unit_limit_that_one_payer_gives_is_none_of_both() -> None:
    draft = ask("status of 77338?")
    assert [(found.code, found.limit) for found in draft.codes] == [("77338", None)]


def test_what_a_payer_whose_earlier_text_is_not_held_asked_for_is_not_made_up() -> None:
    draft = ask("what did LHCC require in the previous version?", "lhcc")
    assert draft.headline == "The criteria of LHCC in force on 18 June 2025 are not held."
