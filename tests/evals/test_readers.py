"""The seam: any reader can stand behind the service and is scored by the same evaluation."""

from __future__ import annotations

import pytest

from assistant.reading.payers import PayerAliases
from assistant.reading.questions.topics import Question, Topic
from assistant.reading.reading import Known, Reading
from evals.application import open_service, reader_named
from evals.expectations import Conversation, ConversationSet
from evals.play import play_all


class Deaf:
    """Takes every message for a case of which nothing was said."""

    def __init__(self, payers: PayerAliases) -> None:
        self.payers = payers

    def read(self, message: str, known: Known) -> Reading:  # noqa: ARG002 - it is deaf
        return Reading(Question(Topic.CASE))


@pytest.mark.slow
def test_a_reader_that_hears_nothing_is_scored_as_one() -> None:
    told = Conversation("d1", ("prostate cancer",), ("criteria_met",), payer="lhcc")
    with open_service(reader_named(f"{__name__}:Deaf")) as service:
        [played] = play_all(service, [ConversationSet("told", (told,), is_own=True)])

    assert played.is_asked_needlessly
    assert played.turns[-1].answer["facts"] == []
