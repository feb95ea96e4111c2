"""`python -m evals.start_up`: what the reader adds to the service's start, as JSON on one line.

Run in a process of its own, where nothing is loaded yet. What the citation search loads anyway
comes first and is timed apart, so that the reader is not charged for it.
"""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from datetime import date


@dataclass(frozen=True)
class StartUp:
    """Seconds to load what the search needs, and after it what the reader needs."""

    search: float
    reader: float


def measure() -> StartUp:
    """Load the search's packages and model, then all that the reader has loaded after one case."""
    begun = time.perf_counter()
    from retriever.embedding import load_embeddings  # noqa: PLC0415 - its loading is the measure

    load_embeddings().embed_query("one")
    searching = time.perf_counter()
    from assistant.reading.reading import Known  # noqa: PLC0415
    from assistant.reading.rule_reader import RuleReader  # noqa: PLC0415

    reader = RuleReader({"lhcc": ("Louisiana Healthcare Connections",)})
    reader.read("Prostate cancer, C61", Known({}, None, False, None, date(2026, 6, 1)))
    return StartUp(searching - begun, time.perf_counter() - searching)


if __name__ == "__main__":
    print(json.dumps(asdict(measure())))  # noqa: T201 - another process reads it
