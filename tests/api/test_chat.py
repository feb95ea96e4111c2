"""`POST /v1/chat`: what is sent, what comes back, and what is refused."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.models.chat import ChatResponse
from assistant.answer import Audience, TurnRequest
from assistant.storage import ConversationConflict, StorageUnavailable
from tests.api.fakes import FakeAssistant

QUESTION = "BCBSNC, sarcoma of the thigh, 40 % with 3D, 25 % with IMRT?"


def ask(client: TestClient, **body: Any) -> dict[str, Any]:
    response = client.post("/v1/chat", json={"message": QUESTION, **body})
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def events(client: TestClient) -> list[tuple[str, dict[str, Any]]]:
    response = client.post(
        "/v1/chat", json={"message": QUESTION}, headers={"Accept": "text/event-stream"}
    )
    assert response.headers["content-type"].startswith("text/event-stream")
    blocks = [block.split("\n") for block in response.text.strip().split("\n\n")]
    return [
        (name.removeprefix("event: "), json.loads(content.removeprefix("data: ")))
        for name, content in blocks
    ]


def test_an_answer_has_every_field_of_the_contract(client: TestClient) -> None:
    assert set(ask(client)) == {
        "conversation_id",
        "turn_id",
        "kind",
        "outcome",
        "answer",
        "determination",
        "citations",
        "follow_up",
        "facts",
        "codes",
        "notices",
    }


def test_an_answer_is_exactly_what_the_openapi_document_says(client: TestClient) -> None:
    answer = ask(client)

    assert ChatResponse.model_validate(answer).model_dump(mode="json") == answer


def test_every_quote_stands_at_its_offsets_in_the_text_that_the_service_gives(
    client: TestClient,
) -> None:
    citations = ask(client)["citations"]

    assert [citation["label"] for citation in citations] == ["A", "B", "C", "D"]
    for citation in citations:
        text = client.get(f"/v1/policies/{citation['policy_id']}/text").content.decode()
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_a_citation_s_link_opens_the_document_at_the_quote(client: TestClient) -> None:
    citation = ask(client)["citations"][0]

    assert citation["url"] == (
        f"/library/bcbsnc-imrt-sarcoma-extremities?start={citation['start']}"
        f"&end={citation['end']}&sha256={citation['document_sha256']}"
    )
    assert client.get(citation["url"]).status_code == 200


def test_what_the_client_fixes_reaches_the_assistant(
    client: TestClient, assistant: FakeAssistant
) -> None:
    begun = ask(client)

    ask(
        client,
        conversation_id=begun["conversation_id"],
        payer="bcbsnc",
        date_of_service="2018-03-01",
        audience="phone",
    )

    assert assistant.requests[-1] == TurnRequest(
        message=QUESTION,
        conversation_id=begun["conversation_id"],
        payer="bcbsnc",
        date_of_service=date(2018, 3, 1),
        audience=Audience.PHONE,
    )


def test_a_message_may_have_8000_characters_of_any_size(client: TestClient) -> None:
    assert ask(client, message="🦴" * 8_000)["kind"] == "case"


def test_the_stream_gives_outcome_then_sentences_then_citations_then_everything(
    client: TestClient,
) -> None:
    names = [name for name, _ in events(client)]

    assert names == ["outcome", "answer", "answer", "answer", *["citation"] * 4, "done"]


def test_the_sentences_of_the_stream_joined_are_the_answer(client: TestClient) -> None:
    streamed = events(client)
    done = streamed[-1][1]

    deltas = [content["delta"] for name, content in streamed if name == "answer"]
    assert deltas == ["The criteria are met. ", "A is met [1].\n\n", "- B is met [2]."]
    assert "".join(deltas) == done["answer"]
    assert [content for name, content in streamed if name == "citation"] == done["citations"]


@pytest.mark.parametrize(
    ("body", "path", "code"),
    [
        ({}, "message", "missing"),
        ({"message": ""}, "message", "string_too_short"),
        ({"message": " \n\t"}, "message", "blank"),
        ({"message": "x" * 8_001}, "message", "string_too_long"),
        ({"message": "a\x00b"}, "message", "nul"),
        ({"message": 7}, "message", "string_type"),
        ({"message": "x", "payer": "aetna"}, "payer", "unknown_payer"),
        ({"message": "x", "date_of_service": "2026-02-30"}, "date_of_service", None),
        ({"message": "x", "date_of_service": "2026-2-3"}, "date_of_service", "date_format"),
        ({"message": "x", "date_of_service": 1767225600}, "date_of_service", "date_format"),
        ({"message": "x", "date_of_service": "0001-01-01"}, "date_of_service", None),
        ({"message": "x", "audience": "patient"}, "audience", "enum"),
        ({"message": "x", "temperature": 1}, "temperature", "extra_forbidden"),
        ({"message": "x", "conversation_id": ""}, "conversation_id", "string_too_short"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_its_path(
    client: TestClient, body: dict[str, Any], path: str, code: str | None
) -> None:
    response = client.post("/v1/chat", json=body)

    problem = response.json()
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert (problem["type"], problem["status"]) == ("/problems/invalid-request", 422)
    assert [error["path"] for error in problem["errors"]] == [path]
    assert code is None or problem["errors"][0]["code"] == code


def test_a_lone_surrogate_is_refused(client: TestClient) -> None:
    response = client.post(
        "/v1/chat",
        content=b'{"message": "\\ud800"}',
        headers={"Content-Type": "application/json"},
    )

    assert response.status_code == 422


@pytest.mark.parametrize(
    ("content", "status"),
    [(b"{", 422), (b"[]", 422), (b"null", 422), (b'{"message": "\xff"}', 400), (b"", 422)],
)
def test_a_body_that_is_no_json_object_in_utf8_is_refused(
    client: TestClient, content: bytes, status: int
) -> None:
    response = client.post(
        "/v1/chat", content=content, headers={"Content-Type": "application/json"}
    )

    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


def test_what_was_sent_is_never_repeated_in_a_refusal(client: TestClient) -> None:
    response = client.post(
        "/v1/chat",
        json={
            "message": "x",
            "payer": "Jane Doe",
            "date_of_service": "Jane Doe",
            "audience": "Jane",
        },
    )

    assert response.status_code == 422
    assert "Jane" not in response.text


def test_an_unknown_conversation_is_not_found(client: TestClient) -> None:
    response = client.post("/v1/chat", json={"message": "x", "conversation_id": "nobody"})

    assert response.status_code == 404
    assert response.json()["type"] == "/problems/unknown-conversation"


def test_a_turn_beaten_by_another_is_a_conflict(
    client: TestClient, assistant: FakeAssistant
) -> None:
    assistant.failure = ConversationConflict()

    response = client.post("/v1/chat", json={"message": "x"})

    assert response.status_code == 409
    assert response.json()["type"] == "/problems/conversation-changed"


def test_a_store_that_fails_is_told_with_when_to_try_again(
    client: TestClient, assistant: FakeAssistant
) -> None:
    assistant.failure = StorageUnavailable("disk of /srv/secret is full")

    response = client.post("/v1/chat", json={"message": "x"})

    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    assert "secret" not in response.text


def test_another_media_type_is_refused(client: TestClient) -> None:
    response = client.post("/v1/chat", content="message=x", headers={"Content-Type": "text/plain"})

    assert response.status_code == 415
    assert response.json()["type"] == "/problems/unsupported-media-type"


def test_a_body_without_a_media_type_is_refused(client: TestClient) -> None:
    assert client.post("/v1/chat", content=b'{"message": "x"}').status_code == 415


def test_nothing_is_sent_that_the_client_does_not_accept(client: TestClient) -> None:
    response = client.post("/v1/chat", json={"message": "x"}, headers={"Accept": "image/png"})

    assert response.status_code == 406
    assert response.headers["content-type"] == "application/problem+json"


def test_a_body_over_the_limit_is_refused_by_its_declared_length(client: TestClient) -> None:
    response = client.post("/v1/chat", json={"message": "x" * 70_000})

    assert response.status_code == 413
    assert response.json()["type"] == "/problems/body-too-large"


def test_a_body_over_the_limit_is_refused_while_it_streams_in(client: TestClient) -> None:
    taken = []

    def endless() -> Any:
        for piece in range(1_000):
            taken.append(piece)
            yield b"x" * 1_000

    response = client.post(
        "/v1/chat", content=endless(), headers={"Content-Type": "application/json"}
    )

    assert response.status_code == 413


def test_turns_are_counted_by_kind_and_outcome(client: TestClient) -> None:
    ask(client)

    counters = client.get("/metrics").text
    assert 'citewell_turns_total{kind="case",outcome="criteria_met"} 1.0' in counters
    assert "citewell_refused_quotes_total 0.0" in counters
    assert 'method="POST",route="/v1/chat",status="200"' in counters
