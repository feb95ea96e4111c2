"""Plays rewordings and sets each outcome beside the one of the words as first said.

What is played is drawn from the conversation's id, the kind and a seed, so a run can be repeated.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from evals.expectations import Conversation, ConversationSet
from evals.play import Played, play
from evals.rewording.kinds import MAY_ONLY_ASK, SAME_MEANING
from evals.scoring import CONFIDENT
from evals.service import Service


@dataclass(frozen=True)
class Sample:
    """Which rewordings are played: a share of all, another for each seed."""

    share: float = 1.0
    seed: int = 0

    def holds(self, kind: str, conversation: str) -> bool:
        """Whether this rewording of this conversation is played."""
        return self.draw("sample", kind, conversation).random() < self.share

    def draw(self, *names: str) -> random.Random:
        """Chance that is the same in every run; not for secrets."""
        return random.Random(" ".join((*names, str(self.seed))))  # noqa: S311


@dataclass(frozen=True)
class Reworded:
    """A conversation in other words, and which kind of rewording made it."""

    kind: str
    conversation: Conversation


@dataclass(frozen=True)
class Comparison:
    """What a rewording did to the outcome of one conversation."""

    kind: str
    conversation: str
    before: str | None
    after: str | None
    is_now_confidently_wrong: bool
    turns: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        """Whether the reworded conversation ended in another outcome."""
        return self.before != self.after

    @property
    def may_ask(self) -> bool:
        """Whether this kind of rewording may turn an answer into a question."""
        return self.kind in MAY_ONLY_ASK


def rewordings(conversation: Conversation, sample: Sample = Sample()) -> Iterator[Reworded]:
    """Each kind of rewording that applies and is drawn, once."""
    for kind, reword in {**SAME_MEANING, **MAY_ONLY_ASK}.items():
        if not sample.holds(kind, conversation.id):
            continue
        draw = sample.draw(kind, conversation.id)
        turns = tuple(reword(turn, draw) for turn in conversation.turns)
        if turns != conversation.turns:
            yield Reworded(kind, replace(conversation, turns=turns))


def compare(
    service: Service,
    played: Iterable[Played],
    sets: Iterable[ConversationSet],
    sample: Sample = Sample(),
) -> Iterator[Comparison]:
    """Play rewordings of what was played without a failure, beside its first outcome."""
    by_name = {one.name: one for one in sets}
    for original in played:
        if original.failure:
            continue
        before = original.turns[-1].answer["outcome"]
        for reworded in rewordings(original.conversation, sample):
            again = play(service, reworded.conversation, by_name[original.set_name])
            after = again.turns[-1].answer["outcome"] if again.turns else "failed"
            yield Comparison(
                reworded.kind,
                original.conversation.id,
                before,
                after,
                after in CONFIDENT and after != before and again.is_confidently_wrong,
                reworded.conversation.turns,
            )
