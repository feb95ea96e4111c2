"""Which dates are dates of service, which are not, and the time a history question is about."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.dates.periods import read_as_of, read_period
from assistant.reading.dates.reader import read_date_of_service
from assistant.reading.language.tokens import tokenize

TODAY = date(2026, 11, 21)
NO_DAY = "the exact day was not said"
SEVERAL = "the service ran over several days"
NO_SUCH = "the calendar has no such day"


def told(message: str) -> list[str]:
    read = read_date_of_service(tokenize(message), TODAY)
    return [one.day.isoformat() for one in read.dates] + [one.why for one in read.untaken]


DATES = {
    "DOS 05-Mar-2019": "2019-03-05",
    "dos 5mar2019": "2019-03-05",
    "DOS: Mar-05-19": "2019-03-05",
    "date of service 2019-Mar-05": "2019-03-05",
    "dos 20190305": "2019-03-05",
    "treated on the 5th of March '19": "2019-03-05",
    "DOS 2019-03-05T10:15": "2019-03-05",
    "IMRT started March fifth two thousand nineteen": "2019-03-05",
    "date of service june twenty-first, twenty twenty-five": "2025-06-21",
    "Biopsy was 1/5/2026; the treatment itself started 2/9/2026": "2026-02-09",
    "date of service November 20, 2018. Leiomyosarcoma": "2018-11-20",
    "Date of service 2018-11-05. Femur cortex at 40 Gy: 38% 3D": "2018-11-05",
    "DOS 11/5/18": "2018-11-05",
    "dos: 11-05-2018": "2018-11-05",
    "DOS 25/12/2020": "2020-12-25",
    "first fraction on May 28, 2019: ankle joint space": "2019-05-28",
    "bladder cancer, IMRT given on August 1, 2019": "2019-08-01",
    "treated 2025-06-19": "2025-06-19",
    "Penile cancer with inguinal nodes, first treatment 2025-06-19": "2025-06-19",
    "started 3 March 2020": "2020-03-03",
    "IMRT will start on the 3rd of March 2020": "2020-03-03",
    "We plan IMRT for 1/15/2026": "2026-01-15",
    "scheduled for 12/1/2026": "2026-12-01",
    "service rendered on Dec 1st, 2025": "2025-12-01",
    "The service was on 2024-02-29": "2024-02-29",
    "On June 1, 2017 she got IMRT for a thigh sarcoma": "2017-06-01",
    "treated yesterday": "2026-11-20",
    "IMRT today": "2026-11-21",
    "starts tomorrow": "2026-11-22",
    "2025-06-19": "2025-06-19",
    "On June 19, 2025": "2025-06-19",
    "Correction: the date of service was 2020-11-05.": "2020-11-05",
    "date of service 2018-11-05, sorry, 2020-11-05": "2020-11-05",
    "The date of service is not 2018-11-05 but 2020-11-05": "2020-11-05",
    "DOB October 2, 2008; date of service October 1, 2026; sarcoma": "2026-10-01",
    "DOB 10/2/2008, DOS 10/1/2026": "2026-10-01",
    "Born 12/5/2008 and treatment begins on 12/7/2026": "2026-12-07",
    "DOB 12/1/2008 with IMRT to start 12/2/2026": "2026-12-02",
    "Biopsy was done 10/1/2026 and radiation starts 12/2/2026": "2026-12-02",
    "born on 12/1/2008 while his RT begins 12/10/2026": "2026-12-10",
    "Diagnosed on 3/4/2024, IMRT starting 5/6/2025": "2025-05-06",
    "prior RT on 3/4/2014 with 50 Gy; IMRT starting 5/6/2025": "2025-05-06",
    "Resection 1/2/2025. IMRT 3/4/2025.": "2025-03-04",
    "Simulation 1/5/2026, first fraction 1/15/2026": "2026-01-15",
    "Treated on 4/8/2025, PSA check 9/1/2025": "2025-04-08",
    "IMRT began 2025-03-03, wound check on 2025-07-07, last visit 2025-09-09": "2025-03-03",
    "Last fraction 7/1/2019, first fraction 5/28/2019": "2019-05-28",
}

NOT_DATES_OF_SERVICE = [
    *("77338 three units for three plans in 60 days", "33 fractions of IMRT in six weeks"),
    *("completed chemotherapy 8/4/2024, claim attached", "completed RT on 8/4/2020, now recurrent"),
    *(
        "surgery two weeks ago, IMRT planned",
        "radiation ten years ago",
        "33 fractions in six weeks",
    ),
    *("born 2008-10-02", "50 Gy in 2012 to the same forearm", "irradiated in 2014"),
    *("Yes, 60 Gy to the same field in 2014.", "approved 5/20/25, effective 6/19/25"),
    *("She was treated with 50 Gy on 5/1/2014", "What changed on 5/28/2019?"),
    *("Was IMRT covered in 2018?", "what did the policy say in 2017", "diagnosed on 3/4/2024"),
    *("seen today, biopsy yesterday", "Today we saw a woman with sarcoma", "femur 40/25%"),
    *("thigh sarcoma; breast cancer, treated 2015", "tonsil cancer, treated 2015, now recurrent"),
    *("she turns 18 on 2026-12-01", "claim denied on 3/4/2026", "IMRT, 24.9 percent, 77301"),
]

UNCLEAR = {
    "treated in March 2019": NO_DAY,
    "treated last week": NO_DAY,
    "treated between March and May 2025": NO_DAY,
    "starts May 3": "the year was not said",
    "date of service 2026-02-30": NO_SUCH,
    "DOS 13/25/2020": NO_SUCH,
    "Service from 2019-05-20 to 2019-07-01": SEVERAL,
    "IMRT ran January 13, 2025 until February 28, 2025": SEVERAL,
    "dates of service 4/7/25-5/16/25": SEVERAL,
    "Claim for radiotherapy that was completed 8/4/2024": SEVERAL,
    "Treated on 2025-03-01. IMRT on 2025-04-01.": "two dates of service were given",
    "IMRT was delivered in 2023": NO_DAY,
    "anal cancer, irradiated in 2022": NO_DAY,
}


@pytest.mark.parametrize(("message", "day"), DATES.items())
def test_the_date_of_service_is_read(message: str, day: str) -> None:
    assert told(message) == [day]


@pytest.mark.parametrize("message", NOT_DATES_OF_SERVICE)
def test_another_date_is_no_date_of_service(message: str) -> None:
    assert told(message) == []


@pytest.mark.parametrize(("message", "why"), UNCLEAR.items())
def test_a_date_that_names_no_one_day_is_not_taken(message: str, why: str) -> None:
    assert told(message) == [why]


@pytest.mark.parametrize(
    ("message", "since", "before"),
    [
        ("IMRT in the first quarter of 2025", date(2025, 1, 1), date(2025, 4, 1)),
        ("treatment was in Q3 2024", date(2024, 7, 1), date(2024, 10, 1)),
        ("treated last March", date(2026, 3, 1), date(2026, 4, 1)),
        ("treated in March of last year", date(2025, 3, 1), date(2025, 4, 1)),
        ("IMRT was given in the fall of 2024", date(2024, 9, 1), date(2025, 1, 1)),
        ("an appeal: treated two years ago", date(2024, 5, 22), date(2025, 5, 24)),
        ("IMRT 4/7/2025 - 5/16/2025", date(2025, 4, 7), date(2025, 5, 17)),
        ("the claim is for IMRT completed 5/30/2025", date(2025, 3, 31), date(2025, 5, 31)),
        (
            "Biopsy on 11/2/2023; radiation starts next Monday",
            date(2026, 11, 21),
            date(2026, 12, 6),
        ),
        ("DOS 4/7 - 5/16/2025", date(2025, 4, 7), date(2025, 5, 17)),
        ("from April 7 to May 16, 2025 she had IMRT", date(2025, 4, 7), date(2025, 5, 17)),
        ("IMRT December 8 through January 9, 2025", date(2024, 12, 8), date(2025, 1, 10)),
        ("IMRT Apr 2025 through May 2025", date(2025, 4, 1), date(2025, 6, 1)),
        ("treated 5/2025", date(2025, 5, 1), date(2025, 6, 1)),
        ("a claim for treatment in 2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("treatment starts December 1", date(2026, 12, 1), date(2026, 12, 2)),
        ("treated in May 2019 and again in June 2019", date(2019, 5, 1), date(2019, 7, 1)),
    ],
)
def test_a_service_not_told_to_the_day_lies_in_a_time(
    message: str, since: date, before: date
) -> None:
    period = read_date_of_service(tokenize(message), TODAY).period
    assert period is not None
    assert (period.since, period.before) == (since, before)


@pytest.mark.parametrize(
    ("message", "since", "before"),
    [
        ("What were the conditions before May 2019?", None, date(2019, 5, 1)),
        ("Was IMRT covered in 2018?", date(2018, 1, 1), date(2019, 1, 1)),
        ("What applied in December 2018?", date(2018, 12, 1), date(2019, 1, 1)),
        ("What applies since June 2019?", date(2019, 6, 1), None),
        ("What applied on 5/28/2019?", date(2019, 5, 28), date(2019, 5, 29)),
    ],
)
def test_a_history_question_is_about_a_time(
    message: str, since: date | None, before: date | None
) -> None:
    period = read_period(tokenize(message))
    assert period is not None
    assert (period.since, period.before) == (since, before)


def test_a_history_question_is_answered_for_the_last_day_of_its_time() -> None:
    assert read_as_of(tokenize("conditions before May 2019?")) == date(2019, 4, 30)
    assert read_as_of(tokenize("in 2018?")) == date(2018, 12, 31)
    assert read_as_of(tokenize("since June 2019")) == date(2019, 6, 1)
    assert read_as_of(tokenize("When did 50 % become 25 %?")) is None
