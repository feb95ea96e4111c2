"""One run over every system and both halves of the questions, and its table."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.retrieval import systems
from evals.retrieval.measures import Find, Scores, score, spans_of
from evals.retrieval.questions import load_questions
from ingest.indexing import Store, index
from retriever.corpus import Corpus
from retriever.embedding import load_embeddings
from retriever.ranking import Weighing
from terminology.expansion import expand

HALVES = ("tuning", "held back")


@dataclass(frozen=True)
class Measured:
    """The scores of every system on each half."""

    scores: tuple[Scores, ...]

    def of(self, system: str, half: str) -> Scores:
        """One system's scores on one half."""
        return next(each for each in self.scores if (each.system, each.half) == (system, half))


def measure(folder: Path | None = None) -> Measured:
    """Index the default corpus, in a folder or a passing one, and measure every system on it."""
    if folder is None:
        with tempfile.TemporaryDirectory() as passing:
            return measure(Path(passing))
    corpus = Corpus.load()
    embedder = systems.Remembering(load_embeddings())
    store = Store.open(folder, embedder)
    index(corpus, store)
    compared: dict[str, Find] = {
        "tutorial pipeline": systems.tutorial(corpus, embedder),
        "BM25 alone": systems.words_alone(store),
        "dense alone": systems.likeness_alone(corpus, store),
        "ours": systems.ours(corpus, store, expand),
        "ours, diagnoses not spelled out": systems.ours(corpus, store),
        "ours, without BM25": systems.ours(corpus, store, expand, Weighing(words=False)),
        "ours, without dense": systems.ours(corpus, store, expand, Weighing(dense=False)),
        "ours, without roles": systems.ours(corpus, store, expand, Weighing(roles=False)),
        "ours, without dates": systems.ours(corpus, store, expand, Weighing(dates=False)),
    }
    gold = spans_of(each for policy in corpus.documents for each in store.catalog.passages(policy))
    questions = load_questions()
    return Measured(
        tuple(
            score(name, half, questions, find, gold)
            for half in HALVES
            for name, find in compared.items()
        )
    )


def table_of(measured: Measured) -> Table:
    """The scores as a table, in percent."""
    table = Table(title="Citation search: share of look-ups, in percent")
    for heading in ("questions", "system"):
        table.add_column(heading)
    for heading in ("first", "in 3", "in 5", "MRR", "lost", "abstention precision", "recall"):
        table.add_column(heading, justify="right")
    for each in measured.scores:
        shares = (
            *(each.recall_1, each.recall_3, each.recall_5, each.reciprocal_rank, each.lost),
            *(each.abstention_precision, each.abstention_recall),
        )
        numbers = ("-" if share is None else f"{100 * share:.0f}" for share in shares)
        table.add_row(f"{each.half} ({each.answerable})", each.system, *numbers)
    return table


def main() -> None:
    """Measure and print the table."""
    Console(width=110).print(table_of(measure()))
