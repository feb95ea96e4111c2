"""Determinations as records: all that is needed to compute one again, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import CitedDetermination
from assistant.answer_json import Permalink, determination_to_json
from assistant.determining import rules_digest
from assistant.ledger import Ledger
from assistant.storage.records import JsonObject, SavedDetermination
from rules import POLICIES, Policy, fact_to_json, parse_fact
from rules.determination import CodeRequest
from rules.facts import FactValue


@dataclass(frozen=True)
class Asked:
    """What the rules were asked: the sure facts, the doubtful ones, and the billing codes."""

    facts: Mapping[str, FactValue]
    doubtful: Mapping[str, FactValue]
    codes: Sequence[CodeRequest] = ()

    @classmethod
    def of(cls, ledger: Ledger) -> Asked:
        """What a conversation's case asks of the rules."""
        codes = [CodeRequest(c.code, c.units, c.plans, c.days) for c in ledger.codes]
        return cls(ledger.facts(), ledger.doubtful_facts(), codes)


def record_of(
    made: CitedDetermination,
    asked: Asked,
    permalink: Permalink,
    conversation_id: str | None = None,
) -> SavedDetermination:
    """The record of a determination; facts that only other policies ask for are left out."""
    found = made.determination
    policy = POLICIES[found.policy_id]
    return SavedDetermination(
        id=made.id,
        policy_id=found.policy_id,
        date_of_service=found.date_of_service,
        facts={
            "sure": _facts_to_json(policy, asked.facts),
            "doubtful": _facts_to_json(policy, asked.doubtful),
        },
        codes=[vars(code) for code in asked.codes],
        rules_digest=rules_digest(),
        result=determination_to_json(made, permalink),
        conversation_id=conversation_id,
    )


def asked_of(record: SavedDetermination, policy: Policy) -> Asked:
    """What the rules were asked when the record was made."""
    sure, doubtful = (
        {name: parse_fact(policy, name, value) for name, value in record.facts[part].items()}
        for part in ("sure", "doubtful")
    )
    return Asked(sure, doubtful, [CodeRequest(**code) for code in record.codes])


def _facts_to_json(policy: Policy, facts: Mapping[str, FactValue]) -> JsonObject:
    return {
        name: fact_to_json(value) for name, value in facts.items() if policy.fact(name) is not None
    }
