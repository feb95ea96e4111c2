"""Shows what was played: the misses in short, a table of scores, and the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals.play import Played
from evals.rewording.comparison import Comparison
from evals.scoring import Miss
from evals.tally import Tally

_SHORT = 110

_COLUMNS = {
    "set": "group",
    "all": "conversations",
    "outcome": "outcome_right",
    "every field": "all_right",
    "confident wrong": "confident_wrong",
    "asked needlessly": "asked_needlessly",
    "failed": "service_failures",
    "bad quotes": "unverified_quotes",
    "no evidence": "without_evidence",
    "opening > 140": "long_first_sentences",
    "forbidden": "forbidden_words",
    "ms a turn": "median_ms",
}


def show_misses(console: Console, played: Iterable[Played]) -> None:
    """One line for each miss and fault: id, field, expected, got."""
    for one in played:
        if one.failure:
            console.print(f"[red]{one.conversation.id}[/] failed: {escape(_short(one.failure))}")
        for miss in (*one.misses, *one.faults):
            mark = "[red]!![/] " if one.is_confidently_wrong and miss.field == "outcome" else ""
            console.print(
                f"{mark}[bold]{miss.conversation}[/] {miss.field}: "
                f"expected {escape(_short(miss.expected))}; got {escape(_short(miss.got))}",
                highlight=False,
                soft_wrap=True,
            )


def show_scores(console: Console, tallies: Iterable[Tally]) -> None:
    """The summary table, a row a group."""
    table = Table(title="Conversations")
    for heading in _COLUMNS:
        is_name = heading == "set"
        table.add_column(heading, justify="left" if is_name else "right", no_wrap=is_name)
    for tally in tallies:
        table.add_row(*(str(getattr(tally, name)) for name in _COLUMNS.values()))
    console.print(table)


def show_rewordings(console: Console, comparisons: Iterable[Comparison]) -> None:
    """What rewording changed: each changed conversation, then a row a kind.

    Kinds that may turn an answer into a question stand below the sum, which leaves them out.
    """
    every = list(comparisons)
    table = Table(title="Rewordings")
    for heading in ("kind", "played", "outcome changed", "share", "now confidently wrong"):
        table.add_column(heading, justify="left" if heading == "kind" else "right")
    for one in every:
        if one.is_changed:
            mark = "[red]!![/] " if one.is_now_confidently_wrong else ""
            change = f"{one.before} became {one.after}"
            console.print(
                f"{mark}[bold]{one.conversation}[/] {one.kind}: {change}", highlight=False
            )
    strict = [one for one in every if not one.may_ask]
    for kind in dict.fromkeys(one.kind for one in strict):
        table.add_row(kind, *_counts([one for one in strict if one.kind == kind]))
    table.add_row("all that keep the meaning", *_counts(strict), end_section=True)
    for kind in dict.fromkeys(one.kind for one in every if one.may_ask):
        table.add_row(f"{kind} (may ask)", *_counts([one for one in every if one.kind == kind]))
    console.print(table)


def _counts(compared: Sequence[Comparison]) -> tuple[str, ...]:
    changed = sum(one.is_changed for one in compared)
    wrong = sum(one.is_now_confidently_wrong for one in compared)
    share = f"{changed / len(compared):.1%}" if compared else "-"
    return str(len(compared)), str(changed), share, str(wrong)


def as_json(played: Iterable[Played], tallies: Iterable[Tally]) -> dict[str, Any]:
    """Scores and misses, without the answers' texts."""
    return {
        "scores": [asdict(tally) for tally in tallies],
        "conversations": [
            {
                "id": one.conversation.id,
                "set": one.set_name,
                "half": one.conversation.half,
                "expected": one.conversation.outcomes,
                "got": one.turns[-1].answer["outcome"] if one.turns else None,
                "confident_wrong": one.is_confidently_wrong,
                "failure": one.failure,
                "misses": [_plain(miss) for miss in (*one.misses, *one.faults)],
                "milliseconds": [round(turn.seconds * 1000, 1) for turn in one.turns],
            }
            for one in played
        ],
    }


def write_json(path: Path, report: Mapping[str, Any]) -> None:
    """Write a report, with its folder where that does not exist yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _plain(miss: Miss) -> dict[str, str]:
    return {"field": miss.field, "expected": miss.expected, "got": miss.got}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"
