"""Look-up questions with the passages that answer them, or none where nothing may be found."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

QUESTIONS = Path(__file__).parent / "questions.jsonl"


@dataclass(frozen=True)
class LookUp:
    """A question as staff would word it; `labels` are those of any passage that answers it.

    Without labels the search must abstain. `half` says whether it may be looked at in tuning.
    """

    id: str
    half: str
    kind: str
    question: str
    payer: str | None
    policy_id: str
    labels: frozenset[str]


def load_questions(path: Path = QUESTIONS) -> tuple[LookUp, ...]:
    """The questions of a file, one JSON object a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_question(json.loads(line)) for line in lines)


def _question(fields: dict[str, Any]) -> LookUp:
    gold = fields.pop("gold") or {"policy_id": "", "labels": ()}
    return LookUp(**fields, policy_id=gold["policy_id"], labels=frozenset(gold["labels"]))
