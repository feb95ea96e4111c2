"""A client's form: facts confirmed, changed or struck, with the form's lines as their evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Answer, TurnRequest
from assistant.form import FormRequest, FormValues, in_words, take_form
from assistant.ledger import Ledger
from assistant.reading.mentions import Certainty, Evidence, StatedFact
from assistant.service import Assistant
from rules.determination import Outcome
from rules.facts import FactValue, Quantity

DOUBTFUL_AGE = StatedFact("age", 15, Evidence(0, 8, "maybe 15"), Certainty.DOUBTFUL, "unsure")
SHARES: FactValue = {"femur": Quantity.exactly(40), "humerus": Quantity.exactly(10)}


def ledger(*facts: StatedFact) -> Ledger:
    return Ledger().learn(facts, "said")[0]


def stated(name: str, value: FactValue) -> StatedFact:
    return StatedFact(name, value, Evidence(0, 3, "abc"))


def test_a_doubtful_fact_put_as_it_was_read_is_sure_and_keeps_the_users_words() -> None:
    step = take_form(ledger(DOUBTFUL_AGE), {"age": 15}, "form")

    [entry] = step.kept.entries
    assert entry.fact == replace(DOUBTFUL_AGE, certainty=Certainty.SURE, doubt="")
    assert entry.turn_id == "said"
    assert step.confirmed == ("age",)
    assert step.corrections == ()


def test_a_sure_fact_put_again_changes_nothing() -> None:
    before = ledger(stated("age", 15))

    step = take_form(before, {"age": 15}, "form")

    assert step.kept == before
    assert (step.confirmed, step.corrections, step.struck) == ((), (), ())


def test_another_value_replaces_the_old_with_the_line_as_its_evidence() -> None:
    step = take_form(ledger(DOUBTFUL_AGE), {"reirradiation": True, "age": 51}, "form")

    entry = step.kept.entry("age")
    assert entry is not None
    message = in_words({"reirradiation": True, "age": 51})
    assert message == "Re-irradiation: yes\nAge: 51 years"
    evidence = entry.fact.evidence
    assert (entry.fact.value, entry.fact.certainty) == (51, Certainty.SURE)
    assert message[evidence.start : evidence.end] == evidence.text == "Age: 51 years"
    assert entry.turn_id == "form"
    assert [(each.name, each.old, each.new) for each in step.corrections] == [("age", 15, 51)]


def test_a_struck_fact_is_unknown_and_one_never_known_stays_so() -> None:
    step = take_form(ledger(stated("age", 15)), {"age": None, "stage": None}, "form")

    assert step.kept.facts() == {}
    assert step.struck == ("age",)


def test_a_share_is_put_whole_so_that_a_structure_left_out_is_gone() -> None:
    step = take_form(
        ledger(stated("bone_share_3d", SHARES)),
        {"bone_share_3d": {"femur": Quantity.exactly(24)}},
        "form",
    )

    assert step.kept.facts() == {"bone_share_3d": {"femur": Quantity.exactly(24)}}
    [change] = step.corrections
    assert (change.structure, change.old, change.new) == (
        "femur",
        {"femur": Quantity.exactly(40)},
        {"femur": Quantity.exactly(24)},
    )


def test_every_structure_of_a_share_has_its_own_line() -> None:
    assert in_words({"bone_share_3d": SHARES}) == (
        "Bone's share under 3D (femur): 40 percent\nBone's share under 3D (humerus): 10 percent"
    )


@pytest.mark.parametrize(("years", "remembered"), [(16, None), (15, date(2010, 1, 1))])
def test_an_age_put_otherwise_ends_the_birth_date(years: int, remembered: date | None) -> None:
    before = replace(ledger(stated("age", 15)), birth_date=date(2010, 1, 1))

    assert take_form(before, {"age": years}, "form").kept.birth_date == remembered


def test_a_fact_that_nobody_could_tell_is_known_once_it_is_put() -> None:
    before = replace(Ledger(), unanswerable=frozenset({"age", "stage"}))

    assert take_form(before, {"age": 15}, "form").kept.unanswerable == {"stage"}


class TestWholeTurns:
    """The form on the real policies."""

    @pytest.fixture
    def begun(self, assistant: Assistant) -> Answer:
        return assistant.take_turn(TurnRequest("LHCC, sarcoma of the calf, 45 years old"))

    def put(self, assistant: Assistant, begun: Answer, values: FormValues) -> Answer:
        return assistant.take_form(FormRequest(begun.conversation_id, values))

    def test_a_changed_age_changes_the_answer_and_the_answer_says_so(
        self, assistant: Assistant, begun: Answer
    ) -> None:
        answer = self.put(assistant, begun, {"age": 15})

        assert begun.outcome is Outcome.INFORMATION_NEEDED
        assert answer.outcome is Outcome.CRITERIA_MET
        assert "Changed: the age, from 45 years to 15 years." in answer.answer

    def test_the_turn_is_kept_with_the_form_in_words(
        self, assistant: Assistant, begun: Answer
    ) -> None:
        answer = self.put(assistant, begun, {"age": 15, "tumor_site": None})

        last = assistant.store.turns(begun.conversation_id)[-1]
        assert last.message == "Age: 15 years\nSite treated: struck"
        for entry in answer.facts:
            if entry.turn_id == last.id:
                evidence = entry.fact.evidence
                assert last.message[evidence.start : evidence.end] == evidence.text
        assert "Struck: the site treated." in answer.answer

    def test_the_conversation_goes_on_from_the_facts_of_the_form(
        self, assistant: Assistant, begun: Answer
    ) -> None:
        self.put(assistant, begun, {"age": 15})

        after = assistant.take_turn(TurnRequest("and what was the age?", begun.conversation_id))

        assert {each.fact.name: each.fact.value for each in after.facts}["age"] == 15

    def test_the_same_form_twice_gives_the_same_facts(
        self, assistant: Assistant, begun: Answer
    ) -> None:
        once = self.put(assistant, begun, {"age": 15})
        again = self.put(assistant, begun, {"age": 15})

        assert again.facts == once.facts
        assert again.outcome is once.outcome
