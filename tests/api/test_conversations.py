"""`/v1/conversations/{id}`: what was said can be read again, put right, and forgotten."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.form import FormRequest
from assistant.storage import ConversationConflict
from rules.facts import Quantity
from tests.api.fakes import FakeAssistant


def test_a_conversation_is_read_with_every_message_and_answer(client: TestClient) -> None:
    first = client.post("/v1/chat", json={"message": "one", "payer": "bcbsnc"}).json()
    second = client.post(
        "/v1/chat", json={"message": "two", "conversation_id": first["conversation_id"]}
    ).json()

    kept = client.get(f"/v1/conversations/{first['conversation_id']}").json()

    assert kept["payer"] == "bcbsnc"
    assert [turn["message"] for turn in kept["turns"]] == ["one", "two"]
    assert [turn["answer"] for turn in kept["turns"]] == [first, second]


def test_a_deleted_conversation_is_gone(client: TestClient) -> None:
    begun = client.post("/v1/chat", json={"message": "one"}).json()["conversation_id"]

    response = client.delete(f"/v1/conversations/{begun}")

    assert (response.status_code, response.content) == (204, b"")
    assert client.get(f"/v1/conversations/{begun}").status_code == 404
    assert client.delete(f"/v1/conversations/{begun}").status_code == 404
    assert (
        client.post("/v1/chat", json={"message": "two", "conversation_id": begun}).status_code
        == 404
    )


def test_an_unknown_conversation_is_not_found(client: TestClient) -> None:
    response = client.get("/v1/conversations/nobody")

    assert response.status_code == 404
    assert response.json()["type"] == "/problems/unknown-conversation"


def put_facts(client: TestClient, conversation_id: str, facts: object) -> Any:
    return client.put(f"/v1/conversations/{conversation_id}/facts", json={"facts": facts})


def test_facts_are_confirmed_changed_and_struck_in_one_request(
    client: TestClient, assistant: FakeAssistant
) -> None:
    begun = client.post("/v1/chat", json={"message": "one"}).json()["conversation_id"]

    response = put_facts(client, begun, {"stage": None, "age": 15, "bone_share_3d": {"femur": 40}})

    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    assert response.json()["conversation_id"] == begun
    assert assistant.forms == [
        FormRequest(
            begun, {"stage": None, "age": 15, "bone_share_3d": {"femur": Quantity.exactly(40)}}
        )
    ]


@pytest.mark.parametrize(
    ("facts", "path", "code"),
    [
        ({"bone_share_3d": 101}, "facts.bone_share_3d", "out_of_range"),
        ({"age": "old"}, "facts.age", "wrong_type"),
        ({"age": 10**40}, "facts.age", "out_of_range"),
        ({"tumor_site": "the moon"}, "facts.tumor_site", "out_of_range"),
        ({"shoe_size": 44}, "facts.shoe_size", "unknown_fact"),
        ({"shoe_size": None}, "facts.shoe_size", "unknown_fact"),
        ({}, "facts", "too_short"),
        ([], "facts", "dict_type"),
    ],
)
def test_a_value_that_no_fact_can_have_is_refused(
    client: TestClient, assistant: FakeAssistant, facts: object, path: str, code: str
) -> None:
    begun = client.post("/v1/chat", json={"message": "one"}).json()["conversation_id"]

    response = put_facts(client, begun, facts)

    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert [(each["path"], each["code"]) for each in response.json()["errors"]] == [(path, code)]
    assert assistant.forms == []


def test_facts_of_another_conversation_are_not_found(client: TestClient) -> None:
    response = put_facts(client, "nobody", {"age": 15})

    assert response.status_code == 404
    assert response.json()["type"] == "/problems/unknown-conversation"


def test_facts_put_while_another_turn_was_written_are_a_conflict(
    client: TestClient, assistant: FakeAssistant
) -> None:
    begun = client.post("/v1/chat", json={"message": "one"}).json()["conversation_id"]
    assistant.failure = ConversationConflict()

    response = put_facts(client, begun, {"age": 15})

    assert response.status_code == 409
    assert response.json()["type"] == "/problems/conversation-changed"
