"""What a message asks about: a coverage case, a question about a document, or what is not held."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from spacy.tokens import Doc

from assistant.reading.cue_notation import Cue
from assistant.reading.mentions import Evidence, StatedCode, StatedPayer
from assistant.reading.question_form import (
    asked_phrase,
    asks,
    asks_about_a_thing,
    asks_more,
    services_of,
)
from assistant.reading.question_parts import CUES, Focus, focus_of, labels_of, reference_of
from assistant.reading.topic_cues import CueHit, CueReader, Folded

PLAIN = 3.0
"""From this weight on a topic is taken as asked for where a case is being discussed."""

HINTED = 2.0
"""From this weight on a topic is taken as asked for where no case is."""

CASE_FACTS = 3.0
PLAN_FACTS = 4.0
MENTIONED = 1.0
STATEMENT = 3.0
"""What facts weigh more where the message asks nothing in so many words."""

BEYOND_DIAGNOSIS = frozenset({"tumor_type", "tumor_site", "tumor_origin", "age"})


class Topic(StrEnum):
    """The kind of question; `PASSAGES` is any other question about the documents."""

    CASE = "case"
    CRITERIA = "criteria"
    CODES = "codes"
    LIMITS = "limits"
    HISTORY = "history"
    EFFECTIVE_DATE = "effective_date"
    DEFINITION = "definition"
    REFERENCES = "references"
    RELATED_POLICIES = "related_policies"
    DISCLAIMER = "disclaimer"
    COMPARISON = "comparison"
    DOCUMENT = "document"
    PASSAGES = "passages"
    GREETING = "greeting"
    PRESSURE = "pressure"
    OTHER_SERVICE = "other_service"
    OTHER_PAYER = "other_payer"
    BENEFITS = "benefits"
    CLAIM = "claim"
    TREATMENT_ADVICE = "treatment_advice"
    OFF_TOPIC = "off_topic"


@dataclass(frozen=True)
class Question:
    """What one message asks, with the user's words that say so.

    `labels` are criteria named by letter or outline ("B", "I.E.6.a"), `reference` a reference's
    number. `phrase` is what a definition or a passage is asked for, in the user's words.
    `services` are treatments other than IMRT that were named. `pressure` holds the words of an
    attempt to talk it into an answer, which changes nothing. `evidence` is empty where no cue
    decided.
    """

    topic: Topic
    labels: tuple[str, ...] = ()
    focus: tuple[Focus, ...] = ()
    phrase: str = ""
    reference: int | None = None
    services: tuple[Evidence, ...] = ()
    pressure: Evidence | None = None
    evidence: tuple[Evidence, ...] = ()


def read_topic(  # noqa: PLR0913 what a message was read to hold, part by part
    doc: Doc,
    *,
    has_case_facts: bool,
    stated: Collection[str] = (),
    payers: Sequence[StatedPayer] = (),
    codes: Sequence[StatedCode] = (),
    in_case: bool = False,
) -> Question:
    """Which kind of question the message is.

    `stated` names the facts read in it, where known; `payers` and `codes` are those read in it, a
    payer id of "" being one that the corpus does not hold. `in_case`: a case is being discussed,
    so that a message of no other kind continues it.
    """
    reader = _reader()
    folded = reader.fold(doc, _marked(doc, payers, codes))
    hits = [hit for hit in reader.find(folded) if hit.cue.key]
    scores = {topic: _score(topic, hits) for topic in Topic}
    facts = 0.0
    if asks_about_a_thing(folded) and not _is_someones(hits):
        facts = MENTIONED if has_case_facts else 0.0
        scores[Topic.CASE] = min(scores[Topic.CASE], HINTED)
    elif has_case_facts:
        facts = _fact_weight(stated, folded)
    topic = _chosen(scores, facts, in_case=in_case)
    if _is_of_another_payer(payers, topic):
        topic = Topic.OTHER_PAYER
    focus, labels = focus_of(doc), labels_of(doc)
    is_of_a_part = bool(focus or payers) and not asks_more(folded, [p.said for p in focus])
    if topic is Topic.PASSAGES and (labels or is_of_a_part):
        topic = Topic.CRITERIA
    pressure = [hit.evidence for hit in hits if hit.cue.key == Topic.PRESSURE]
    return Question(
        topic=topic,
        labels=labels,
        focus=focus,
        phrase=asked_phrase(folded) if topic in _OF_A_PHRASE else "",
        reference=reference_of(doc),
        services=services_of(folded),
        pressure=pressure[0] if pressure else None,
        evidence=tuple(h.evidence for h in hits if h.cue.key == topic and h.cue.weight > 0),
    )


def _is_of_another_payer(payers: Sequence[StatedPayer], topic: Topic) -> bool:
    """Whether no payer held is asked about; a comparison with one not held is none either."""
    if topic in _NO_PAYER_NEEDED or not payers:
        return False
    unknown = [not payer.payer_id for payer in payers]
    return any(unknown) if topic is Topic.COMPARISON else all(unknown)


_NO_PAYER_NEEDED = frozenset(
    {Topic.GREETING, Topic.OFF_TOPIC, Topic.BENEFITS, Topic.CLAIM, Topic.TREATMENT_ADVICE}
)
_OF_A_PHRASE = frozenset({Topic.DEFINITION, Topic.PASSAGES})
_CASE_HIDES = frozenset({Topic.GREETING, Topic.PRESSURE})
_BESIDE_A_CASE = frozenset({Topic.CODES, Topic.LIMITS})


def _chosen(scores: dict[Topic, float], facts: float, *, in_case: bool) -> Topic:
    """The heaviest topic; a case wins a tie, and small talk or pressure never hides a case.

    `facts` is the weight of the facts stated. Where figures of a plan are, codes and limits are
    answered beside the case.
    """
    case = scores[Topic.CASE] + facts
    is_case_likely = in_case or case >= PLAIN
    hidden = _CASE_HIDES if is_case_likely else frozenset()
    if facts >= CASE_FACTS:
        hidden |= {Topic.OFF_TOPIC}
    if facts > CASE_FACTS + STATEMENT:
        hidden |= _BESIDE_A_CASE
    rivals = [topic for topic in Topic if topic not in hidden | {Topic.CASE}]
    best = max(rivals, key=lambda topic: scores[topic])
    if scores[best] > case and scores[best] >= (PLAIN if is_case_likely else HINTED):
        return best
    if not is_case_likely and facts < CASE_FACTS:
        return Topic.GREETING if scores[Topic.GREETING] else Topic.PASSAGES
    is_small_talk = scores[Topic.GREETING] >= PLAIN and scores[Topic.GREETING] > case
    return Topic.GREETING if is_small_talk else Topic.CASE


def _score(topic: Topic, hits: Sequence[CueHit]) -> float:
    """The heaviest cue in full, the others by a third up to 3, and what is taken back in full."""
    weights = sorted((h.cue.weight for h in hits if h.cue.key == topic), reverse=True)
    gained = [weight for weight in weights if weight > 0]
    lost = sum(weight for weight in weights if weight < 0)
    if not gained:
        return 0.0
    return gained[0] + min(3.0, sum(gained[1:]) / 3) + lost


def _is_someones(hits: Sequence[CueHit]) -> bool:
    """Whether a patient is spoken of, or a case asked about in so many words."""
    return any(
        hit.cue.key == Topic.CASE and (hit.cue.weight > PLAIN or "<patient>" in hit.cue.phrase)
        for hit in hits
    )


def _fact_weight(stated: Collection[str], folded: Folded) -> float:
    """How much the facts stated speak for a case; more where nothing is asked."""
    weight = CASE_FACTS + (PLAN_FACTS if set(stated) - BEYOND_DIAGNOSIS else 0.0)
    return weight if asks(folded) else weight + STATEMENT


_CODE = re.compile(r"\b(?:\d{5}|[A-Za-z]\d{4})\b")


def _marked(
    doc: Doc, payers: Sequence[StatedPayer], codes: Sequence[StatedCode]
) -> list[tuple[str, Evidence]]:
    shaped = [Evidence(*m.span(), m.group()) for m in _CODE.finditer(doc.text)]
    return [
        *(("payer", payer.evidence) for payer in payers),
        *(("code", code.evidence) for code in codes),
        *(("code", evidence) for evidence in shaped),
    ]


@cache
def _reader() -> CueReader:
    data = tomllib.loads(CUES.read_text(encoding="utf-8"))
    cues = [
        Cue(topic, phrase, float(weight))
        for topic, by_weight in data["topics"].items()
        for weight, phrases in by_weight.items()
        for phrase in phrases
    ]
    return CueReader(cues, data["classes"], data["words"])
