"""What one message does to the case: corrections, the next patient, suppositions, replies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.advance import Unread, advance
from assistant.ledger import Ledger
from assistant.reading.mentions import (
    Certainty,
    Evidence,
    StatedDate,
    StatedFact,
    StatedPayer,
)
from assistant.reading.questions.topics import Question, Topic
from assistant.reading.reading import Move, Reading, Reply
from rules.facts import FactValue

TODAY = date(2026, 11, 21)
WORDS = Evidence(0, 4, "word")
CASE = Question(Topic.CASE)
LOOKUP = Question(Topic.CRITERIA)


def stated(name: str, value: FactValue, certainty: Certainty = Certainty.SURE) -> StatedFact:
    return StatedFact(name, value, WORDS, certainty)


def reading(*facts: StatedFact) -> Reading:
    return Reading(CASE, facts=facts)


def ledger(*facts: StatedFact) -> Ledger:
    return Ledger(payer_id="lhcc").learn(facts, "t1")[0]


THIGH_SARCOMA = (
    stated("tumor_type", "soft_tissue_sarcoma"),
    stated("tumor_site", "thigh"),
    stated("age", 45),
)


def test_the_next_patient_starts_afresh_and_says_so() -> None:
    message = replace(reading(stated("tumor_site", "prostate")), move=Move.NEXT_PATIENT)
    step = advance(ledger(*THIGH_SARCOMA), message, "t2", TODAY)

    assert step.started_afresh
    assert step.kept.facts() == {"tumor_site": "prostate"}
    assert step.kept.payer_id == "lhcc"


def test_another_age_and_another_tumor_are_somebody_else() -> None:
    message = reading(
        stated("age", 74), stated("tumor_type", "cancer"), stated("tumor_site", "prostate")
    )
    step = advance(ledger(*THIGH_SARCOMA), message, "t2", TODAY)

    assert step.started_afresh
    assert "tumor_origin" not in step.kept.facts()


def test_a_corrected_age_alone_is_the_same_patient() -> None:
    step = advance(ledger(*THIGH_SARCOMA), reading(stated("age", 54)), "t2", TODAY)

    assert not step.started_afresh
    assert step.kept.facts() == {
        "tumor_type": "soft_tissue_sarcoma",
        "tumor_site": "thigh",
        "age": 54,
    }


def test_a_supposition_is_computed_but_not_kept() -> None:
    message = replace(reading(stated("age", 17)), move=Move.WHAT_IF)
    step = advance(ledger(*THIGH_SARCOMA), message, "t2", TODAY)

    assert step.considered.facts()["age"] == 17
    assert step.kept.facts()["age"] == 45


def test_a_whole_new_diagnosis_leaves_nothing_of_the_old_one() -> None:
    before = ledger(*THIGH_SARCOMA, stated("tumor_origin", "secondary"))
    message = reading(stated("tumor_type", "cancer"), stated("tumor_site", "prostate"))

    assert "tumor_origin" not in advance(before, message, "t2", TODAY).kept.facts()


def test_another_place_with_a_whole_diagnosis_is_somebody_else() -> None:
    message = reading(stated("tumor_type", "cancer"), stated("tumor_site", "bladder"))
    step = advance(ledger(*THIGH_SARCOMA, stated("reirradiation", True)), message, "t2", TODAY)

    assert step.started_afresh
    assert step.infers_another
    assert "reirradiation" not in step.kept.facts()


def test_a_closer_word_for_the_same_place_is_the_same_patient() -> None:
    message = reading(stated("tumor_type", "soft_tissue_sarcoma"), stated("tumor_site", "knee"))

    assert not advance(ledger(*THIGH_SARCOMA), message, "t2", TODAY).started_afresh


def test_her_tumor_elsewhere_is_still_hers() -> None:
    message = reading(stated("tumor_type", "cancer"), stated("tumor_site", "bladder"))
    step = advance(ledger(*THIGH_SARCOMA), replace(message, points_back=True), "t2", TODAY)

    assert not step.started_afresh


def test_the_whole_case_told_again_with_another_age_is_somebody_else() -> None:
    message = reading(
        stated("tumor_type", "soft_tissue_sarcoma"), stated("tumor_site", "thigh"), stated("age", 9)
    )

    assert advance(ledger(*THIGH_SARCOMA), message, "t2", TODAY).started_afresh


def test_the_next_patient_with_the_same_diagnosis_keeps_it_and_nothing_else() -> None:
    message = replace(reading(stated("age", 52)), move=Move.NEXT_PATIENT, keeps_diagnosis=True)
    before = ledger(*THIGH_SARCOMA, stated("medically_inoperable", True))

    assert advance(before, message, "t2", TODAY).kept.facts() == {
        "tumor_type": "soft_tissue_sarcoma",
        "tumor_site": "thigh",
        "age": 52,
    }


def test_an_earlier_patient_is_taken_up_again_with_all_that_was_told() -> None:
    next_one = replace(reading(stated("tumor_site", "prostate")), move=Move.NEXT_PATIENT)
    now = advance(ledger(*THIGH_SARCOMA), next_one, "t2", TODAY).kept
    back = advance(now, replace(reading(), move=Move.EARLIER_PATIENT), "t3", TODAY)

    assert back.resumed
    assert back.kept.facts() == {
        "tumor_type": "soft_tissue_sarcoma",
        "tumor_site": "thigh",
        "age": 45,
    }
    assert [case.facts() for case in back.kept.set_aside] == [{"tumor_site": "prostate"}]


def test_a_doubtful_correction_makes_what_it_corrects_doubtful() -> None:
    message = replace(reading(stated("age", 17, Certainty.DOUBTFUL)), is_correction=True)

    assert "age" not in advance(ledger(*THIGH_SARCOMA), message, "t2", TODAY).kept.facts()


def test_a_supposed_fact_counts_though_it_was_read_with_doubt() -> None:
    message = replace(reading(stated("age", 17, Certainty.DOUBTFUL)), move=Move.WHAT_IF)

    assert advance(ledger(*THIGH_SARCOMA), message, "t2", TODAY).considered.facts()["age"] == 17


def test_a_supposition_or_correction_that_was_not_understood_is_told_as_such() -> None:
    supposed = advance(ledger(*THIGH_SARCOMA), replace(reading(), move=Move.WHAT_IF), "t2", TODAY)
    corrected = advance(ledger(*THIGH_SARCOMA), replace(reading(), takes_back=True), "t2", TODAY)

    assert supposed.unread is Unread.SUPPOSITION
    assert corrected.unread is Unread.CORRECTION


def test_what_is_taken_back_is_struck_and_told() -> None:
    step = advance(ledger(*THIGH_SARCOMA), replace(reading(), struck=(("age", ""),)), "t2", TODAY)

    assert "age" not in step.kept.facts()
    assert step.struck == ("age",)


def test_naming_one_payer_moves_the_case_to_it() -> None:
    message = replace(reading(), payers=(StatedPayer("bcbsnc", WORDS),))

    assert advance(ledger(), message, "t2", TODAY).kept.payer_id == "bcbsnc"


def test_comparing_two_payers_moves_the_case_to_neither() -> None:
    both = (StatedPayer("bcbsnc", WORDS), StatedPayer("lhcc", WORDS))

    assert advance(Ledger(), replace(reading(), payers=both), "t2", TODAY).kept.payer_id is None


def test_yes_confirms_the_doubtful_reading_that_was_asked_about() -> None:
    doubtful = ledger(stated("reirradiation", True, Certainty.DOUBTFUL))
    before = replace(doubtful, pending="reirradiation", confirming=True)
    step = advance(before, replace(reading(), reply=Reply.YES), "t2", TODAY)

    assert step.kept.facts() == {"reirradiation": True}


def test_not_knowing_the_answer_is_remembered_so_that_it_is_not_asked_again() -> None:
    before = replace(ledger(), pending="age")
    step = advance(before, replace(reading(), reply=Reply.UNKNOWN), "t2", TODAY)

    assert step.kept.unanswerable == {"age"}


def test_an_age_from_a_birth_date_follows_the_date_of_service() -> None:
    born = replace(reading(stated("age", 18)), birth_date=date(2008, 10, 2))
    first = advance(Ledger(), born, "t1", TODAY)
    moved = replace(reading(), dates=(StatedDate(date(2026, 10, 1), WORDS),))
    second = advance(first.kept, moved, "t2", TODAY)

    assert first.kept.facts() == {"age": 18}
    assert second.kept.facts() == {"age": 17}


def test_a_disease_that_was_only_asked_about_is_nobodys_diagnosis() -> None:
    asked = replace(reading(stated("tumor_type", "cancer"), stated("age", 30)), question=LOOKUP)
    step = advance(Ledger(), asked, "t1", TODAY)

    assert step.considered.facts() == {"tumor_type": "cancer", "age": 30}
    assert step.kept.facts() == {"age": 30}
