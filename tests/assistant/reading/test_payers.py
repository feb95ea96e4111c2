"""Which payer is meant: never another state's plan, and a name of several is not guessed."""

from __future__ import annotations

import tomllib

import pytest

from assistant.reading.language.tokens import tokenize
from assistant.reading.payers import OTHERS, read_payer

PAYERS = {
    "bcbsnc": ("Blue Cross and Blue Shield of North Carolina", "BCBSNC", "Blue Cross NC"),
    "lhcc": ("Louisiana Healthcare Connections", "LHCC", "LA Healthcare Connections"),
}
UNCLEAR = "unclear"


def told(message: str) -> list[str]:
    read = read_payer(tokenize(message), PAYERS)
    return [one.payer_id or "another" for one in read.payers] + [UNCLEAR for _ in read.untaken]


ROWS = {
    "Blue Cross NC subscriber with a sarcoma": ["bcbsnc"],
    "BCBSNC: undifferentiated sarcoma": ["bcbsnc"],
    "bcbs nc": ["bcbsnc"],
    "bcbs-nc": ["bcbsnc"],
    "BCBS (NC)": ["bcbsnc"],
    "BCBS of North Carolina": ["bcbsnc"],
    "She has Blue Cross and Blue Shield of North Carolina.": ["bcbsnc"],
    "Blue Cross & Blue Shield of North Carolina": ["bcbsnc"],
    "blue cross north carolina": ["bcbsnc"],
    "North Carolina Blue Cross": ["bcbsnc"],
    "NC Blue Cross": ["bcbsnc"],
    "BlueCross BlueShield of NC": ["bcbsnc"],
    "Blue Cross Blue Sheild of North Carolna": ["bcbsnc"],
    "Blue Cross NC's criteria": ["bcbsnc"],
    "and under BCBSNC?": ["bcbsnc"],
    "LHCC member": ["lhcc"],
    "is this Aetnas policy?": ["another"],
    "Humanas criteria for vulvar cancer": ["another"],
    "Louisiana Healthcare Connections": ["lhcc"],
    "louisiana health care connections": ["lhcc"],
    "Louisana Healthcare Conections": ["lhcc"],
    "LA Healthcare Connections": ["lhcc"],
    "compare BCBSNC and LHCC": ["bcbsnc", "lhcc"],
    "She is not with BCBSNC but with LHCC": ["lhcc"],
    "switched from BCBSNC to LHCC": ["lhcc"],
    "Dr. Molina called about LHCC": ["lhcc"],
    "BCBS of South Carolina": ["another"],
    "South Carolina Blue Cross": ["another"],
    "BCBSSC": ["another"],
    "BCBSND": ["another"],
    "BCBSTX": ["another"],
    "BCBS TX": ["another"],
    "Blue Cross of Texas": ["another"],
    "Blue Cross Blue Shield of Louisiana": ["another"],
    "Louisiana Medicaid": ["another"],
    "LHCC Medicaid plan": ["lhcc"],
    "Anthem Blue Cross": ["another"],
    "Horizon BCBS": ["another"],
    "Healthy Blue": ["another"],
    "What does TRICARE ask for": ["another"],
    "Medicare Advantage": ["another"],
    "United Healthcare": ["another"],
    "medical policy for humana": ["another"],
    "Aetna or Cigna": ["another", "another"],
    "my Blue Cross member": [UNCLEAR],
    "BCBS": [UNCLEAR],
    "Carolina Blue Cross": [UNCLEAR],
    "medical oncology, no insurer named": [],
    "She crossed the blue line in Louisiana": [],
    "of paramount importance": [],
    "IMRT for cervical cancer": [],
}


@pytest.mark.parametrize(("message", "expected"), ROWS.items())
def test_the_payer_that_is_named(message: str, expected: list[str]) -> None:
    assert told(message) == expected


def test_every_other_payer_of_the_list_is_told_from_the_held_ones() -> None:
    names = tomllib.loads(OTHERS.read_text(encoding="utf-8"))["names"]
    assert [name for name in names if set(told(name)) != {"another"}] == []


def test_the_evidence_is_the_name_as_written() -> None:
    read = read_payer(tokenize("Is this for blue cross NC or not?"), PAYERS)
    assert [one.evidence.text for one in read.payers] == ["blue cross NC"]
