"""What a message asks about: a coverage case, a question about a document, or what is not held."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc

from assistant.reading.mentions import Evidence, StatedCode, StatedPayer
from assistant.reading.questions.cues import CueHit, Folded
from assistant.reading.questions.form import (
    are_people,
    asked_phrase,
    asks,
    asks_about_a_thing,
    asks_more,
    services_of,
)
from assistant.reading.questions.message import (
    COVERAGE,
    NOBODY,
    NOT_IMRT,
    REQUESTS,
    TopicMessage,
)
from assistant.reading.questions.parts import Focus, labels_of, reference_of

PLAIN = 3.0
"""From this weight on a topic is taken as asked for where a case is being discussed."""

HINTED = 2.0
"""From this weight on a topic is taken as asked for where no case is."""

ANOTHER_SERVICE = 12.0
"""What it weighs that another treatment is named and IMRT is said not to be meant."""

CASE_FACTS = 3.0
PLAN_FACTS = 4.0
MENTIONED = 1.0
STATEMENT = 3.0
"""What facts weigh more where the message asks nothing in so many words."""

THIS_CASE = "this_case"
"""Cues that ask about the answer just given, and so count only where a case is in hand."""

DIAGNOSIS = frozenset({"tumor_type", "tumor_site", "tumor_origin"})
BEYOND_DIAGNOSIS = DIAGNOSIS | {"age"}


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
    decided. `asks_coverage` says that a case's coverage is asked in so many words. `asked_in` is
    the part of the message that asks it, `None` where that is the whole.
    """

    topic: Topic
    labels: tuple[str, ...] = ()
    focus: tuple[Focus, ...] = ()
    phrase: str = ""
    reference: int | None = None
    services: tuple[Evidence, ...] = ()
    pressure: Evidence | None = None
    evidence: tuple[Evidence, ...] = ()
    asks_coverage: bool = False
    is_nobodys: bool = False
    asked_in: Evidence | None = None


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
    return topic_of(
        TopicMessage.of(doc, payers, codes),
        has_case_facts=has_case_facts,
        stated=stated,
        in_case=in_case,
    )


def topic_of(
    message: TopicMessage,
    *,
    has_case_facts: bool = False,
    stated: Collection[str] = (),
    in_case: bool = False,
) -> Question:
    """Which kind of question a message, or a part of one, is; the arguments are `read_topic`'s."""
    folded, payers, focus = message.folded, message.payers, message.focus
    hits = [hit for hit in message.hits() if not _is_of_people(hit)]
    scores = {topic: _score(topic, hits) for topic in Topic}
    is_told = (
        has_case_facts
        and _tells_of_someone(folded, stated)
        and not _is_nobodys(hits, stated)
        and not are_people(message.text)
    )
    of_this_case = _score(THIS_CASE, hits) if in_case or is_told else 0.0
    if _is_of_another_service(folded, hits):
        scores[Topic.OTHER_SERVICE] += ANOTHER_SERVICE
    scores[Topic.CASE] = max(scores[Topic.CASE], of_this_case)
    facts = 0.0
    is_nobodys = (
        _is_nobodys(hits, stated)
        and max(score for topic, score in scores.items() if topic is not Topic.CASE) >= PLAIN
    )
    if is_nobodys or (not of_this_case and asks_about_a_thing(folded) and not _is_someones(hits)):
        facts = MENTIONED if has_case_facts else 0.0
        scores[Topic.CASE] = min(scores[Topic.CASE], HINTED)
    elif has_case_facts:
        facts = _fact_weight(stated, folded)
    labels = labels_of(message.text)
    if is_nobodys and "age" not in stated:
        facts = scores[Topic.CASE] = 0.0
    if (in_case and payers) or (asks(folded) and (focus or labels)):
        scores[Topic.GREETING] = 0.0  # good wishes around "and under BCBSNC?"
    topic = _chosen(scores, facts, in_case=in_case and not is_nobodys)
    if _is_of_another_payer(payers, topic):
        topic = Topic.OTHER_PAYER
    is_of_a_part = bool(focus or payers) and not asks_more(folded, [p.said for p in focus])
    if topic is Topic.PASSAGES and (labels or is_of_a_part):
        topic = Topic.CRITERIA
    pressure = [hit.evidence for hit in hits if hit.cue.key == Topic.PRESSURE]
    return Question(
        topic=topic,
        labels=labels,
        focus=focus,
        phrase=asked_phrase(folded) if topic in _OF_A_PHRASE else "",
        reference=reference_of(message.text),
        services=services_of(folded),
        pressure=pressure[0] if pressure else None,
        evidence=tuple(h.evidence for h in hits if h.cue.key == topic and h.cue.weight > 0),
        is_nobodys=is_nobodys,
        asks_coverage=any(
            h.cue.key == COVERAGE or (h.cue.key == Topic.CASE and h.cue.weight > PLAIN)
            for h in hits
        ),
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
    talk = scores[Topic.GREETING] if facts < CASE_FACTS else 0.0
    return Topic.GREETING if talk >= PLAIN and talk > case else Topic.CASE


def _score(topic: str, hits: Sequence[CueHit]) -> float:
    """The heaviest cue in full, the others by a third up to 3, and what is taken back in full."""
    weights = sorted((h.cue.weight for h in hits if h.cue.key == topic), reverse=True)
    gained = [weight for weight in weights if weight > 0]
    lost = sum(weight for weight in weights if weight < 0)
    if not gained:
        return 0.0
    return gained[0] + min(3.0, sum(gained[1:]) / 3) + lost


def _is_someones(hits: Sequence[CueHit]) -> bool:
    """Whether a patient is spoken of, or a case asked about in so many words."""
    of_a_case = [hit for hit in hits if hit.cue.key == Topic.CASE]
    is_of_a_patient = any("<patient>" in hit.cue.phrase for hit in of_a_case)
    return is_of_a_patient or _score(Topic.CASE, of_a_case) > PLAIN


def _tells_of_someone(folded: Folded, stated: Collection[str]) -> bool:
    """Whether a patient is described: by age or a finding, or in so many words."""
    return bool(set(stated) - DIAGNOSIS) or "<patient>" in folded.words


def _is_of_another_service(folded: Folded, hits: Sequence[CueHit]) -> bool:
    """Whether a treatment other than IMRT is named, and IMRT said not to be meant."""
    return "<service>" in folded.words and any(hit.cue.key == NOT_IMRT for hit in hits)


def _is_nobodys(hits: Sequence[CueHit], stated: Collection[str]) -> bool:
    """Whether the message says that no patient is meant, or speaks of requests in the plural."""
    is_told_of = bool(set(stated) - DIAGNOSIS)
    return any(
        hit.cue.key == NOBODY
        or (hit.cue.key == REQUESTS and not is_told_of and are_people(hit.evidence.text))
        for hit in hits
    )


def _is_of_people(hit: CueHit) -> bool:
    """Whether the patients of a cue are nobody in particular ("ladies with implants")."""
    return "<patient>" in hit.cue.phrase and are_people(hit.evidence.text)


def _fact_weight(stated: Collection[str], folded: Folded) -> float:
    """How much the facts stated speak for a case; more where nothing is asked."""
    weight = CASE_FACTS + (PLAN_FACTS if set(stated) - BEYOND_DIAGNOSIS else 0.0)
    return weight if asks(folded) else weight + STATEMENT
