"""Figures that the speaker is not sure of are read with doubt."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.mentions import Certainty
from assistant.reading.reading import Known
from assistant.reading.rule_reader import RuleReader

NOTHING = Known({}, None, False, None, date(2026, 11, 21))

# message, the fact, and whether it is sure
SAID = [
    ("Chordoma, and I believe he's 16", "age", False),
    ("Chordoma, he's 16", "age", True),
    ("I think she has a chordoma, and she is 44", "age", True),
    ("humerus at 40 Gy on 3D: I guess 45%", "bone_share_3d", False),
    ("humerus at 40 Gy on 3D: 45%, if I remember correctly", "bone_share_3d", False),
    ("humerus at 40 Gy on 3D: 45%", "bone_share_3d", True),
]


@pytest.mark.parametrize(("message", "name", "is_sure"), SAID)
def test_a_guessed_figure_is_doubtful(message: str, name: str, is_sure: bool) -> None:
    facts = RuleReader({}).read(message, NOTHING).facts
    found = next(fact for fact in facts if fact.name == name)
    assert (found.certainty is Certainty.SURE) == is_sure


# message and the age read: of the relative for whom the caller speaks, never of another one
RELATIVES = [
    ("My daughter is 11 and has a medulloblastoma", 11, True),
    ("our boy is 9 and needs craniospinal radiation", 9, True),
    ("My uncle is 71. I have a chordoma.", 71, False),
    ("my aunt is 71 and I have a chordoma", None, False),
    ("her son is 12. She has a chordoma.", None, False),
]


@pytest.mark.parametrize(("message", "years", "is_sure"), RELATIVES)
def test_a_callers_relative_has_an_age(message: str, years: int | None, is_sure: bool) -> None:
    facts = [f for f in RuleReader({}).read(message, NOTHING).facts if f.name == "age"]
    assert [fact.value for fact in facts] == ([] if years is None else [years])
    assert all((fact.certainty is Certainty.SURE) == is_sure for fact in facts)
