"""What users say reaches no log, at any level and from any library on the way."""

from __future__ import annotations

import logging

import pytest

from assistant.answer import TurnRequest
from assistant.form import FormRequest
from assistant.service import Assistant

CANARY = "zyxwvut"
MESSAGES = (
    f"LHCC, {CANARY} of the prostate, 66 years, my name is {CANARY}",
    f"{CANARY} cancer C99.{CANARY}, DOB {CANARY}, 40% {CANARY} at 40 Gy, code 7730{CANARY}",
    f"Correction: {CANARY} is 17. What if {CANARY}?",
    f"define {CANARY}",
    CANARY * 900,
    f"\x01{CANARY}\ufeff😀 <script>{CANARY}</script> %s %(x)s {{{CANARY}}}",
)


def test_no_word_of_a_message_is_logged(
    assistant: Assistant, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        conversation_id = None
        for message in MESSAGES:
            answer = assistant.take_turn(TurnRequest(message, conversation_id, payer="lhcc"))
            conversation_id = answer.conversation_id
        assistant.take_form(FormRequest(answer.conversation_id, {"age": 17}))

    logged = caplog.text + "".join(capfd.readouterr())
    assert CANARY not in logged
    assert "calf" not in logged
    assert [record for record in caplog.records if "17" in record.getMessage()] == []
