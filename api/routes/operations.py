"""For those who run the service: is it alive, is it ready, what does it count."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from api.dependencies import Counted, Ready
from api.errors import NotReady, ProblemKind, kinds
from api.problems import declared

router = APIRouter(tags=["Operation"])


class Alive(BaseModel):
    """The process answers."""

    status: Annotated[Literal["alive"], Field(description="Always `alive`.")] = "alive"


class ReadyState(BaseModel):
    """Questions can be asked."""

    status: Annotated[Literal["ready"], Field(description="Always `ready`.")] = "ready"
    policies: Annotated[int, Field(ge=1, description="How many policies the corpus holds.")]


@router.get("/healthz", summary="Alive?")
def health() -> Alive:
    """Say that the process answers, ready for questions or not."""
    return Alive()


@router.get("/readyz", summary="Ready?", responses=declared(NotReady))
def readiness(assistant: Ready) -> ReadyState:
    """Say whether corpus, index and embedding model are loaded."""
    return ReadyState(policies=len(assistant.library.corpus.documents))


@router.get(
    "/metrics",
    summary="Counters",
    response_class=PlainTextResponse,
    responses={200: {"description": "Prometheus' text format."}},
)
def counters(metrics: Counted) -> Response:
    """Give turns by kind and outcome, refused quotes and durations, for Prometheus."""
    return Response(metrics.exposition(), media_type=CONTENT_TYPE_LATEST)


@router.get("/problems", summary="Kinds of problems", response_class=PlainTextResponse)
def problem_kinds() -> str:
    """List the kinds of problems that an answer's `type` can name."""
    return "".join(_line(kind) for kind in kinds())


@router.get("/problems/{name}", include_in_schema=False, response_class=PlainTextResponse)
def problem_kind(name: str) -> str:
    """Describe the kind of problem that a `type` points to."""
    described = "".join(_line(kind) for kind in kinds() if kind.name == name)
    if not described:
        raise HTTPException(404)
    return described


def _line(kind: ProblemKind) -> str:
    return f"{kind.status} /problems/{kind.name}: {kind.title}\n"
