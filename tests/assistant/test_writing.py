"""Markers point to citations in order, and a sentence without its passage is not shown."""

from __future__ import annotations

from assistant.answer import Audience
from assistant.answering.writing import WITHHELD, write
from assistant.draft import AnswerKind, Draft, Line
from retriever.passages import Citation, Role


def citation(quote: str) -> Citation:
    return Citation(
        policy_id="p",
        payer_id="x",
        title="Title",
        policy_version="1",
        section=(),
        label=quote,
        role=Role.CRITERIA,
        quote=quote,
        start=0,
        end=len(quote),
        document_sha256="0" * 64,
    )


ONE, TWO = citation("one"), citation("two")


def draft(*lines: Line) -> Draft:
    return Draft(AnswerKind.CASE, "criteria_met", "Criteria met.", lines)


def test_markers_count_in_the_order_of_the_text() -> None:
    written = write(draft(Line("B.", (TWO,)), Line("A.", (ONE, TWO))), lambda _: True)

    assert written.text == "Criteria met.\n\nB. [1]\n\nA. [2] [1]"
    assert written.citations == (TWO, ONE)


def test_list_items_stay_together() -> None:
    written = write(draft(Line("a", is_item=True), Line("b", is_item=True)), lambda _: True)

    assert written.text == "Criteria met.\n\n- a\n- b"


def test_a_line_whose_quote_fails_its_check_is_withheld_and_the_answer_says_so() -> None:
    written = write(draft(Line("A.", (ONE,)), Line("B.", (TWO,))), lambda each: each is TWO)

    assert written.text == f"Criteria met.\n\nB. [1]\n\n{WITHHELD}"
    assert written.citations == (TWO,)
    assert written.refused == 1


def test_for_the_phone_there_is_nothing_that_cannot_be_read_aloud() -> None:
    line = Line("**A** is met.", (ONE,), is_item=True, shows_quote=True)

    assert write(draft(line), lambda _: True).text == "Criteria met.\n\n- **A** is met. “one” [1]"
    assert (
        write(draft(line), lambda _: True, Audience.PHONE).text == "Criteria met.\n\nA is met. [1]"
    )
