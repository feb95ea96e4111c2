"""Plays the conversations through the API, prints misses and scores, and gates on the worst.

`python -m evals [--only ID] [--set FILE] [--jobs N] [--reword [--share S] [--seed N]]
[--reader MODULE:NAME] [--no-apart]`. The exit code is 1 where a gate of
`evals/thresholds.toml` is broken; an error of the harness itself ends with its traceback.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from evals import report
from evals.application import RESULTS, ROOT, open_service, reader_named
from evals.expectations import ConversationSet, own_sets, read_set
from evals.play import play_all
from evals.rewording.comparison import Sample, compare
from evals.tally import exceeded, groups

HERE = Path(__file__).parent
WIDTH = 140
DEVELOPMENT_SET = ROOT.parent / "shared" / "eval" / "conversations.jsonl"


app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def main(  # noqa: PLR0913 - one for each option
    *,
    only: Annotated[list[str] | None, typer.Option(help="Ids or their beginnings.")] = None,
    sets: Annotated[list[Path] | None, typer.Option("--set", help="JSONL files.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Conversations at a time.")] = 1,
    reword: Annotated[bool, typer.Option(help="Play rewordings as well.")] = False,
    share: Annotated[float, typer.Option(min=0, max=1, help="Share of rewordings.")] = 0.2,
    seed: Annotated[int, typer.Option(help="Which rewordings are drawn.")] = 0,
    reader: Annotated[
        str, typer.Option(help="MODULE:NAME of another reader of messages to score.")
    ] = "",
    apart: Annotated[bool, typer.Option(help="Read prose and search citations too.")] = True,
) -> None:
    """Score the service on gold conversations; `--set` plays these files instead of all."""
    console = Console(width=WIDTH)
    chosen = _chosen(sets or [], tuple(only or []))
    with open_service(reader_named(reader) if reader else None) as service:
        played = play_all(service, chosen, jobs=jobs)
        tallies = groups(played)
        report.show_misses(console, played)
        report.show_scores(console, tallies)
        written = report.as_json(played, tallies)
        if reword:
            comparisons = list(compare(service, played, chosen, Sample(share, seed)))
            report.show_rewordings(console, comparisons)
            written["rewordings"] = [asdict(one) for one in comparisons if one.is_changed]
    report.write_json(RESULTS / "conversations.json", written)
    if apart:
        run_apart("evals.prose", *(["--reader", reader] if reader else []))
        run_apart("evals.retrieval")
    broken = exceeded(played, HERE / "thresholds.toml")
    for gate in broken:
        console.print(f"[red]{gate}[/]")
    if broken:
        raise typer.Exit(1)


def run_apart(module: str, *arguments: str) -> None:
    """Print the table of another measure, made in a process of its own.

    In this one the service's threads and the model's compete for the cores, which triples its time.
    """
    subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, check=True)  # noqa: S603


def _chosen(files: list[Path], only: tuple[str, ...]) -> list[ConversationSet]:
    sets = [read_set(path, is_own=False) for path in files]
    if not files:
        sets = list(own_sets(HERE / "conversations"))
        if DEVELOPMENT_SET.exists():
            sets.append(replace(read_set(DEVELOPMENT_SET, is_own=False), name="development"))
    if only:
        sets = [_cut(one, only) for one in sets]
    chosen = [one for one in sets if one.conversations]
    if not chosen:
        raise typer.BadParameter("no conversation has such an id")
    return chosen


def _cut(among: ConversationSet, only: tuple[str, ...]) -> ConversationSet:
    kept = tuple(one for one in among.conversations if one.id.startswith(only))
    return replace(among, conversations=kept)


if __name__ == "__main__":
    app()
