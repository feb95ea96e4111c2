"""A running service with the fake assistant behind it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from assistant.storage import Store
from tests.api.fakes import FakeAssistant


@pytest.fixture
def assistant(tmp_path: Path) -> FakeAssistant:
    return FakeAssistant(Store(f"sqlite:///{tmp_path}/citewell.db"))


@pytest.fixture
def client(assistant: FakeAssistant) -> Iterator[TestClient]:
    app = create_app(Settings(), lambda _settings: assistant)
    with TestClient(app, raise_server_exceptions=False) as opened:
        wait_until_ready(opened)
        yield opened


def wait_until_ready(client: TestClient) -> None:
    for _ in range(200):
        if client.get("/readyz").status_code == 200:
            return
        time.sleep(0.01)
    raise AssertionError("not ready after two seconds")
