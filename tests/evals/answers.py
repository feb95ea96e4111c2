"""Answers as the contract shapes them, for tests of the evaluation itself."""

from __future__ import annotations

from typing import Any

POLICY = "lhcc-la-cp-mp-69-imrt"
TEXT = "IMRT is medically necessary for: a. Prostate cancer; b. Renal cancer;"


def citation(quote: str, **changes: Any) -> dict[str, Any]:
    """A citation of the little document above, at its true offsets unless changed."""
    start = TEXT.find(quote)
    true = {
        "policy_id": POLICY,
        "quote": quote,
        "start": start,
        "end": start + len(quote),
        "section": ["Policy/Criteria"],
    }
    return true | changes


def answer(**changes: Any) -> dict[str, Any]:
    """A faultless answer to "prostate cancer", unless changed."""
    faultless = {
        "conversation_id": "c1",
        "turn_id": "t1",
        "kind": "case",
        "outcome": "criteria_met",
        "answer": "Criteria met: prostate cancer is a listed indication [1].\n\nMore lines.",
        "determination": None,
        "citations": [citation("Prostate cancer")],
        "follow_up": None,
        "facts": [
            {
                "name": "tumor_site",
                "value": "prostate",
                "unit": None,
                "evidence": {"turn_id": "t1", "start": 0, "end": 8, "text": "prostate"},
            }
        ],
        "codes": [],
        "notices": [],
    }
    return faultless | changes
