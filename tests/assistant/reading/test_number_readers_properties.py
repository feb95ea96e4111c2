"""Whatever is typed: no reader fails, and every evidence is the user's own substring."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.reading.ages.reader import read_age
from assistant.reading.codes.reader import read_billing_codes
from assistant.reading.dates.periods import read_as_of
from assistant.reading.dates.reader import read_date_of_service
from assistant.reading.language.tokens import tokenize
from assistant.reading.mentions import Evidence
from assistant.reading.payers import read_payer
from assistant.reading.shares import read_shares

TODAY = date(2026, 11, 21)
PAYERS = {"bcbsnc": ["BCBSNC", "Blue Cross NC"], "lhcc": ["Louisiana Healthcare Connections"]}
PENDING = st.sampled_from([None, "age", "bone_share_3d", "joint_share_imrt", "bone_reduction"])

_FRAGMENTS = """52% 31 40 Gy 35Gy >=40Gy 3D IMRT VMAT femur cortex hip joint space of the with at
from to -> , ; . ( ) / | - no not none part reaches points reduction by less than about between and
or a quarter third half twenty-five 120% -5% V40 V95 circumference structure field in 57F year-old
DOB 10/2/2008 2026-02-30 DOS yesterday March 2019 77338 G6015 x4 units C49.21 sorry Blue Cross BCBS
Carolina Louisiana Medicare ? ! % $ 1,5 .5 4,000 cGy ± ~ point"""
_NO_NUMBERS = """
the patient has a sarcoma of her left thigh and we plan IMRT because 3D would hurt femur
cortex hip joint space reduction percent points circumference conformal tibia dose Gy at is it
covered criteria BCBSNC recurrence margin field not with to from less than about"""
TALK = st.lists(st.sampled_from([*_FRAGMENTS.split(), "\n", "\t"]), max_size=25).map(" ".join)
WORDS_WITHOUT_NUMBERS = st.lists(st.sampled_from(_NO_NUMBERS.split()), max_size=40).map(" ".join)


def evidences(message: str, pending: str | None) -> Iterator[Evidence]:
    doc = tokenize(message)
    shares = read_shares(doc, {}, pending)
    age = read_age(doc, TODAY, pending)
    dates = read_date_of_service(doc, TODAY)
    payers = read_payer(doc, PAYERS)
    read_as_of(doc)
    yield from (fact.evidence for fact in (*shares.facts, *age.facts))
    yield from (one.evidence for one in (*shares.untaken, *age.untaken))
    yield from (one.evidence for one in (*dates.untaken, *payers.untaken))
    yield from (stated.evidence for stated in dates.dates)
    yield from (stated.evidence for stated in payers.payers)
    yield from (stated.evidence for stated in read_billing_codes(doc))


@given(st.one_of(st.text(max_size=200), TALK), PENDING)
@example("½ of the femur ②% ٣% 3D", None)
@example("9" * 400 + "% 3D femur at 40 Gy", "bone_share_3d")
@example("1" * 400 + "-year-old", "age")
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_is_read_and_every_evidence_is_a_substring(
    message: str, pending: str | None
) -> None:
    for evidence in evidences(message, pending):
        assert message[evidence.start : evidence.end] == evidence.text != ""


@given(WORDS_WITHOUT_NUMBERS)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_a_message_without_a_number_or_a_word_of_nothing_yields_no_share(message: str) -> None:
    read = read_shares(tokenize(message.replace("3D", "conformal")), {}, None)
    assert read.facts == ()


@pytest.mark.parametrize(
    "repeated", ["3D 52% ", "femur and ", "10/2/2008 ", "Blue and ", "77338, "]
)
def test_eight_thousand_characters_of_one_thing_are_read(repeated: str) -> None:
    message = (repeated * 8000)[:8000]
    for evidence in evidences(message, None):
        assert message[evidence.start : evidence.end] == evidence.text
