"""`python -m evals.bench`: what the service costs, as ratios measured in one run. Gates nothing."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from api.app import create_app
from assistant.reading.language.tokens import tokenize
from assistant.reading.reading import Known
from assistant.reading.rule_reader import RuleReader
from evals.application import READY_WITHIN_SECONDS, RESULTS, ROOT, settings_in
from evals.expectations import Conversation
from evals.report import write_json
from evals.service import Service, serving
from ingest.embedded import prepare
from ingest.indexing import Store, index
from ingest.reading import read
from retriever.corpus import DEFAULT_CORPUS, Corpus
from retriever.embedding import SentenceEmbeddings, load_embeddings
from retriever.vectors import BATCH
from rules import POLICIES, evaluate
from rules.facts import FactValue, Quantity

TODAY = date(2026, 6, 1)
REPEATS = 40
EVALUATIONS = 300

CASE = (
    "BCBSNC, sarcoma of the right thigh: 40% of the femur circumference gets 40 Gy with 3D, "
    "25% with IMRT."
)
LOOKUP = "Which indications for breast cancer does Louisiana Healthcare Connections list?"
QUESTION = "why is IMRT useful near sensitive normal tissue"
HUNDRED_WORDS = (
    "This 64-year-old woman with Louisiana Healthcare Connections noticed a painless swelling of "
    "her right calf eight months ago. Magnetic resonance imaging showed a mass deep in the "
    "posterior compartment, close to but not invading the tibia. The core biopsy gave a "
    "myxofibrosarcoma of intermediate grade. Chest imaging is negative for lung metastases. She "
    "has never had radiotherapy, she is fit for surgery, and her blood counts are normal. The "
    "tumor board recommends preoperative radiotherapy of 50 Gy in 25 fractions followed by wide "
    "excision. The dosimetrist prefers intensity modulation because of the neurovascular bundle. "
    "Are the criteria met?"
)
CASES: Mapping[str, Mapping[str, FactValue]] = {
    "bcbsnc-imrt-sarcoma-extremities": {
        "tumor_type": "soft_tissue_sarcoma",
        "tumor_site": "thigh",
        "bone_share_3d": {"femur": Quantity.exactly(Decimal(40))},
        "bone_share_imrt": {"femur": Quantity.exactly(Decimal(26))},
    },
    "lhcc-la-cp-mp-69-imrt": {
        "tumor_type": "soft_tissue_sarcoma",
        "tumor_site": "thigh",
        "age": 45,
    },
}


@dataclass(frozen=True)
class Measure:
    """One thing measured, and another beside it in the same run, and what is aimed at."""

    name: str
    value: float
    unit: str
    beside: str = ""
    beside_value: float | None = None
    aim: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times what stands beside it."""
        return self.value / self.beside_value if self.beside_value else None


def main() -> None:
    """Measure, print a table and write the same as JSON."""
    with TemporaryDirectory(prefix="citewell-bench-") as folder:
        measures = list(measure(Path(folder)))
    show(Console(width=120), measures)
    written = [asdict(one) | {"ratio": one.ratio} for one in measures]
    write_json(RESULTS / "bench.json", {"measures": written})


def measure(folder: Path) -> Iterator[Measure]:
    """Every measure, in the order of the table."""
    embeddings = load_embeddings()
    settings = settings_in(folder)
    with serving(create_app(settings)) as service:
        service.wait_until_ready(READY_WITHIN_SECONDS)
        yield from turns(service, embeddings)
    yield from evaluations()
    yield index_build(folder / "index", embeddings)
    yield reading()
    yield start_up()


def turns(service: Service, embeddings: SentenceEmbeddings) -> Iterator[Measure]:
    """Requests over HTTP against embedding one query alone, taken in turns with each other."""
    measured: dict[str, tuple[Callable[[], object], str]] = {
        "chat turn, case": (partial(service.play, _saying(CASE)), CASE),
        "chat turn, look-up": (partial(service.play, _saying(LOOKUP)), LOOKUP),
        "citation search": (partial(service.search, QUESTION), QUESTION),
    }
    for name, (call, message) in measured.items():
        # In a worker thread, as the service does: torch takes another time there.
        with ThreadPoolExecutor(max_workers=1) as worker:
            embed = partial(worker.submit, embeddings.embed_query, message)
            took, query = medians(call, lambda embed=embed: embed().result())  # type: ignore[misc]
        aim = "ratio at most 2" if name.startswith("chat") else ""
        yield Measure(name, took, "ms", "embedding that text alone", query, aim)


def _saying(message: str) -> Conversation:
    return Conversation(id="bench", turns=(message,), outcomes=(None,))


def evaluations() -> Iterator[Measure]:
    """How often each policy is evaluated in a second on one core."""
    for policy in POLICIES.values():
        facts = CASES[policy.id]
        begun = time.perf_counter()
        for _ in range(EVALUATIONS):
            evaluate(policy, facts, TODAY)
        seconds = time.perf_counter() - begun
        yield Measure(f"evaluate, {policy.id}", EVALUATIONS / seconds, "per second")


def index_build(folder: Path, embeddings: SentenceEmbeddings) -> Measure:
    """Building the whole index against embedding the same texts and nothing else."""
    corpus = Corpus.load(DEFAULT_CORPUS)
    texts = [
        text
        for document in corpus.documents.values()
        for text in prepare(document, read(document), embeddings.id).texts.values()
    ]
    before = _embedding_seconds(texts, embeddings)
    begun = time.perf_counter()
    index(corpus, Store.open(folder, embeddings))
    built = time.perf_counter() - begun
    alone = min(before, _embedding_seconds(texts, embeddings))
    return Measure(f"index build, {len(texts)} texts", built, "s", "embedding them alone", alone)


def _embedding_seconds(texts: list[str], embeddings: SentenceEmbeddings) -> float:
    begun = time.perf_counter()
    for at in range(0, len(texts), BATCH):
        embeddings.embed_documents(texts[at : at + BATCH])
    return time.perf_counter() - begun


def reading() -> Measure:
    """Reading a message of about 100 words against the tokenizer alone."""
    payers = Corpus.load(DEFAULT_CORPUS).payers.values()
    reader = RuleReader({payer.id: (payer.name, *payer.aliases) for payer in payers})
    known = Known(facts={}, pending=None, confirming=False, date_of_service=None, today=TODAY)
    read_ms, tokenized_ms = medians(
        lambda: reader.read(HUNDRED_WORDS, known), lambda: tokenize(HUNDRED_WORDS)
    )
    words = len(HUNDRED_WORDS.split())
    return Measure(
        f"reading {words} words",
        read_ms,
        "ms",
        "tokenizer alone",
        tokenized_ms,
        "at most 15 ms for 100 words",
    )


def start_up() -> Measure:
    """What the reader adds to the start of the service, in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "evals.start_up"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    seconds = json.loads(ran.stdout.splitlines()[-1])
    return Measure(
        "loading the reader",
        seconds["reader"],
        "s",
        "the search's",
        seconds["search"],
        "at most 3 s",
    )


def medians(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """Median milliseconds of two calls made alternately, after a warm-up of each."""
    for _ in range(3):
        first()
        second()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(REPEATS):
        for call, taken in zip((first, second), times, strict=True):
            begun = time.perf_counter()
            call()
            taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def show(console: Console, measures: list[Measure]) -> None:
    """The measures as a table."""
    table = Table(title="Bench")
    for heading in ("measured", "value", "unit", "beside", "its value", "ratio", "aim"):
        table.add_column(heading, justify="left" if heading in {"measured", "beside"} else "right")
    for one in measures:
        beside = "" if one.beside_value is None else f"{one.beside_value:.1f}"
        ratio = "" if one.ratio is None else f"{one.ratio:.2f}"
        table.add_row(one.name, f"{one.value:.1f}", one.unit, one.beside, beside, ratio, one.aim)
    console.print(table)


if __name__ == "__main__":
    main()
