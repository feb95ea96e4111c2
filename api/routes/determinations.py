"""`/v1/determinations`: the rules alone, and the same determination computed again."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends

import rules
from api.dependencies import SENDS_JSON, Ready
from api.errors import (
    BodyTooLarge,
    NotReady,
    UnacceptableMediaType,
    UnfitValue,
    UnsupportedMediaType,
)
from api.guards import requires_json
from api.interfaces import Assistant
from api.models.determinations import (
    CodeRequest,
    DeterminationRequest,
    DeterminationResponse,
    ReplayedDetermination,
)
from api.models.problems import FieldError
from api.problems import declared
from api.routes.chat import check_payer
from api.stated_facts import parse_facts
from assistant.answer import CitedCode, CitedDetermination
from assistant.answer_json import citation_to_json, code_to_json, determination_to_json
from assistant.determining import citing
from assistant.storage import DeterminationNotFound, StorageUnavailable
from retriever.corpus import Corpus
from retriever.errors import UnknownPolicy
from rules.determination import CodeRequest as RuledCode
from rules.policy import Policy

router = APIRouter(tags=["Determinations"])


@router.post(
    "/v1/determinations",
    summary="Apply the rules",
    dependencies=[Depends(requires_json), SENDS_JSON],
    responses=declared(
        UnknownPolicy,
        UnacceptableMediaType,
        UnsupportedMediaType,
        BodyTooLarge,
        NotReady,
        StorageUnavailable,
    ),
)
def determine(body: DeterminationRequest, assistant: Ready) -> DeterminationResponse:
    """Apply a policy's rules to stated facts; what is not stated is unknown."""
    policy = _policy(assistant.library.corpus, body)
    facts = parse_facts({fact.name: fact for fact in policy.facts}, body.facts)
    codes = [_code(each) for each in body.codes]
    made = assistant.determine(policy, facts, body.date_of_service or assistant.today(), codes)
    return DeterminationResponse.model_validate(_sent(made, assistant))


@router.get(
    "/v1/determinations/{determination_id}",
    summary="Compute a determination again",
    dependencies=[SENDS_JSON],
    responses=declared(DeterminationNotFound, UnacceptableMediaType, NotReady, StorageUnavailable),
)
def replay(determination_id: str, assistant: Ready) -> ReplayedDetermination:
    """Compute a kept determination again from its facts, and compare it with what was kept."""
    kept = assistant.store.load_determination(determination_id)
    sent = _sent(assistant.replay(determination_id, rules.POLICIES), assistant)
    unchanged = all(sent[name] == value for name, value in kept.result.items())
    return ReplayedDetermination.model_validate({**sent, "unchanged": unchanged})


def _sent(made: CitedDetermination, assistant: Assistant) -> dict[str, Any]:
    """The determination in the contract's JSON form, with its codes and disclaimers."""
    found, permalink = made.determination, assistant.permalink
    policy = rules.POLICIES[found.policy_id]
    cite = citing(assistant.library, policy, found.date_of_service)
    codes = [CitedCode(code, cite(code.quotes[0]) if code.quotes else None) for code in found.codes]
    return {
        **determination_to_json(made, permalink),
        "codes": [code_to_json(code, permalink) for code in codes],
        "notices": [citation_to_json(cite(notice), permalink) for notice in found.notices],
    }


def _policy(corpus: Corpus, body: DeterminationRequest) -> Policy:
    if body.payer is not None:
        check_payer(corpus, body.payer, "body")
    if body.policy_id is None:
        policy = rules.policy_of(body.payer or "")
        if policy is None:
            raise _unfit("payer", "no_rules", "No rules are written for this payer's policies yet.")
        return policy
    document = corpus[body.policy_id]
    if body.payer not in {None, document.payer.id}:
        raise _unfit("payer", "other_payer", f"The policy belongs to {document.payer.id}.")
    if document.id not in rules.POLICIES:
        raise _unfit("policy_id", "no_rules", "No rules are written for this policy yet.")
    return rules.POLICIES[document.id]


def _unfit(path: str, code: str, detail: str) -> UnfitValue:
    return UnfitValue(FieldError(path=path, location="body", code=code, detail=detail))


def _code(asked: str | CodeRequest) -> RuledCode:
    if isinstance(asked, str):
        return RuledCode(asked.upper())
    return RuledCode(asked.code.upper(), asked.units, asked.plans, asked.days)
