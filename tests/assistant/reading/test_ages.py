"""Which numbers are the patient's age, and the age that follows from a birth date."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.ages.reader import full_years, read_age
from assistant.reading.language.tokens import tokenize

DAY = date(2026, 10, 1)


def told(message: str, pending: str | None = None) -> list[str]:
    read = read_age(tokenize(message), DAY, pending)
    found = [f"{fact.value}{' ? ' + fact.doubt if fact.doubt else ''}" for fact in read.facts]
    return found + [f"not: {one.why}" for one in read.untaken]


AGES = {
    "17 and a half years old, sarcoma of the calf": 17,
    "18 y 2 mo old with ALL": 18,
    "a 16 10/12 y/o girl": 16,
    "14 3/12 years": 14,
    "15y7m M, sarcoma of the calf": 15,
    "8 yr 3 mo boy": 8,
    "16 y 4 m old": 16,
    "a gentleman of 66, liposarcoma": 66,
    "I am 52 and otherwise healthy": 52,
    "I'm 47, with a sarcoma of the thigh": 47,
    "Patient age colon sixteen period": 16,
    "19 yo who at age 4 had Wilms tumor": 19,
    "She is 16 but looks older": 16,
    "2009-05-06 is his birth date; sarcoma": 17,
    "05/06/2009 (DOB), service 9/1/2026": 17,
    "05/06/2009 was the patient's date of birth": 17,
    "his birthday's 5/6/2009": 17,
    "DOB (5/6/2009)": 17,
    "still 17, sarcoma of the calf": 17,
    "12 years and 11 months old": 12,
    "turned 18 last month, Ewing sarcoma": 18,
    "testicular seminoma, para-aortic nodes, 33": 33,
    "uterine leiomyosarcoma, 60": 60,
    "9-year-old girl": 9,
    "68M": 68,
    "squamous cell carcinoma of the conjunctiva, 68M": 68,
    "F57": 57,
    "57 F": 57,
    "M/45 with GBM": 45,
    "45/M with GBM": 45,
    "Male, 45, GBM": 45,
    "SCC anal canal T2N0, mitomycin + capecitabine, 57F": 57,
    "drop metastases along the cord, age 31; the whole axis": 31,
    "LHCC member aged 30: what is the status of 77338": 30,
    "age: 45": 45,
    "aged seventeen": 17,
    "45 yo": 45,
    "45yo M": 45,
    "16 yo M w/ Ewing": 16,
    "45 y/o male": 45,
    "18 y.o. male": 18,
    "33 y o female": 33,
    "45yrs": 45,
    "27 yr old": 27,
    "45 year female": 45,
    "six-year-old": 6,
    "forty-five years old": 45,
    "seventeen years of age": 17,
    "she is 17 and a half": 17,
    "she's 57.": 57,
    "pt 45": 45,
    "just turned 18": 18,
    "what if she were 17?": 17,
    "8 months old": 0,
    "8-month-old with neuroblastoma": 0,
    "18-month-old": 1,
    "a 3 week old baby": 0,
    "newborn with a tumor": 0,
    "45-year-old mother of two": 45,
    "20 pack years, 62 y.o.": 62,
    "the patient is now 20, diagnosed at age 12": 20,
    "was 12 when irradiated, now 20": 20,
    "mother died at 45; patient is 30": 30,
    "46-year-old woman, sorry, 64-year-old": 64,
    "level 2, 3, 4 nodes irradiated, 66F": 66,
    "50 Gy in 25 fractions, 57F": 57,
    "T3 glottic cancer of the larynx, definitive chemoradiation, 59": 59,
    "Stage IIIA (T2 N2) adenocarcinoma of the lung, 66, with chemotherapy": 66,
    "Different patient on the same plan now: 74, adenocarcinoma of the prostate.": 74,
    "urothelial ca of teh bladdr, cT3, 77, declines cystectomy": 77,
    "recurrence of a forearm sarcoma, 58, operable; 50 Gy to the forearm in 2012": 58,
    "cancer of the left breast, 60 years, lumpectomy done": 60,
    "DOB October 2, 2008; date of service October 1, 2026": 17,
    "DOB 10/01/2008": 18,
    "DOB 2/29/2008": 18,
    "born 1950-01-01": 76,
    "turns 18 on 2026-10-02": 17,
    "turns 18 on 2026-10-01": 18,
}

NOT_AGES = [
    *("17 years ago she had cancer", "10-year history of reflux", "for 5 years", "stage 2"),
    *("survived 12 years", "5-year survival 80%", "a 10-year-old scar", "under 18 years old"),
    *("members under 21", "what is the age limit, under 18?", "age 12-18", "ages 3 to 17"),
    *("35-40 years old", "mother had breast cancer at age 45", "his 14-year-old son has a cough"),
    *("FDG F-18 PET", "F18 PET", "T2b N1", "8 cm mass, 3 weeks of pain", "30 fractions, IMRT"),
    *("CPT 77301, 77338, 3 units", "130-year-old", "infantile fibrosarcoma", "an adult", "a child"),
    *("femur cortex at 40 Gy, 38, 20", "irradiated at age 12", "Is 18 allowed?", "77338 x 4"),
]

UNCLEAR = {
    "born 1950, prostate cancer": ["not: the whole birth date was not said"],
    "teenager with sarcoma": ["not: the age in years was not said"],
    "woman in her 60s": ["not: the age in years was not said"],
    "almost 18 years old": ["not: the age in full years was not said"],
    "about 60 years old": ["60 ? the age was said to be about this"],
    "my 14-year-old son has osteosarcoma": ["14 ? it is not clear whose age this is"],
    "osteosarcoma, 17, IMRT": ["17 ? it was not said that this is the age"],
    "46-year-old woman. She is 64.": [
        "46 ? two different ages were given",
        "64 ? two different ages were given",
    ],
    "DOB 10/2/08": ["17"],
    "DOB 10/2/24": ["1 ? the century of the birth date was not said"],
    "DOB 10/2/2030": ["not: the birth date does not fit the date of service"],
}


@pytest.mark.parametrize(("message", "years"), AGES.items())
def test_the_age_of_the_patient_is_read(message: str, years: int) -> None:
    assert told(message) == [str(years)]


@pytest.mark.parametrize("message", NOT_AGES)
def test_a_span_a_bound_a_thing_or_another_person_is_no_age(message: str) -> None:
    assert told(message) == []


@pytest.mark.parametrize(("message", "expected"), UNCLEAR.items())
def test_an_age_told_unclearly_is_doubtful_or_not_taken(message: str, expected: list[str]) -> None:
    assert told(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("25", ["25"]),
        ("she's 25", ["25"]),
        ("seventeen", ["17"]),
        ("25 years", ["25"]),
        ("about 60", ["60 ? the age was said to be about this"]),
        ("25%", []),
        ("I don't know", []),
    ],
)
def test_a_bare_number_answers_the_question_for_the_age(message: str, expected: list[str]) -> None:
    assert told(message, pending="age") == expected


def test_a_bare_number_is_no_age_where_a_share_was_asked_for() -> None:
    assert told("25", pending="bone_share_3d") == []


def test_a_birth_date_is_handed_on_where_no_date_of_service_is_known() -> None:
    read = read_age(tokenize("DOB October 2, 2008"), None, None)
    assert (read.facts, read.birth_date) == ((), date(2008, 10, 2))
    assert read.birth_evidence is not None
    assert read.birth_evidence.text == "October 2, 2008"


def test_the_eighteenth_birthday_is_eighteen() -> None:
    birth = date(2008, 10, 2)
    assert full_years(birth, date(2026, 10, 1)) == 17
    assert full_years(birth, date(2026, 10, 2)) == 18
    assert full_years(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert full_years(date(2008, 2, 29), date(2026, 3, 1)) == 18


def test_an_age_is_doubtful_where_the_next_birthday_is_near_and_the_service_is_not_now() -> None:
    doubtful = ["17 ? the next birthday was said to be near"]
    assert told("She is 17, turns 18 next week, and radiation begins in three weeks") == doubtful
    assert told("17-year-old who will be 18 soon") == doubtful
    assert told("He is 17 and turns 18 next week; treatment starts tomorrow") == ["17"]


def test_the_label_of_the_next_date_is_none_of_the_one_before() -> None:
    read = read_age(tokenize("DOS 9/1/2026, DOB 5/6/2009"), DAY, None)
    assert read.birth_date == date(2009, 5, 6)
    assert told("DOS 9/1/2026 - DOB: 5/6/2009") == ["17"]
