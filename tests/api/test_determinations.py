"""`/v1/determinations`: the rules alone, replayed, and what they refuse."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

MET = {
    "payer": "bcbsnc",
    "date_of_service": "2026-01-31",
    "facts": {
        "tumor_type": "soft_tissue_sarcoma",
        "tumor_site": "thigh",
        "bone_share_3d": {"femur": 40},
        "bone_share_imrt": {"femur": 25},
    },
}


def determined(client: TestClient, **changed: Any) -> dict[str, Any]:
    response = client.post("/v1/determinations", json=MET | changed)
    assert response.status_code == 200, response.text
    made: dict[str, Any] = response.json()
    return made


def test_stated_facts_give_the_outcome_and_its_version(client: TestClient) -> None:
    made = determined(client)

    assert made["outcome"] == "criteria_met"
    assert made["policy_version"] == {
        "label": "5/28/19",
        "effective_from": "2019-05-28",
        "effective_to": None,
    }
    assert made["missing_facts"] == []


def test_the_version_is_the_one_in_force_on_the_date_of_service(client: TestClient) -> None:
    made = determined(client, date_of_service="2018-03-01")

    assert made["policy_version"]["effective_from"] == "2016-05-31"
    assert made["outcome"] == "information_needed"
    assert made["missing_facts"] == ["joint_share_3d", "joint_share_imrt"]


def test_the_date_of_service_is_today_where_none_is_given(client: TestClient) -> None:
    assert determined(client, date_of_service=None)["date_of_service"] == "2026-11-21"


def test_a_policy_id_says_the_same_as_its_payer(client: TestClient) -> None:
    made = determined(client, payer=None, policy_id="bcbsnc-imrt-sarcoma-extremities")

    assert made["outcome"] == "criteria_met"


def test_codes_stand_beside_the_outcome(client: TestClient) -> None:
    codes = determined(
        client, codes=["77301", {"code": "77338", "units": 4, "plans": 4, "days": 60}, "g6015"]
    )["codes"]

    assert [(each["code"], each["status"]) for each in codes] == [
        ("77301", "listed"),
        ("77338", "limit_exceeded"),
        ("G6015", "listed"),
    ]
    assert codes[2]["valid_on_date_of_service"] is False
    assert "77301" in codes[0]["citation"]["quote"]


def test_the_policy_s_disclaimer_goes_with_every_determination(client: TestClient) -> None:
    (notice,) = determined(client)["notices"]

    assert notice["quote"] == (
        "Medical policy is not an authorization, certification, explanation of benefits or a "
        "contract."
    )


def test_a_determination_is_computed_again_and_unchanged(client: TestClient) -> None:
    made = determined(client, codes=["77301"])

    again = client.get(f"/v1/determinations/{made['id']}").json()

    assert again == {**made, "unchanged": True}


def test_an_unknown_determination_is_not_found(client: TestClient) -> None:
    response = client.get("/v1/determinations/none")

    assert response.status_code == 404
    assert response.json()["type"] == "/problems/unknown-determination"


@pytest.mark.parametrize(
    ("changed", "path", "code"),
    [
        ({"facts": {"bone_share_3d": 130}}, "facts.bone_share_3d", "out_of_range"),
        ({"facts": {"bone_share_3d": -0.5}}, "facts.bone_share_3d", "out_of_range"),
        ({"facts": {"bone_share_3d": {"tibia": 30}}}, "facts.bone_share_3d", "out_of_range"),
        ({"facts": {"bone_share_3d": "much"}}, "facts.bone_share_3d", "wrong_type"),
        ({"facts": {"bone_share_3d": None}}, "facts.bone_share_3d", "wrong_type"),
        ({"facts": {"bone_share_3d": [40]}}, "facts.bone_share_3d", "wrong_type"),
        ({"facts": {"tumor_site": "moon"}}, "facts.tumor_site", "out_of_range"),
        ({"facts": {"shoe_size": 43}}, "facts.shoe_size", "unknown_fact"),
        ({"date_of_service": "2026-02-30"}, "date_of_service", None),
        ({"payer": "aetna"}, "payer", "unknown_payer"),
        ({"payer": "lhcc", "policy_id": "bcbsnc-imrt-sarcoma-extremities"}, "payer", "other_payer"),
        ({"payer": None}, "", "no_policy"),
        ({"codes": [{"code": "77338", "units": -1}]}, "codes.0.CodeRequest.units", None),
        ({"outcome": "criteria_met"}, "outcome", "extra_forbidden"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_its_path(
    client: TestClient, changed: dict[str, Any], path: str, code: str | None
) -> None:
    response = client.post("/v1/determinations", json=MET | changed)

    assert response.status_code == 422, response.text
    errors = response.json()["errors"]
    assert path in [error["path"] for error in errors]
    assert code is None or errors[0]["code"] == code


def test_a_number_that_is_none_is_refused(client: TestClient) -> None:
    response = client.post(
        "/v1/determinations",
        content=b'{"payer": "bcbsnc", "facts": {"bone_share_3d": NaN}}',
        headers={"Content-Type": "application/json"},
    )

    assert response.status_code == 422


def test_a_share_over_100_percent_says_what_would_fit(client: TestClient) -> None:
    response = client.post("/v1/determinations", json=MET | {"facts": {"bone_share_3d": 130}})

    assert response.json()["errors"][0]["detail"] == "It must be 0 to 100 percent."


def test_every_fact_that_does_not_fit_is_named(client: TestClient) -> None:
    facts = {"bone_share_3d": 130, "joint_share_3d": 131}

    response = client.post("/v1/determinations", json=MET | {"facts": facts})

    assert [error["path"] for error in response.json()["errors"]] == [
        "facts.bone_share_3d",
        "facts.joint_share_3d",
    ]


def test_an_unknown_policy_is_not_found(client: TestClient) -> None:
    response = client.post("/v1/determinations", json={"policy_id": "none"})

    assert response.status_code == 404
    assert response.json()["type"] == "/problems/unknown-policy"
