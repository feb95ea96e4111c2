"""The README's question has the README's answer, and its list of policies is the corpus."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from retriever.corpus import Corpus
from tests.conftest import Ask

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
WIDTH = 116


def wrapped(answer: str) -> str:
    """The answer as the README sets it: lines folded, list items indented."""
    lines = []
    for line in answer.split("\n"):
        indent = "  " if line.startswith("- ") else ""
        lines.append(textwrap.fill(line, WIDTH, subsequent_indent=indent) if line else "")
    return "\n".join(lines)


def test_the_question_has_the_answer_shown(ask: Ask) -> None:
    question = re.search(r"## One question\n\n((?:> .*\n)+)", README)
    shown = re.search(r"```text\n(.*?)\n```", README, re.DOTALL)
    assert question is not None
    assert shown is not None

    message = " ".join(line.removeprefix("> ") for line in question[1].splitlines())

    assert wrapped(ask(message).answer) == shown[1]


def test_the_policies_listed_are_those_of_the_corpus() -> None:
    for document in Corpus.load().documents.values():
        assert f"| {document.payer.name} | {document.title} |" in README


def test_it_can_be_read_in_one_sitting() -> None:
    assert len(README.splitlines()) <= 150
