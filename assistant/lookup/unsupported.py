"""What no document of the corpus holds: said plainly, and where to turn if a document says so."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering.wording import listed
from assistant.draft import AnswerKind, Draft, Line
from assistant.lookup.asked import Asked, Source, said
from assistant.lookup.matching import sentences
from assistant.reading.questions.topics import Topic
from retriever.passages import Citation, Role

HEADLINES = {
    Topic.OTHER_SERVICE: "I hold no policy on {service}; the policies here are about IMRT.",
    Topic.OTHER_PAYER: "I hold no policy of that payer, so I cannot say what it asks for.",
    Topic.BENEFITS: "I can't see a member's benefits, costs or eligibility, only medical policies.",
    Topic.CLAIM: "I see no claims or authorizations and decide none; I hold policies only.",
    Topic.TREATMENT_ADVICE: "I give no advice on treatment or dose; a policy does not say that.",
    Topic.OFF_TOPIC: "That is outside what I do: I answer from payers' medical policies.",
}
_IN_FULL = {
    "proton": "proton therapy",
    "protons": "proton therapy",
    "brachy": "brachytherapy",
    "electron": "electron therapy",
    "chemo": "chemotherapy",
}
WHERE_TO_TURN = {
    Topic.BENEFITS: ("Please refer to the Member's Benefit Booklet",),
    Topic.TREATMENT_ADVICE: (
        "should consult with their treating physician",
        "please consult your physician",
    ),
}
"""Words that mark the sentence in which a document says where to turn: that one is cited."""

SUBJECT_TO = {
    Topic.BENEFITS: ("the administration of benefits are subject to",),
    Topic.CLAIM: ("the administration of benefits are subject to",),
}
"""Words that mark a sentence that says what governs such a question: a notice, no support."""


def unsupported(asked: Asked) -> Draft:
    """That it is not held, why no guess is made, and the document's own pointer if it has one."""
    topic = asked.question.topic
    lines = [Line(_what_is_held(asked))]
    notices: list[Citation] = []
    for source in asked.sources if asked.is_payer_named else ():
        pointers = _marked(source, WHERE_TO_TURN.get(topic, ()))
        if pointers:
            lines.append(Line(f"Where to turn, in the words of {source.document.payer.name}:"))
            lines += [said(pointer, with_label=False) for pointer in pointers]
        notices += [*_marked(source, SUBJECT_TO.get(topic, ())), *source.notices()]
    services = asked.question.services
    named = services[0].text if services and len(services[0].text) <= 60 else "that service"
    named = _IN_FULL.get(named.lower(), named)
    return Draft(
        AnswerKind.UNSUPPORTED,
        "not_addressed",
        HEADLINES.get(topic, "No document I hold answers that.").format(service=named),
        tuple(lines),
        notices=tuple(notices),
    )


def _what_is_held(asked: Asked) -> str:
    held = [f"{d.title} ({d.payer.name})" for d in asked.library.corpus.documents.values()]
    return f"What I hold: {listed(held)}."


def _marked(source: Source, marks: Sequence[str]) -> list[Citation]:
    return [
        source.cite(sentence, passage.label)
        for passage in source.passages(Role.GUIDELINE, Role.DISCLAIMER, Role.BACKGROUND)
        for sentence in sentences(passage.text)
        if any(mark in sentence for mark in marks)
    ]
