"""One answer to several questions: what is held first, and nothing passed over in silence."""

from __future__ import annotations

from assistant.draft import AnswerKind
from assistant.lookup import answered_together
from tests.assistant.lookup.asking import ask, quoted, text_of

LIMIT = (
    "CPT 77338 is reported once per IMRT plan and is limited to 3 units per 60-day "
    "treatment course."
)


def test_a_second_question_is_answered_behind_the_first_with_its_own_quotes() -> None:
    first = ask("What is the limit of 77338?", "bcbsnc")
    second = ask("When was the threshold lowered?", "bcbsnc")
    together = answered_together(first, [second])
    assert together.headline == first.headline
    assert set(quoted(together)) >= {LIMIT, *quoted(second)}
    assert f"To your other question: {second.headline}" in text_of(together)


def test_what_is_held_comes_before_what_is_not() -> None:
    not_held = ask("Does LHCC cover proton therapy?", "lhcc")
    held = ask("What does LHCC say about re-irradiation?", "lhcc")
    together = answered_together(not_held, [held])
    assert (together.kind, together.outcome) == (AnswerKind.LOOKUP, None)
    assert f"To your other question: {not_held.headline}" in text_of(together)


def test_nothing_held_for_any_of_them_is_not_addressed() -> None:
    copay, claim = ask("What is her copay?", "lhcc"), ask("Where is my claim?", "lhcc")
    together = answered_together(copay, [claim, copay])
    assert (together.kind, together.outcome) == (AnswerKind.UNSUPPORTED, "not_addressed")
    assert f"To your third question: {copay.headline}" in text_of(together)


def test_a_notice_is_given_once() -> None:
    draft = ask("What is the limit of 77338?", "bcbsnc")
    assert answered_together(draft, [draft]).notices == draft.notices


def test_an_item_is_found_by_its_letter_within_the_part_named() -> None:
    draft = ask("item e under breast, please", "lhcc")
    assert quoted(draft) == ["Patients in whom internal mammary lymph nodes are targeted;"]


def test_an_item_that_names_the_site_is_quoted_without_its_neighbours() -> None:
    draft = ask("What are the criteria for salivary gland tumors?", "lhcc")
    assert [line.text[:8] for line in draft.lines if line.cites] == ["I.E.2.a:"]


def test_a_program_does_not_pass_for_a_person() -> None:
    assert "not a person" in ask("are you a real human or a bot?").headline
    assert "connect you" in ask("please transfer me to a representative").headline
