"""The service under evaluation: conversations played through its HTTP interface."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import Any, Protocol

from fastapi import FastAPI
from fastapi.testclient import TestClient

from evals.expectations import Conversation

Answer = Mapping[str, Any]
"""The response to one turn, as the service's contract describes it."""


class ServiceFailed(RuntimeError):
    """The service answered a request of the evaluation with an error; names path and status."""


@dataclass(frozen=True)
class Turn:
    """One message, the answer to it, and the wall time in seconds that it took."""

    message: str
    answer: Answer
    seconds: float


class Service:
    """What the evaluation asks of a running service."""

    def __init__(self, client: TestClient) -> None:
        self._client = client
        self.text_of = cache(self._text_of)

    def wait_until_ready(self, seconds: float) -> None:
        """Return once the service takes questions; raises `ServiceFailed` after that long."""
        until = time.monotonic() + seconds
        while (response := self._client.get("/readyz")).status_code != HTTPStatus.OK:
            if time.monotonic() > until:
                raise ServiceFailed(f"not ready after {seconds} seconds: {response.text[:300]}")
            time.sleep(0.2)

    def play(self, conversation: Conversation) -> tuple[Turn, ...]:
        """Say each turn in one conversation; payer and date of service go with the first."""
        turns: list[Turn] = []
        for message in conversation.turns:
            request: dict[str, str] = {"message": message}
            if turns:
                request["conversation_id"] = turns[0].answer["conversation_id"]
            else:
                stated = {"payer": conversation.payer, "date_of_service": conversation.dos}
                request |= {name: value for name, value in stated.items() if value is not None}
            begun = time.perf_counter()
            response = self._client.post("/v1/chat", json=request)
            seconds = time.perf_counter() - begun
            turns.append(Turn(message, _json(_checked("/v1/chat", response)), seconds))
        return tuple(turns)

    def search(self, question: str) -> Answer:
        """What citation search answers."""
        path = "/v1/citations"
        return _json(_checked(path, self._client.get(path, params={"q": question})))

    def _text_of(self, policy_id: str) -> str:
        path = f"/v1/policies/{policy_id}/text"
        return _checked(path, self._client.get(path)).content.decode("utf-8")


class _Response(Protocol):
    """What is used of a response, whichever client library brings it."""

    @property
    def status_code(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def content(self) -> bytes: ...
    def json(self) -> Any: ...


def _json(response: _Response) -> Answer:
    found: Answer = response.json()
    return found


@contextmanager
def serving(app: FastAPI) -> Iterator[Service]:
    """Run an application in this process, from start-up to shutdown."""
    with TestClient(app, raise_server_exceptions=False) as client:
        yield Service(client)


def _checked(path: str, response: _Response) -> _Response:
    if response.status_code != HTTPStatus.OK:
        raise ServiceFailed(f"{path} answered {response.status_code}: {response.text[:300]}")
    return response
