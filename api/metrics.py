"""What the service counts, for Prometheus: turns, refused quotes, durations. No words, no ids."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from assistant.answer import Answer

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """One service's counters; two services in one process do not share them."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.ready = Gauge(
            "citewell_ready",
            "1 once corpus, index and embedder are loaded.",
            registry=self._registry,
        )
        self.turns = Counter(
            "citewell_turns",
            "Turns answered, by kind and outcome.",
            ["kind", "outcome"],
            registry=self._registry,
        )
        self.refused_quotes = Counter(
            "citewell_refused_quotes",
            "Sentences withheld because their quote failed its check.",
            registry=self._registry,
        )
        self.requests = Histogram(
            "citewell_request_seconds",
            "Time to the end of the response, by route, method and status.",
            ["route", "method", "status"],
            buckets=SECONDS,
            registry=self._registry,
        )

    def count(self, answer: Answer) -> None:
        """Count one answered turn."""
        self.turns.labels(answer.kind.value, answer.outcome or "none").inc()
        self.refused_quotes.inc(answer.refused_quotes)

    def exposition(self) -> bytes:
        """Every counter in Prometheus' text format."""
        return generate_latest(self._registry)
