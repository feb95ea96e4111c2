"""`/v1/policies` and `/v1/citations`: what is held, word for word."""

from __future__ import annotations

import hashlib

import pytest
from fastapi.testclient import TestClient

from retriever.corpus import DEFAULT_CORPUS
from tests.api.fakes import FakeAssistant

BCBSNC = "bcbsnc-imrt-sarcoma-extremities"
LHCC = "lhcc-la-cp-mp-69-imrt"


def test_both_policies_are_listed_with_their_payers(client: TestClient) -> None:
    listed = client.get("/v1/policies").json()["policies"]

    assert [(each["policy_id"], each["payer"]["id"]) for each in listed] == [
        (BCBSNC, "bcbsnc"),
        (LHCC, "lhcc"),
    ]


@pytest.mark.parametrize("policy_id", [BCBSNC, LHCC])
def test_the_text_is_the_corpus_file_byte_for_byte(client: TestClient, policy_id: str) -> None:
    response = client.get(f"/v1/policies/{policy_id}/text")

    file = DEFAULT_CORPUS / policy_id / f"{policy_id}.txt"
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.content == file.read_bytes()
    assert response.headers["etag"] == f'"{hashlib.sha256(response.content).hexdigest()}"'


def test_a_policy_tells_its_versions_criteria_codes_and_facts(client: TestClient) -> None:
    policy = client.get(f"/v1/policies/{BCBSNC}").json()

    assert policy["versions"][-1]["held"] == "text"
    assert {"A", "B", "C", "D"} <= {each["label"] for each in policy["criteria"]}
    assert {"code": "77301", "limit": None} in policy["codes"]
    asked = {fact["name"]: fact for fact in policy["facts"]}
    assert asked["bone_share_3d"]["limits"] == [0, 100]
    assert asked["bone_share_3d"]["structures"] == ["femur", "humerus"]


def test_the_day_between_two_versions_changes_every_threshold(client: TestClient) -> None:
    compared = client.get(
        f"/v1/policies/{BCBSNC}/compare", params={"from": "2019-05-27", "to": "2019-05-28"}
    ).json()

    assert compared["is_comparable"] is True
    assert [
        (each["label"], each["before"]["threshold"], each["after"]["threshold"])
        for each in compared["differences"]
    ] == [("A", 50, 25), ("B", 20, 15), ("C", 50, 25), ("D", 20, 15)]
    assert ">=50%" in compared["differences"][0]["before"]["citation"]["quote"]


def test_two_dates_of_one_version_differ_in_nothing(client: TestClient) -> None:
    compared = client.get(
        f"/v1/policies/{BCBSNC}/compare", params={"from": "2020-01-01", "to": "2026-01-01"}
    ).json()

    assert (compared["is_comparable"], compared["differences"]) == (True, [])


def test_a_version_held_in_the_log_only_is_said_to_be_unavailable(client: TestClient) -> None:
    compared = client.get(
        f"/v1/policies/{LHCC}/compare", params={"from": "2025-06-18", "to": "2025-06-19"}
    ).json()

    assert compared["is_comparable"] is False
    assert compared["from"]["outcome"] == "version_unavailable"
    assert compared["from"]["citations"] != []
    assert compared["to"]["criteria"] != []
    assert compared["differences"] == []


def test_before_the_first_version_nothing_was_in_force(client: TestClient) -> None:
    compared = client.get(
        f"/v1/policies/{BCBSNC}/compare", params={"from": "2016-05-30", "to": "2016-05-31"}
    ).json()

    assert compared["from"]["outcome"] == "not_in_force"


@pytest.mark.parametrize(
    "address",
    [
        "/v1/policies/none",
        "/v1/policies/none/text",
        "/v1/policies/none/compare?from=2020-01-01&to=2021-01-01",
        "/v1/citations?q=77338&policy_id=none",
    ],
)
def test_an_unknown_policy_is_not_found(client: TestClient, address: str) -> None:
    response = client.get(address)

    assert response.status_code == 404
    assert response.json()["type"] == "/problems/unknown-policy"


def test_passages_for_a_question_come_with_their_scores(client: TestClient) -> None:
    found = client.get("/v1/citations", params={"q": "77338", "payer": "bcbsnc", "k": 2}).json()

    assert found["query"] == "77338"
    assert [each["marker"] for each in found["results"]] == [1, 2]
    assert all("77338" in each["quote"] for each in found["results"])
    assert found["results"][0]["score"] >= found["results"][1]["score"]


def test_where_nothing_fits_the_list_is_empty(client: TestClient) -> None:
    assert client.get("/v1/citations", params={"q": "zebrafish"}).json()["results"] == []


def test_filters_reach_the_search(client: TestClient, assistant: FakeAssistant) -> None:
    client.get("/v1/citations?q=dose&policy_id=" + LHCC + "&as_of=2026-01-01&k=3&payer=lhcc")

    (asked,) = assistant.words.asked
    assert {name: str(value) for name, value in asked.items()} == {
        "payer": "lhcc",
        "policy_id": LHCC,
        "as_of": "2026-01-01",
        "k": "3",
    }


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("", "q"),
        ("q=", "q"),
        ("q=%20", "q"),
        ("q=" + "x" * 1_001, "q"),
        ("q=dose&k=0", "k"),
        ("q=dose&k=51", "k"),
        ("q=dose&as_of=2026-02-30", "as_of"),
        ("q=dose&payer=aetna", "payer"),
        ("q=dose&page=2", "page"),
    ],
)
def test_a_search_that_does_not_fit_is_refused(client: TestClient, query: str, path: str) -> None:
    response = client.get(f"/v1/citations?{query}")

    assert response.status_code == 422
    assert [error["path"] for error in response.json()["errors"]] == [path]
    assert response.json()["errors"][0]["location"] == "query"


def test_a_text_is_not_sent_as_json(client: TestClient) -> None:
    response = client.get(f"/v1/policies/{BCBSNC}/text", headers={"Accept": "application/json"})

    assert response.status_code == 406
