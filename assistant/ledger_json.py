"""The ledger as JSON and back, for the store: exact decimals, ISO dates, nothing lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.ledger import Entry, Ledger
from assistant.reading.mentions import Certainty, Evidence, StatedCode, StatedFact
from rules.facts import FactValue, Quantity

Json = dict[str, Any]


def ledger_to_json(ledger: Ledger) -> Json:
    """The ledger as plain JSON values."""
    return {
        "payer_id": ledger.payer_id,
        "date_of_service": _iso(ledger.date_of_service),
        "birth_date": _iso(ledger.birth_date),
        "entries": [_entry_to_json(entry) for entry in ledger.entries],
        "codes": [asdict(code) for code in ledger.codes],
        "pending": ledger.pending,
        "confirming": ledger.confirming,
        "unanswerable": sorted(ledger.unanswerable),
        "open_question": ledger.open_question,
        "last_look_up": ledger.last_look_up,
        "set_aside": [ledger_to_json(case) for case in ledger.set_aside],
    }


def ledger_from_json(stored: Json) -> Ledger:
    """The ledger that `ledger_to_json` wrote."""
    return Ledger(
        payer_id=stored["payer_id"],
        date_of_service=_day(stored["date_of_service"]),
        birth_date=_day(stored["birth_date"]),
        entries=tuple(_entry_from_json(entry) for entry in stored["entries"]),
        codes=tuple(
            StatedCode(**{**code, "evidence": Evidence(**code["evidence"])})
            for code in stored["codes"]
        ),
        pending=stored["pending"],
        confirming=stored["confirming"],
        unanswerable=frozenset(stored["unanswerable"]),
        open_question=stored["open_question"],
        last_look_up=stored.get("last_look_up", ""),
        set_aside=tuple(ledger_from_json(case) for case in stored.get("set_aside", ())),
    )


def _entry_to_json(entry: Entry) -> Json:
    return {
        "name": entry.fact.name,
        "value": _value_to_json(entry.fact.value),
        "evidence": asdict(entry.fact.evidence),
        "certainty": entry.fact.certainty.value,
        "doubt": entry.fact.doubt,
        "turn_id": entry.turn_id,
        "structure": entry.structure,
    }


def _entry_from_json(stored: Json) -> Entry:
    fact = StatedFact(
        name=stored["name"],
        value=_value_from_json(stored["value"]),
        evidence=Evidence(**stored["evidence"]),
        certainty=Certainty(stored["certainty"]),
        doubt=stored["doubt"],
    )
    return Entry(fact, stored["turn_id"], stored["structure"])


def _value_to_json(value: FactValue) -> Any:
    if isinstance(value, Mapping):
        return {
            structure: {"low": str(share.low), "high": str(share.high), "about": share.about}
            for structure, share in value.items()
        }
    return value


def _value_from_json(stored: Any) -> FactValue:
    if isinstance(stored, dict):
        return {
            structure: Quantity(Decimal(share["low"]), Decimal(share["high"]), share["about"])
            for structure, share in stored.items()
        }
    value: FactValue = stored
    return value


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)
