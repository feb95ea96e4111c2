"""Counts over played conversations, and the few that may fail a run."""

from __future__ import annotations

import statistics
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evals.play import Played


@dataclass(frozen=True)
class Tally:
    """The scores of one group of conversations; times are milliseconds a turn.

    The two costs of doubt stand side by side: `confident_wrong` answers tell somebody something
    untrue, `asked_needlessly` counts the cases told in full that were asked about once more.
    """

    group: str
    conversations: int
    outcome_right: int
    all_right: int
    confident_wrong: int
    asked_needlessly: int
    service_failures: int
    unverified_quotes: int
    without_evidence: int
    long_first_sentences: int
    forbidden_words: int
    quotes_checked: int
    turns: int
    median_ms: float
    slowest_ms: float


def tally(group: str, played: Iterable[Played]) -> Tally:
    """Count one group."""
    group_played = list(played)
    turns = [turn for one in group_played for turn in one.turns]
    times = [turn.seconds * 1000 for turn in turns] or [0.0]
    faults = [fault.field for one in group_played for fault in one.faults]
    return Tally(
        group=group,
        conversations=len(group_played),
        outcome_right=sum(one.has_right_outcome for one in group_played),
        all_right=sum(one.is_right for one in group_played),
        confident_wrong=sum(one.is_confidently_wrong for one in group_played),
        asked_needlessly=sum(one.is_asked_needlessly for one in group_played),
        service_failures=sum(bool(one.failure) for one in group_played),
        unverified_quotes=faults.count("unverified_quote"),
        without_evidence=faults.count("evidence"),
        long_first_sentences=faults.count("first_sentence"),
        forbidden_words=faults.count("forbidden_word"),
        quotes_checked=sum(
            len(turn.answer["citations"]) + len(turn.answer["notices"]) for turn in turns
        ),
        turns=len(turns),
        median_ms=round(statistics.median(times), 1),
        slowest_ms=round(max(times), 1),
    )


def groups(played: Iterable[Played]) -> list[Tally]:
    """A tally for each set, for each half, for the own sets together and for all others."""
    every = list(played)
    names = dict.fromkeys(one.set_name for one in every)
    halves = sorted({one.conversation.half for one in every} - {""}, reverse=True)
    own = [one for one in every if one.is_own]
    return [
        *(tally(name, (one for one in every if one.set_name == name)) for name in names),
        *(tally(half, (one for one in every if one.conversation.half == half)) for half in halves),
        *([tally("own sets", own)] if own else []),
    ]


def exceeded(played: Iterable[Played], thresholds: Path) -> list[str]:
    """The gates that the project's own sets break, as sentences; empty when all hold."""
    limits = tomllib.loads(thresholds.read_text(encoding="utf-8"))["own_sets"]
    counts = tally("own sets", (one for one in played if one.is_own))
    return [
        f"{name.replace('_', ' ')} in the own sets: {getattr(counts, name)}, at most {limit}"
        for name, limit in limits.items()
        if getattr(counts, name) > limit
    ]
