"""The format of a set, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.expectations import MalformedSet, read_set

LINE: dict[str, Any] = {"id": "a1", "turns": ["cancer"], "outcome": "criteria_met"}


def write(tmp_path: Path, *lines: dict[str, Any]) -> Path:
    path = tmp_path / "ages.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_a_line_needs_only_its_id_its_turns_and_its_outcome(tmp_path: Path) -> None:
    (one,) = read_set(write(tmp_path, LINE), is_own=True).conversations
    assert (one.id, one.turns, one.outcomes, one.quotes) == (
        "a1",
        ("cancer",),
        ("criteria_met",),
        (),
    )


def test_an_outcome_may_be_one_of_several(tmp_path: Path) -> None:
    path = write(tmp_path, LINE | {"outcome": [None, "not_addressed"]})
    assert read_set(path, is_own=True).conversations[0].outcomes == (None, "not_addressed")


@pytest.mark.parametrize(
    "wrong",
    [
        {"outcome": "approved"},
        {"outcome": []},
        {"turns": []},
        {"turns": [""]},
        {"turns": "cancer"},
        {"dos": "2026-02-30"},
        {"half": "third"},
        {"codes": {"77338": "covered"}},
        {"payer": 7},
        {"expects": "criteria_met"},
    ],
)
def test_a_line_that_does_not_fit_is_refused_with_its_number(
    tmp_path: Path, wrong: dict[str, Any]
) -> None:
    with pytest.raises(MalformedSet, match=r"ages\.jsonl, line 2"):
        read_set(write(tmp_path, LINE, LINE | {"id": "a2"} | wrong), is_own=True)


def test_two_conversations_of_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedSet, match="a1"):
        read_set(write(tmp_path, LINE, LINE), is_own=True)
