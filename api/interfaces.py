"""What the transports need of the assistant; `assistant.service` provides it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from assistant.answer import Answer, CitedDetermination, TurnRequest
from assistant.answer_json import Permalink
from assistant.form import FormRequest
from assistant.storage import Store
from retriever.library import Library
from rules.determination import CodeRequest
from rules.facts import FactValue
from rules.policy import Policy


class Assistant(Protocol):
    """Answers questions and keeps what was said."""

    @property
    def library(self) -> Library:
        """The policies that it answers from."""

    @property
    def store(self) -> Store:
        """The conversations that it keeps."""

    @property
    def permalink(self) -> Permalink:
        """How its citations become links."""

    @property
    def today(self) -> Callable[[], date]:
        """Gives the date of service where none is named."""

    def take_turn(self, request: TurnRequest) -> Answer:
        """Answer one message and keep the turn."""

    def take_form(self, request: FormRequest) -> Answer:
        """Confirm, change or strike facts of a conversation and answer its case anew."""

    def determine(
        self,
        policy: Policy,
        facts: Mapping[str, FactValue],
        day: date,
        codes: Sequence[CodeRequest] = (),
    ) -> CitedDetermination:
        """Apply the rules to stated facts and keep the determination."""

    def replay(self, determination_id: str, policies: Mapping[str, Policy]) -> CitedDetermination:
        """Compute a kept determination again from its facts."""
