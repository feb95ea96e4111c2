"""Sentences and clauses of clinical shorthand, and offsets that are the user's own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reading.language.tokens import clauses, sentences, side_meant, tokenize
from assistant.reading.language.words import normal_form


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Femur 40 Gy. Hip 35 Gy.", ["Femur 40 Gy.", "Hip 35 Gy."]),
        ("Dr. Lee saw the pt. today.", ["Dr. Lee saw the pt. today."]),
        ("approx. 30 percent", ["approx. 30 percent"]),
        ("Lesion No. 3 is irradiated.", ["Lesion No. 3 is irradiated."]),
        ("radiation before? No. 65 years old.", ["radiation before?", "No.", "65 years old."]),
        ("Stage I. Left breast.", ["Stage I.", "Left breast."]),
        ("no prior rt. operable.", ["no prior rt.", "operable."]),
        ("rt. breast cancer, 60", ["rt. breast cancer, 60"]),
        ("T2 N0 M0, 25.5 % on 3D. IMRT 10 %", ["T2 N0 M0, 25.5 % on 3D.", "IMRT 10 %"]),
        ("sarcoma, i.e. of the thigh", ["sarcoma, i.e. of the thigh"]),
        ("no RT\nsarcoma of arm", ["no RT", "sarcoma of arm"]),
    ],
)
def test_sentences_end_where_the_clinic_ends_them(message: str, expected: list[str]) -> None:
    assert [sentence.text.strip() for sentence in sentences(tokenize(message))] == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("3D: 40%; IMRT: 25%;", ["3D: 40%;", "IMRT: 25%;"]),
        ("no nodes but bone invasion", ["no nodes", "but bone invasion"]),
        ("no RT - operable", ["no RT -", "operable"]),
        ("well-differentiated sarcoma", ["well-differentiated sarcoma"]),
    ],
)
def test_semicolons_dashes_and_but_open_a_clause(message: str, expected: list[str]) -> None:
    assert [clause.text for clause in clauses(tokenize(message))] == expected


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("r/o w/o s/p h/o", ["r/o", "w/o", "s/p", "h/o"]),
        ("60Gy 4000cGy", ["60", "Gy", "4000", "cGy"]),
        ("IM nodes, im nodes", ["IM", "nodes", ",", "im", "nodes"]),
        ("can't", ["ca", "n't"]),
    ],
)
def test_shorthand_is_cut_into_words(message: str, words: list[str]) -> None:
    assert [token.text for token in tokenize(message)] == words


@pytest.mark.parametrize(
    ("message", "side"),
    [
        ("rt breast", "right"),
        ("RT breast", None),
        ("L breast", "left"),
        ("prior rt", None),
        ("RT BREAST CA", "right"),
    ],
)
def test_rt_is_right_only_before_a_part_of_the_body(message: str, side: str | None) -> None:
    assert (
        next((found for token in tokenize(message) if (found := side_meant(token))), None) == side
    )


def test_inflection_does_not_change_the_normal_form() -> None:
    assert len({normal_form(word) for word in ("irradiate", "Irradiated", "irradiating")}) == 1
    assert normal_form("operable") != normal_form("operated")


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_every_token_stands_at_its_place_in_the_message(message: str) -> None:
    doc = tokenize(message)
    assert all(message[t.idx : t.idx + len(t)] == t.text for t in doc)
    assert "".join(c.text_with_ws for c in clauses(doc)) == doc.text == message


def test_threads_read_alike() -> None:
    messages = [f"pt. {n} has no prior RT; stage I." for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(lambda m: [t.text for t in tokenize(m)], messages))
    assert read == [[t.text for t in tokenize(m)] for m in messages]


@pytest.mark.parametrize(("word", "other"), [("note", "not"), ("noted", "not"), ("boss", "bos")])
def test_a_word_is_no_other_word_for_want_of_its_ending(word: str, other: str) -> None:
    assert normal_form(word) != normal_form(other)
