"""What holds of every answer to a question that is no case."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from assistant.answering.writing import HEADLINE_LIMIT
from assistant.draft import AnswerKind
from tests.assistant.lookup.asking import LIBRARY, ask, own_words, quotes

ROWS = Path(__file__).parents[1] / "reading" / "topic_rows.toml"
NEVER_SAID = re.compile(r"\b(?:approved|denied|covered|will pay|guaranteed)\b", re.IGNORECASE)


def messages() -> list[str]:
    halves = tomllib.loads(ROWS.read_text(encoding="utf-8")).values()
    every = [(topic, m) for half in halves for topic, rows in half.items() for m in rows]
    return [re.sub(r"^[dp] ", "", message) for topic, message in every if topic != "case"]


@pytest.mark.parametrize("payer", [None, "bcbsnc", "lhcc"])
@pytest.mark.parametrize("message", messages())
def test_every_answer_is_short_sober_and_carries_its_notices(
    message: str, payer: str | None
) -> None:
    draft = ask(message, payer)
    assert 0 < len(draft.headline) <= HEADLINE_LIMIT
    assert NEVER_SAID.search(own_words(draft)) is None
    assert (draft.outcome == "not_addressed") == (draft.kind is AnswerKind.UNSUPPORTED)
    spoken_of = {cite.policy_id for cite in quotes(draft)}
    assert spoken_of <= {notice.policy_id for notice in draft.notices}


@pytest.mark.parametrize("message", ["", "   ", "?" * 500, "77338 " * 200, "criteria " * 800, "🦴"])
def test_no_question_breaks_the_look_up(message: str) -> None:
    assert ask(message).headline


def test_the_corpus_asked_is_the_real_one() -> None:
    assert set(LIBRARY.corpus.payers) == {"bcbsnc", "lhcc"}
