"""An answer in the contract's JSON form: what the store keeps and what clients receive."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.answer import (
    Answer,
    CitedCode,
    CitedDetermination,
    CitedInterpretation,
    Criterion,
    FollowUp,
)
from assistant.ledger import Entry
from retriever.passages import Citation
from rules import FACTS
from rules.facts import FactValue, Quantity

Json = dict[str, Any]
Permalink = Callable[[Citation], str]
"""Where a citation can be opened, its quote highlighted."""


def answer_to_json(answer: Answer, permalink: Permalink) -> Json:
    """The answer as JSON; markers in `citations` are the numbers that the text shows."""
    markers = {citation: at for at, citation in enumerate(answer.citations, start=1)}

    def cited(citation: Citation | None) -> Json | None:
        return citation_to_json(citation, permalink, markers.get(citation)) if citation else None

    return {
        "conversation_id": answer.conversation_id,
        "turn_id": answer.turn_id,
        "kind": answer.kind.value,
        "outcome": answer.outcome.value if answer.outcome else None,
        "answer": answer.answer,
        "determination": _determination(answer.determination, cited)
        if answer.determination
        else None,
        "citations": [cited(citation) for citation in answer.citations],
        "follow_up": _follow_up(answer.follow_up),
        "facts": [_fact(entry) for entry in answer.facts],
        "codes": [_code(code, cited) for code in answer.codes],
        "notices": [cited(notice) for notice in answer.notices],
    }


def determination_to_json(made: CitedDetermination, permalink: Permalink) -> Json:
    """A determination outside an answer: its citations have no markers."""
    return _determination(
        made, lambda citation: citation_to_json(citation, permalink) if citation else None
    )


def code_to_json(code: CitedCode, permalink: Permalink) -> Json:
    """A code's finding outside an answer: its citation has no marker."""
    return _code(code, lambda citation: citation_to_json(citation, permalink) if citation else None)


def citation_to_json(citation: Citation, permalink: Permalink, marker: int | None = None) -> Json:
    """One citation; `marker` is `None` where no text points to it."""
    return {
        "marker": marker,
        "policy_id": citation.policy_id,
        "payer": citation.payer_id,
        "title": citation.title,
        "policy_version": citation.policy_version,
        "section": list(citation.section),
        "label": citation.label,
        "role": citation.role.value,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "document_sha256": citation.document_sha256,
        "superseded": citation.superseded,
        "url": permalink(citation),
    }


def value_to_json(value: FactValue) -> Any:
    """A fact's value: a number where one number was stated, else the range or the structures."""
    if not isinstance(value, Mapping):
        return value
    shares = {structure: _share(share) for structure, share in value.items()}
    return next(iter(shares.values())) if len(shares) == 1 else shares


def decimal_to_json(number: Decimal) -> int | float:
    """A decimal as a JSON number that prints as it was stated."""
    return int(number) if number == number.to_integral_value() else float(number)


def _share(share: Quantity) -> Any:
    if share.low == share.high and not share.about:
        return decimal_to_json(share.low)
    if share.about:
        return {"value": decimal_to_json(share.low), "about": True}
    return {"min": decimal_to_json(share.low), "max": decimal_to_json(share.high)}


Cited = Callable[[Citation | None], Json | None]


def _determination(made: CitedDetermination, cited: Cited) -> Json:
    found = made.determination
    return {
        "id": made.id,
        "policy_id": found.policy_id,
        "policy_version": {
            "label": found.version.label,
            "effective_from": _iso(found.version.effective_from),
            "effective_to": _iso(found.version.effective_to),
        }
        if found.version
        else None,
        "date_of_service": found.date_of_service.isoformat(),
        "outcome": found.outcome.value,
        "criteria": _criterion(made.criteria, cited) if made.criteria else None,
        "missing_facts": [fact.name for fact in found.missing],
        "interpretations": [_interpretation(each, cited) for each in made.interpretations],
        "remarks": list(found.remarks),
    }


def _criterion(node: Criterion, cited: Cited) -> Json:
    return {
        "label": node.label,
        "text": node.text,
        "operator": node.operator or None,
        "value": node.value,
        "because": node.because or None,
        "facts": list(node.facts),
        "citation": cited(node.citation),
        "parts": [_criterion(part, cited) for part in node.parts],
    }


def _interpretation(each: CitedInterpretation, cited: Cited) -> Json:
    return {
        "reading": each.interpretation.reading,
        "other_reading": each.interpretation.other_reading,
        "citation": cited(each.citation),
        "other_citation": cited(each.other_citation),
    }


def _follow_up(follow_up: FollowUp | None) -> Json | None:
    if follow_up is None:
        return None
    return {
        "fact": follow_up.fact,
        "question": follow_up.question,
        "choices": [{"value": each.value, "label": each.label} for each in follow_up.choices],
    }


def _fact(entry: Entry) -> Json:
    fact = entry.fact
    return {
        "name": fact.name,
        "value": value_to_json(fact.value),
        "unit": FACTS[fact.name].unit,
        "structure": entry.structure or None,
        "certainty": fact.certainty.value,
        "evidence": {
            "turn_id": entry.turn_id,
            "start": fact.evidence.start,
            "end": fact.evidence.end,
            "text": fact.evidence.text,
        },
    }


def _code(code: CitedCode, cited: Cited) -> Json:
    finding = code.finding
    return {
        "code": finding.code,
        "status": finding.status.value,
        "valid_on_date_of_service": finding.valid_on_date_of_service,
        "limit": finding.limit,
        "citation": cited(code.citation),
        "note": finding.note or None,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
