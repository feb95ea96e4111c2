"""The ledger: later words replace earlier ones, structure by structure, and nothing is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from assistant.ledger import Correction, Ledger
from assistant.ledger_json import ledger_from_json, ledger_to_json
from assistant.reading.mentions import Certainty, Evidence, StatedCode, StatedFact
from rules.facts import FactValue, Quantity

FORTY, THIRTY = Quantity.exactly(40), Quantity.exactly(30)


def stated(name: str, value: FactValue, certainty: Certainty = Certainty.SURE) -> StatedFact:
    return StatedFact(name, value, Evidence(0, 4, "word"), certainty)


def test_a_later_word_replaces_an_earlier_one_and_is_reported() -> None:
    first, _ = Ledger().learn([stated("age", 45)], "t1")
    second, corrections = first.learn([stated("age", 54)], "t2")

    assert second.facts() == {"age": 54}
    assert corrections == (Correction("age", "", 45, 54),)


def test_the_same_word_again_is_no_correction() -> None:
    first, _ = Ledger().learn([stated("age", 45)], "t1")

    assert first.learn([stated("age", 45)], "t2")[1] == ()


def test_shares_of_two_joints_stand_side_by_side() -> None:
    ledger, _ = Ledger().learn([stated("joint_share_3d", {"hip": FORTY})], "t1")
    ledger, corrections = ledger.learn([stated("joint_share_3d", {"knee": THIRTY})], "t2")

    assert ledger.facts() == {"joint_share_3d": {"hip": FORTY, "knee": THIRTY}}
    assert corrections == ()


def test_a_doubtful_reading_is_kept_apart_from_the_facts() -> None:
    ledger, _ = Ledger().learn([stated("reirradiation", True, Certainty.DOUBTFUL)], "t1")

    assert ledger.facts() == {}
    assert ledger.doubtful_facts() == {"reirradiation": True}


def test_a_doubtful_reading_never_displaces_what_is_sure() -> None:
    ledger, _ = Ledger().learn([stated("age", 45)], "t1")
    ledger, corrections = ledger.learn([stated("age", 54, Certainty.DOUBTFUL)], "t2")

    assert ledger.facts() == {"age": 45}
    assert corrections == ()


def test_a_confirmed_reading_becomes_a_fact() -> None:
    ledger, _ = Ledger().learn([stated("reirradiation", True, Certainty.DOUBTFUL)], "t1")

    assert ledger.confirm("reirradiation", is_right=True).facts() == {"reirradiation": True}
    assert ledger.confirm("reirradiation", is_right=False).entries == ()


def test_the_next_patient_keeps_the_payer_and_no_fact() -> None:
    ledger, _ = Ledger(payer_id="lhcc", pending="age").learn([stated("age", 45)], "t1")

    after = ledger.for_next_patient()

    assert replace(after, set_aside=()) == Ledger(payer_id="lhcc")
    assert [case.facts() for case in after.set_aside] == [{"age": 45}]


def test_only_what_was_told_last_is_struck() -> None:
    said = [
        stated("age", 45),
        replace(stated("reirradiation", True), evidence=Evidence(9, 12, "RT")),
    ]
    ledger, _ = Ledger().learn([stated("stage", "early")], "t1")
    ledger, _ = ledger.learn(said, "t2")

    assert ledger.without_last_told().facts() == {"stage": "early", "age": 45}


def test_nothing_told_leaves_nothing_to_strike() -> None:
    assert Ledger().without_last_told() == Ledger()


def test_a_ledger_survives_the_store() -> None:
    ledger = replace(
        Ledger(payer_id="bcbsnc", date_of_service=date(2018, 3, 1), pending="age"),
        codes=(StatedCode("77338", Evidence(0, 5, "77338"), units=4),),
        unanswerable=frozenset({"age"}),
    )
    ledger, _ = ledger.learn(
        [
            stated("bone_share_3d", {"femur": Quantity.exactly("25.4", about=True)}),
            stated("tumor_site", "thigh"),
            stated("reirradiation", False),
        ],
        "t1",
    )

    ledger = replace(ledger, set_aside=(Ledger(payer_id="lhcc", date_of_service=date(2026, 1, 2)),))

    assert ledger_from_json(json.loads(json.dumps(ledger_to_json(ledger)))) == ledger
