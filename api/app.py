"""The service as an ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI

from api import problems
from api.guards import BodyLimit
from api.interfaces import Assistant
from api.metrics import Metrics
from api.models.problems import Problem
from api.opening import open_assistant
from api.readiness import Readiness
from api.requests import Requests
from api.routes import chat, citations, conversations, determinations, operations, pages, policies
from api.settings import Settings
from retriever.corpus import Corpus

DESCRIPTION = (
    "Answers whether a payer's medical policy criteria are met for a case. Deterministic rules "
    "compute the answer, verbatim quotes prove it, and what is not known is asked for. An answer "
    "is never an authorization."
)


def create_app(
    settings: Settings | None = None,
    open_assistant: Callable[[Settings], Assistant] = open_assistant,
) -> FastAPI:
    """Make the service; reads the environment here and nowhere else.

    Start-up checks the corpus and raises `retriever.errors.CorpusError` for an altered document;
    index and embedding model load behind it, until when questions are answered with 503.
    """
    settings = settings or Settings()
    metrics = Metrics()
    readiness = Readiness(lambda: open_assistant(settings), metrics)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        Corpus.load(settings.corpus_dir)
        readiness.start()
        yield
        readiness.stop()

    app = FastAPI(
        title="Citewell",
        description=DESCRIPTION,
        version=version("citewell"),
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.settings = settings
    app.state.metrics = metrics
    app.state.readiness = readiness
    problems.install(app)
    for each in (chat, conversations, determinations, citations, policies, operations, pages):
        app.include_router(each.router)
    app.add_middleware(BodyLimit, limit=settings.max_body_bytes)
    app.add_middleware(Requests, metrics=metrics)
    _describe_problems(app)
    return app


def _describe_problems(app: FastAPI) -> None:
    """Put the form of a problem into the OpenAPI document, once for all endpoints."""
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = generate()
            schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
            parts = document.setdefault("components", {}).setdefault("schemas", {})
            parts.update(schema.pop("$defs"))
            parts["Problem"] = schema
            for unused in ("HTTPValidationError", "ValidationError"):
                parts.pop(unused, None)
        return app.openapi_schema or {}

    app.openapi = openapi  # type: ignore[method-assign] # FastAPI's own way to extend it
