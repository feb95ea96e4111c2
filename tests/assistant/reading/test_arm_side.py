"""The policy speaks of the arm beside the treated breast, not of the other one."""

from __future__ import annotations

import pytest

from assistant.reading.assertion.assertions import Assertions
from assistant.reading.language.tokens import tokenize
from assistant.reading.mentions import Certainty
from assistant.reading.statements.reader import read_statements

ROWS = [
    ("Left breast cancer, frozen left shoulder, treated with arms down", Certainty.SURE),
    ("Left breast cancer, frozen right shoulder, treated with arms down", Certainty.DOUBTFUL),
    ("Right breast cancer; limited left arm ROM, arms down", Certainty.DOUBTFUL),
    ("Right breast cancer, frozen shoulder, arms down", Certainty.SURE),
]


@pytest.mark.parametrize(("message", "certainty"), ROWS)
def test_a_limited_arm_counts_on_the_treated_side(message: str, certainty: Certainty) -> None:
    doc = tokenize(message)
    facts = {fact.name: fact for fact in read_statements(doc, Assertions(doc), {})}

    assert facts["limited_arm_motion_arms_down"].value is True
    assert facts["limited_arm_motion_arms_down"].certainty is certainty


def test_the_breast_may_be_known_from_earlier() -> None:
    doc = tokenize("frozen right shoulder, she needs her arms down")
    known = {"tumor_site": "breast", "breast_laterality": "left"}
    facts = {fact.name: fact for fact in read_statements(doc, Assertions(doc), known)}

    assert facts["limited_arm_motion_arms_down"].certainty is Certainty.DOUBTFUL
