"""Plays sets of conversations and keeps what was said, what was missed and how long it took."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from evals.expectations import Conversation, ConversationSet
from evals.integrity import faults_of
from evals.scoring import Miss, is_asked_needlessly, is_confidently_wrong, misses_of
from evals.service import Service, ServiceFailed, Turn


@dataclass(frozen=True)
class Played:
    """One conversation as it went; `failure` is the service's error, empty where there was none."""

    set_name: str
    is_own: bool
    conversation: Conversation
    turns: tuple[Turn, ...] = ()
    misses: tuple[Miss, ...] = ()
    faults: tuple[Miss, ...] = ()
    is_confidently_wrong: bool = False
    is_asked_needlessly: bool = False
    failure: str = ""

    @property
    def has_right_outcome(self) -> bool:
        """Whether the last answer gave an accepted outcome."""
        return not self.failure and all(miss.field != "outcome" for miss in self.misses)

    @property
    def is_right(self) -> bool:
        """Whether every expectation held."""
        return not self.failure and not self.misses


def play(service: Service, one: Conversation, among: ConversationSet) -> Played:
    """Play and score one conversation; an error of the service is kept, not raised."""
    try:
        turns = service.play(one)
        faults = faults_of(one.id, turns, service.text_of)
    except ServiceFailed as failed:
        return Played(among.name, among.is_own, one, failure=str(failed))
    last = turns[-1].answer
    return Played(
        among.name,
        among.is_own,
        one,
        turns,
        misses_of(one, last),
        faults,
        is_confidently_wrong(one, last),
        is_asked_needlessly(one, last),
    )


def play_all(
    service: Service,
    sets: Iterable[ConversationSet],
    *,
    jobs: int = 1,
    on_played: Callable[[Played], None] = lambda _: None,
) -> list[Played]:
    """Play every conversation of the sets, in their order, `jobs` at a time."""
    pairs = [(one, among) for among in sets for one in among.conversations]
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        results = []
        for played in pool.map(lambda pair: play(service, *pair), pairs):
            on_played(played)
            results.append(played)
    return results
