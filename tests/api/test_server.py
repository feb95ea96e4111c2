"""The real service in a process of its own: started, asked and stopped as an operator does it."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

QUESTION = (
    "BCBSNC, sarcoma of the right thigh: 40% of the femur circumference gets 40 Gy with 3D, 25% "
    "with IMRT. Covered?"
)
CITEWELL = str(Path(sys.executable).with_name("citewell"))

pytestmark = pytest.mark.slow


class Server:
    """One `citewell serve` on a free port, its data in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.log = folder / "log"
        settings = {"CITEWELL_PORT": str(self.port), "CITEWELL_DATA_DIR": str(folder / "var")}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 - our own command
                [CITEWELL, "serve"], env=os.environ | settings, stdout=log, stderr=log
            )
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=30)

    def __enter__(self) -> Server:
        deadline = time.monotonic() + 300
        answer = ""
        while time.monotonic() < deadline and self.process.poll() is None:
            with contextlib.suppress(httpx.ConnectError):
                answer = self.client.get("/readyz").text
            if '"ready"' in answer:
                return self
            if "Loading failed" in answer:
                break
            time.sleep(0.2)
        self.__exit__()
        raise AssertionError(self.log.read_text())

    def __exit__(self, *_error: object) -> None:
        self.client.close()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("server")) as started:
        yield started


def test_the_question_of_the_first_page_is_answered_with_both_criteria(server: Server) -> None:
    answer = server.client.post("/v1/chat", json={"message": QUESTION}).json()

    assert answer["outcome"] == "criteria_met"
    text = server.client.get("/v1/policies/bcbsnc-imrt-sarcoma-extremities/text").text
    quotes = {citation["label"]: citation for citation in answer["citations"]}
    assert {"A", "B"} <= quotes.keys()
    for citation in quotes.values():
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_a_body_that_never_ends_is_refused_while_it_comes_in(server: Server) -> None:
    head = (
        "POST /v1/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(head.encode())
        for _ in range(80):
            connection.sendall(b"400\r\n" + b"x" * 1024 + b"\r\n")
        received = connection.recv(65_536)

    assert received.startswith(b"HTTP/1.1 413 ")


def test_a_codes_question_finds_its_passage_first(server: Server) -> None:
    found = server.client.get("/v1/citations", params={"q": "77338", "payer": "bcbsnc"}).json()

    assert "77338" in found["results"][0]["quote"]


def test_a_server_told_to_stop_ends_in_order_and_is_there_again_with_what_it_knew(
    tmp_path: Path,
) -> None:
    with Server(tmp_path) as first:
        begun = first.client.post("/v1/chat", json={"message": QUESTION}).json()
    with Server(tmp_path) as second:
        kept = second.client.get(f"/v1/conversations/{begun['conversation_id']}").json()

    log = first.log.read_text()
    assert "Application shutdown complete." in log
    assert [turn["message"] for turn in kept["turns"]] == [QUESTION]
    assert "femur" not in log
