"""What endpoints ask for by type: the assistant, the counters."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from api.guards import JSON, accepts
from api.interfaces import Assistant
from api.metrics import Metrics
from api.readiness import ready_assistant


def _metrics(request: Request) -> Metrics:
    metrics: Metrics = request.app.state.metrics
    return metrics


Ready = Annotated[Assistant, Depends(ready_assistant)]
"""The assistant, once it is loaded."""

Counted = Annotated[Metrics, Depends(_metrics)]
"""The service's counters."""

SENDS_JSON = Depends(accepts(JSON))
"""For endpoints that send JSON and nothing else."""
