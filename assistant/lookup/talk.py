"""Small talk, and attempts to talk the assistant into an answer."""

from __future__ import annotations

import re

from assistant.answering.wording import listed
from assistant.draft import AnswerKind, Draft, Line
from assistant.lookup.asked import Asked

ASKED_FOR = (
    "whether a policy's criteria are met: tell me the payer, the diagnosis and what the plans show",
    "what a policy asks for, its billing codes and limits, its history, definitions and references",
)


_HUMAN = re.compile(r"\b(?:human|person|agent|rep(?:resentative)?|someone|operator|supervisor)\b")
_KIND = re.compile(r"\b(?:bot|chatbot|chatgpt|robot|ai|computer|machine|program|real)\b")
_CLOSING = re.compile(r"\b(?:thank\w*|thx|bye|goodbye|cheers)\b")
_NODDING = re.compile(r"\W*(?:ok|okay|sure|alright|cool|understood|nevermind|never mind|got it)\b")


def greeting(asked: Asked) -> Draft:
    """Says hello, what it is, and what can be asked."""
    payers = listed([document.payer.name for document in asked.library.corpus.documents.values()])
    lines = [Line("You can ask me:"), *(Line(item, is_item=True) for item in ASKED_FOR)]
    said = asked.message.lower()
    if _CLOSING.search(said):
        return Draft(AnswerKind.GREETING, None, "You're welcome. Ask me the next one any time.")
    if _NODDING.match(said):
        return Draft(AnswerKind.GREETING, None, "All right. Ask me the next one any time.")
    lines.append(Line(f"I hold policies of {payers}. My answers quote them word for word."))
    headline = "Hello! I look up medical policies and check their criteria for a case."
    if _KIND.search(said):
        headline = "I am a program, not a person: rules decide, and I quote the policies."
    elif _HUMAN.search(said):
        headline = "I can't connect you to a person; I am a program that looks up medical policies."
    return Draft(AnswerKind.GREETING, None, headline, tuple(lines))


def pressure(asked: Asked) -> Draft:  # noqa: ARG001 every topic is asked in the same way
    """Nobody talks an outcome out of the rules."""
    lines = (
        Line("An outcome follows from the policy's criteria and the facts of the case alone."),
        Line("Tell me the payer, the diagnosis and what the plans show, and I will check them."),
    )
    headline = "I can't state an outcome on request; no wording of the question changes that."
    return Draft(AnswerKind.UNSUPPORTED, "not_addressed", headline, lines)
