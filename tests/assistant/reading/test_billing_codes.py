"""Billing codes with what is said of their units; no zip codes, ids or ICD-10-CM codes."""

from __future__ import annotations

import pytest

from assistant.reading.codes.reader import read_billing_codes
from assistant.reading.language.tokens import tokenize

Counts = tuple[int | None, int | None, int | None]


def told(message: str) -> list[tuple[str, Counts]]:
    return [(c.code, (c.units, c.plans, c.days)) for c in read_billing_codes(tokenize(message))]


ONE_CODE: dict[str, Counts] = {
    "Billed four units of 77338 over two months": (4, None, 60),
    "a fourth 77338 in the same 60-day course": (4, None, 60),
    "We shall bill 77338 five times in the same 60-day course.": (5, None, 60),
    "Three units of 77338 within one 60-day course, one for each of three IMRT plans": (3, 3, 60),
    "CPT 77338 x4": (4, None, None),
    "77338x4": (4, None, None),
    "4 x 77338": (4, None, None),
    "4 units of 77338 in six weeks": (4, None, 42),
    "can we bill 77338 4 times over 8 weeks?": (4, None, 56),
    "77338: 4 units": (4, None, None),
    "77338 (4 units)": (4, None, None),
    "77338 units: 4": (4, None, None),
    "77338 qty 3": (3, None, None),
    "77338, 2 units for two plans": (2, 2, None),
    "77338 twice, single plan": (2, 1, None),
    "bill a fourth unit of 77338": (4, None, None),
    "code 77338 once per plan": (None, None, None),
    "Bill 77338. We have 4 units for 4 plans in 45 days.": (4, 4, 45),
    "CPT77338": (None, None, None),
    "five units of 77338 if there are two courses": (5, None, 120),
    "77338, two units in each of two separate courses": (2, None, 60),
    "77338: 1 unit on 3/2 and another two units on 3/20": (3, None, None),
    "two units of 77338 first, then 2 more in week four": (4, None, None),
    "77338 every week for five weeks": (5, None, 35),
    "77338 on four separate dates": (4, None, None),
    "77338 three times for each plan": (3, 1, None),
    "77338 is billed once per plan and we made four plans": (4, 4, None),
    "77338, units 4, plans: 4, days 58": (4, 4, 58),
    "units requested: 2 (77338)": (2, None, None),
    "77338 | 4 |": (4, None, None),
    "code seven seven three three eight times four": (4, None, None),
    "Request 77338 x 2": (2, None, None),
    "77338, one unit per week over four weeks": (4, None, 28),
    "one VMAT plan now and another later, 77338 twice, once per plan": (2, 2, None),
    "code seventy seven three thirty eight, three units": (3, None, None),
}

CODES = {
    "Are 77301, 77386 and G6015 listed, and what about 77263?": "77301 77386 G6015 77263",
    "what is the status of 77338 and of g6016?": "77338 G6016",
    "renal cancer, delivery code G6015": "G6015",
    "77385-26": "77385",
    "77301/77338/77386": "77301 77338 77386",
    "77301,77338": "77301 77338",
    "C49.21 sarcoma, 77301": "77301",
    "ICD-10 C4921, CPT 77301": "77301",
    "CPT 20999 and 0394T": "20999 0394T",
    "code 99213": "99213",
    "HCPCS J9271": "J9271",
    "Is 77402 listed?": "77402",
    "Request 77301 and 77386": "77301 77386",
    "seventy seven three oh one and g six zero one five": "77301 G6015",
    "seventy-seven three thirty-eight please": "77338",
    "G-6016": "G6016",
}

NO_CODES = [
    *("zip 77030", "Houston, TX 77030", "MRN 77301", "member id 77338", "claim number 77301"),
    *("99213", "28001 Charlotte", "C4921 thigh sarcoma", "$77301", "phone 555-77301", "C49.21"),
    *("extension 77301", "seven by seven by three cm", "call seven seven three five five five two"),
    *("40 Gy in 25 fractions", "J9271 pembrolizumab", "no codes at all"),
]


@pytest.mark.parametrize(("message", "counts"), ONE_CODE.items())
def test_units_plans_and_days_of_a_code_are_read(message: str, counts: Counts) -> None:
    expected = [("77338", counts)]
    assert told(message) == expected


@pytest.mark.parametrize(("message", "codes"), CODES.items())
def test_billing_codes_are_read_in_their_order(message: str, codes: str) -> None:
    assert [code for code, _ in told(message)] == codes.split()


@pytest.mark.parametrize("message", NO_CODES)
def test_other_numbers_are_no_billing_codes(message: str) -> None:
    assert told(message) == []


def test_a_count_belongs_to_the_code_that_it_stands_beside() -> None:
    assert told("77301 and 77338 x3") == [
        ("77301", (None, None, None)),
        ("77338", (3, None, None)),
    ]


def test_fractions_and_ages_are_no_units() -> None:
    assert told("77386 x 30 fractions") == [("77386", (None, None, None))]
    assert told("G6015 for a 20-year-old") == [("G6015", (None, None, None))]
