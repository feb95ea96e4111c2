"""Slips of the fingers are put right where one word is meant, at the user's own offsets."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.mending.message import mend
from assistant.reading.mending.words import meant, run_together
from assistant.reading.reading import Known
from assistant.reading.rule_reader import RuleReader

KNOWN = Known({}, None, False, None, date(2026, 11, 21))
READER = RuleReader({"lhcc": ("Louisiana Healthcare Connections",)})


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("irradaition", "irradiation"),
        ("circumfernce", "circumference"),
        ("porstate", "prostate"),
        ("metastaic", "metastatic"),
        ("esophageall", "esophageal"),
        ("recieving", "receiving"),
        ("wihtout", "without"),
        ("nto", "not"),
        ("uerteral", "ureteral"),
        ("adenomma", "adenoma"),
    ],
)
def test_a_slip_with_one_meaning_is_that_word(typed: str, word: str) -> None:
    assert meant(typed) == word


@pytest.mark.parametrize("word", ["photon", "proton", "farmer", "precious", "smelling", "plant"])
def test_a_true_word_is_never_a_slip_of_another(word: str) -> None:
    assert meant(word) is None


@pytest.mark.parametrize("typed", ["uretral", "uretra", "ilum", "uterr"])
def test_a_slip_near_two_organs_is_left_to_be_confirmed(typed: str) -> None:
    assert meant(typed) is None


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("penilecancer", "penile cancer"),
        ("cancer ofthe larynx", "cancer of the larynx"),
        ("appealdenied in May", "appeal denied in May"),
        ("billresubmitted in May", "bill resubmitted in May"),
        ("backbone", "backbone"),
        ("chemoradiation", "chemoradiation"),
    ],
)
def test_a_lost_space_is_put_back(typed: str, mended: str) -> None:
    assert mend(typed).text == mended


def test_a_word_that_could_be_cut_in_two_places_stays_whole() -> None:
    assert run_together("asis") is None


@pytest.mark.parametrize(
    ("said", "mended"),
    [
        ("age 61 comma vulvar cancer period", "age 61, vulvar cancer."),
        ("carcinoma of the colon comma stage two", "carcinoma of the colon, stage two"),
        ("diagnosis colon ureteral cancer comma age 70", "diagnosis: ureteral cancer, age 70"),
        ("a billing period of 60 days", "a billing period of 60 days"),
        ("units within a 60-day period", "units within a 60-day period"),
        ("rads b4 surgery", "rads before surgery"),
        ("i m r t for a g b m", "imrt for a gbm"),
        ("criteria A B C", "criteria A B C"),
    ],
)
def test_marks_and_letters_that_were_dictated_are_written(said: str, mended: str) -> None:
    assert mend(said).text == mended


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("Ewing’s\u00a0sarcoma", "Ewing's sarcoma"),
        ("&gt;=40&nbsp;Gy", ">=40 Gy"),
        ("limb\u2011sparing", "limb-sparing"),
    ],
)
def test_marks_of_other_programs_are_plain(written: str, mended: str) -> None:
    assert mend(written).text == mended


@pytest.mark.parametrize("name", ["Dr. Livre", "Mrs. Brest", "named Femurr"])
def test_a_name_behind_its_title_is_no_slip(name: str) -> None:
    assert mend(name).text == name


def test_evidence_is_what_the_user_wrote() -> None:
    message = "Age 61 comma penilecancer, prior radaition to the groin in 2012"
    facts = READER.read(message, KNOWN).facts
    assert facts
    for fact in facts:
        evidence = fact.evidence
        assert message[evidence.start : evidence.end] == evidence.text
    said = {fact.name: fact.evidence.text for fact in facts}
    assert said["age"] == "Age 61"
    assert said["tumor_site"] in {"penile", "penilecancer"}


@pytest.mark.parametrize(
    "message",
    [
        "larynx cancer, nto irradiated before",
        "larynx cancer, neevr irradiated before",
        "larynx cancer, wihtout prior radiation",
        "larynx cancer, deneis prior radiation",
    ],
)
def test_a_misspelt_negation_affirms_nothing(message: str) -> None:
    stated = {fact.name: fact.value for fact in READER.read(message, KNOWN).facts}
    assert stated.get("reirradiation") is not True


@pytest.mark.parametrize("typed", ["nto", "ont", "neevr", "wihtout", "ahsnt", "hanst", "doestn"])
def test_two_letters_changed_leave_a_negation_one(typed: str) -> None:
    facts = READER.read(f"lung cancer, {typed} operable", KNOWN).facts
    stated = {fact.name: fact.value for fact in facts}
    assert stated.get("medically_inoperable") is not False


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("she is'nt a surgical candidate", "she isn't a surgical candidate"),
        ("she hans't had radiation", "she hasn't had radiation"),
        ("tumor doesn;t abut the cord", "tumor doesn't abut the cord"),
        ("tumor doesn t abut the cord", "tumor doesn't abut the cord"),
        ("inst. note, 3 calc points", "inst. note, 3 calc points"),
        ("Aetna won't", "Aetna won't"),
    ],
)
def test_a_negation_stays_one_wherever_its_apostrophe_slips(typed: str, mended: str) -> None:
    assert mend(typed).text == mended


@pytest.mark.parametrize(("typed", "word"), [("knef", "knee"), ("lubg", "lung"), ("bons", "bone")])
def test_a_neighbouring_key_in_a_short_part_of_the_body_is_told(typed: str, word: str) -> None:
    assert meant(typed) == word


@pytest.mark.parametrize("word", ["bond", "king", "hans", "bike", "capt", "calc"])
def test_a_true_word_near_a_short_part_of_the_body_stays(word: str) -> None:
    assert meant(word) is None
