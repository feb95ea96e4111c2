"""Rewording changes next to nothing, in a small fixed sample of all sets and the real service.

The sample plays one in about 140 of the rewordings that apply; `make eval` plays a larger one.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evals.application import open_service
from evals.expectations import ConversationSet, own_sets
from evals.play import play_all
from evals.rewording.comparison import Comparison, Sample, compare, rewordings

SETS = Path(__file__).parents[3] / "evals" / "conversations"
SAMPLE = Sample(share=0.007, seed=11)
LIMIT = 0.01

pytestmark = pytest.mark.slow


def drawn(among: ConversationSet) -> ConversationSet:
    """The conversations of which some rewording is in the sample."""
    kept = tuple(one for one in among.conversations if any(rewordings(one, SAMPLE)))
    return replace(among, conversations=kept)


@pytest.fixture(scope="module")
def compared() -> list[Comparison]:
    sets = [drawn(each) for each in own_sets(SETS)]
    with open_service() as service:
        return list(compare(service, play_all(service, sets), sets, SAMPLE))


def test_fewer_than_one_rewording_in_a_hundred_changes_the_outcome(
    compared: list[Comparison],
) -> None:
    strict = [one for one in compared if not one.may_ask]
    changed = [f"{one.conversation} {one.kind}" for one in strict if one.is_changed]
    share = len(changed) / len(strict)
    print(f"{share:.2%} of {len(strict)} rewordings changed the outcome: {changed}")  # noqa: T201
    assert len(strict) > 200
    assert share < LIMIT, changed


def test_no_rewording_makes_an_answer_confidently_wrong(compared: list[Comparison]) -> None:
    wrong = [(one.kind, *one.turns) for one in compared if one.is_now_confidently_wrong]
    assert wrong == []
