"""`/v1/conversations/{id}`: what was said can be read again, and forgotten."""

from __future__ import annotations

from fastapi.testclient import TestClient


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
