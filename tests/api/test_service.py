"""Start-up, readiness, problems of every kind, logs, pages and the OpenAPI document."""

from __future__ import annotations

import logging
import re
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.errors import kinds
from api.routes.pages import ASSETS, WEB
from api.settings import Settings
from assistant.answer import Answer, TurnRequest
from retriever.corpus import DEFAULT_CORPUS
from retriever.errors import DocumentAltered, EmbedderUnavailable
from tests.api.conftest import wait_until_ready
from tests.api.fakes import FakeAssistant

PAGES = ("/", "/desk", "/library", "/library/bcbsnc-imrt-sarcoma-extremities", "/docs")


def test_until_everything_is_loaded_questions_are_answered_with_when_to_come_back(
    assistant: FakeAssistant,
) -> None:
    loaded = threading.Event()

    def open_slowly(_settings: Settings) -> FakeAssistant:
        loaded.wait(10)
        return assistant

    with TestClient(create_app(Settings(), open_slowly)) as client:
        refused = [client.get("/readyz"), client.post("/v1/chat", json={"message": "x"})]
        alive = client.get("/healthz")
        loaded.set()
        wait_until_ready(client)

    assert [(each.status_code, each.headers["retry-after"]) for each in refused] == [(503, "2")] * 2
    assert refused[0].json()["type"] == "/problems/not-ready"
    assert (alive.status_code, alive.json()) == (200, {"status": "alive"})


def test_a_model_that_cannot_be_loaded_keeps_the_service_unready(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tried = threading.Event()

    def fail(_settings: Settings) -> FakeAssistant:
        tried.set()
        raise EmbedderUnavailable("weights are not those published")

    with TestClient(create_app(Settings(), fail)) as client:
        tried.wait(10)
        refused = client.get("/readyz")

    assert refused.status_code == 503
    assert "EmbedderUnavailable" in refused.json()["detail"]
    assert "weights are not those published" in caplog.text


def test_an_altered_document_stops_start_up_by_its_name(
    tmp_path: Path, assistant: FakeAssistant
) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(DEFAULT_CORPUS, corpus)
    altered = corpus / "lhcc-la-cp-mp-69-imrt" / "lhcc-la-cp-mp-69-imrt.txt"
    altered.write_text(altered.read_text().replace("18", "19"))

    with (
        pytest.raises(DocumentAltered, match=r"lhcc-la-cp-mp-69-imrt\.txt"),
        TestClient(create_app(Settings(corpus_dir=corpus), lambda _settings: assistant)),
    ):
        pytest.fail("it started")


def test_a_long_turn_holds_nobody_else_up(
    client: TestClient, assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def think(request: TurnRequest) -> Answer:
        begun.set()
        may_end.wait(10)
        return FakeAssistant.take_turn(assistant, request)

    monkeypatch.setattr(assistant, "take_turn", think)
    with ThreadPoolExecutor(1) as pool:
        turn = pool.submit(client.post, "/v1/chat", json={"message": "x"})
        begun.wait(10)
        meanwhile = client.get("/healthz")
        may_end.set()

    assert meanwhile.status_code == 200
    assert turn.result().status_code == 200


def test_readiness_counts_the_policies(client: TestClient) -> None:
    assert client.get("/readyz").json() == {"status": "ready", "policies": 2}
    assert "citewell_ready 1.0" in client.get("/metrics").text


@pytest.mark.parametrize(
    ("method", "address", "status", "name"),
    [
        ("GET", "/nowhere", 404, "not-found"),
        ("GET", "/assets/../pyproject.toml", 404, "not-found"),
        ("GET", "/assets/none.js", 404, "not-found"),
        ("GET", "/v1/chat", 405, "method-not-allowed"),
        ("PUT", "/v1/policies", 405, "method-not-allowed"),
        ("POST", "/healthz", 405, "method-not-allowed"),
    ],
)
def test_what_the_framework_refuses_is_a_problem_too(
    client: TestClient, method: str, address: str, status: int, name: str
) -> None:
    response = client.request(method, address)

    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["type"] == f"/problems/{name}"
    assert (status == 405) == ("allow" in response.headers)


def test_an_error_nobody_foresaw_is_told_without_its_words(
    client: TestClient, assistant: FakeAssistant, caplog: pytest.LogCaptureFixture
) -> None:
    assistant.failure = RuntimeError("patient Jane Doe")

    with caplog.at_level(logging.INFO):
        response = client.post("/v1/chat", json={"message": "Jane Doe?"})

    problem = response.json()
    assert (response.status_code, problem["type"]) == (500, "/problems/unexpected")
    assert response.headers["x-request-id"] == problem["request_id"]
    assert problem["request_id"] in caplog.text
    assert "RuntimeError at " in caplog.text
    assert "Jane" not in response.text + caplog.text


def test_no_log_line_repeats_what_a_user_says(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="citewell"):
        client.post("/v1/chat", json={"message": "Jane Doe, 34"})
        client.post("/v1/chat", json={"message": "x", "payer": "Jane"})
        client.get("/v1/citations?q=Jane")
        client.get("/v1/policies/Jane")
        client.get("/Jane")

    ours = [record.getMessage() for record in caplog.records if record.name.startswith("citewell")]
    assert len(ours) >= 5
    assert not any("Jane" in line for line in ours)


def test_every_kind_of_problem_has_a_description_where_its_type_points(client: TestClient) -> None:
    listed = client.get("/problems").text.splitlines()

    assert len(listed) == len(kinds())
    for kind in kinds():
        assert kind.title in client.get(f"/problems/{kind.name}").text


def test_every_endpoint_declares_a_summary_and_its_problems(client: TestClient) -> None:
    document = client.get("/openapi.json").json()

    for path, methods in document["paths"].items():
        for described in methods.values():
            assert described["summary"]
            assert described["description"]
            if path.startswith("/v1/"):
                assert {"422", "503"} <= described["responses"].keys()
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    chat = document["paths"]["/v1/chat"]["post"]["responses"]
    assert chat.keys() == {"200", "404", "406", "409", "413", "415", "422", "503"}
    assert chat["409"]["content"] == {"application/problem+json": problem}
    assert chat["200"]["content"].keys() == {"application/json", "text/event-stream"}


def test_every_field_of_the_interface_is_described(client: TestClient) -> None:
    schemas = client.get("/openapi.json").json()["components"]["schemas"]

    undescribed = [
        f"{name}.{field}"
        for name, schema in schemas.items()
        for field, described in schema.get("properties", {}).items()
        if "description" not in described
    ]
    assert undescribed == []


def test_every_reference_in_the_openapi_document_leads_somewhere(client: TestClient) -> None:
    response = client.get("/openapi.json")

    names = set(re.findall(r'"#/components/schemas/(\w+)"', response.text))
    assert names <= response.json()["components"]["schemas"].keys()


class Page(HTMLParser):
    """What a page runs, and from where."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.inline: list[str] = []
        self.language = ""
        self._in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Any]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.language = given["lang"]
        self.inline += [name for name in given if name.startswith("on") or name == "style"]
        if tag in {"script", "link"}:
            self.loaded.append(given.get("src") or given["href"])
        self._in_script = tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if self._in_script and data.strip():
            self.inline.append(data)
        self._in_script = False


@pytest.mark.parametrize("address", PAGES)
def test_a_page_runs_nothing_inline_and_nothing_from_elsewhere(
    client: TestClient, address: str
) -> None:
    response = client.get(address)
    page = Page(response.text)

    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "script-src 'self'" in response.headers["content-security-policy"]
    assert page.language == "en"
    assert page.inline == []
    assert {client.get(each).status_code for each in page.loaded} == {200}
    assert all(each.startswith("/") for each in page.loaded)


@pytest.mark.parametrize("name", ["widget.js", "library.js", "docs.js"])
def test_a_script_sets_text_and_never_markup(name: str) -> None:
    script = (WEB / name).read_text(encoding="utf-8")

    for dangerous in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert dangerous not in script


def test_every_file_of_the_pages_is_served() -> None:
    pages = {"index.html", "desk.html", "library.html", "docs.html", "widget.js"}

    assert {path.name for path in WEB.iterdir()} == ASSETS.keys() | pages
