"""`/v1/policies`: what the corpus holds, each document's text, and its versions compared."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.responses import PlainTextResponse

import rules
from api.comparison import compare
from api.dependencies import SENDS_JSON, Ready
from api.errors import NotReady, UnacceptableMediaType
from api.guards import accepts
from api.interfaces import Assistant
from api.models.policies import PolicyComparison, PolicyDetail, PolicyList, PolicySummary
from api.models.values import Day
from api.problems import declared
from assistant.answer_json import citation_to_json
from retriever.corpus import Document
from retriever.errors import UnknownPolicy
from retriever.passages import Role
from retriever.quotes import citation_of
from rules.facts import Fact
from rules.policy import Policy

router = APIRouter(tags=["Policies"])


@router.get(
    "/v1/policies",
    summary="List the policies",
    dependencies=[SENDS_JSON],
    responses=declared(UnacceptableMediaType, NotReady),
)
def list_policies(assistant: Ready) -> PolicyList:
    """List the policies of the corpus with their versions."""
    documents = assistant.library.corpus.documents.values()
    summaries = [PolicySummary.model_validate(_summary(document)) for document in documents]
    return PolicyList(policies=summaries)


@router.get(
    "/v1/policies/{policy_id}",
    summary="Read about a policy",
    dependencies=[SENDS_JSON],
    responses=declared(UnknownPolicy, UnacceptableMediaType, NotReady),
)
def read_policy(policy_id: str, assistant: Ready) -> PolicyDetail:
    """Give a policy's versions, criteria, codes and the facts that its rules ask for."""
    document = assistant.library.corpus[policy_id]
    policy = rules.POLICIES.get(policy_id)
    return PolicyDetail.model_validate(
        {
            **_summary(document),
            "criteria": _criteria(document, assistant),
            "codes": _codes(policy) if policy else [],
            "facts": [_fact(fact) for fact in policy.facts] if policy else [],
        }
    )


@router.get(
    "/v1/policies/{policy_id}/text",
    summary="Read a policy's text",
    response_class=PlainTextResponse,
    dependencies=[Depends(accepts("text/plain"))],
    responses=declared(UnknownPolicy, UnacceptableMediaType, NotReady),
)
def read_text(policy_id: str, assistant: Ready) -> PlainTextResponse:
    """Give the document as received: the text that every citation's offsets count in."""
    document = assistant.library.corpus[policy_id]
    return PlainTextResponse(document.text, headers={"ETag": f'"{document.sha256}"'})


@router.get(
    "/v1/policies/{policy_id}/compare",
    summary="Compare a policy on two dates",
    dependencies=[SENDS_JSON],
    responses=declared(UnknownPolicy, UnacceptableMediaType, NotReady),
)
def compare_versions(
    policy_id: str,
    first: Annotated[Day, Query(alias="from", description="The first date of service.")],
    second: Annotated[Day, Query(alias="to", description="The second date of service.")],
    assistant: Ready,
) -> PolicyComparison:
    """Set the versions in force on two dates side by side, and say where they differ."""
    assistant.library.corpus[policy_id]
    return compare(assistant, policy_id, (first, second))


def _summary(document: Document) -> dict[str, Any]:
    manifest = document.manifest
    return {
        "policy_id": document.id,
        "payer": {"id": document.payer.id, "name": document.payer.name},
        "title": document.title,
        "policy_number": manifest.policy_number or None,
        "document_sha256": document.sha256,
        "versions": [version.model_dump() for version in document.versions],
        "url": f"/library/{document.id}",
    }


def _criteria(document: Document, assistant: Assistant) -> list[dict[str, Any]]:
    passages = assistant.library.passages(document.id)
    return [
        citation_to_json(citation_of(document, passage), assistant.permalink)
        for passage in passages
        if passage.role is Role.CRITERIA
    ]


def _codes(policy: Policy) -> list[dict[str, Any]]:
    limits = dict(policy.code_limits)
    return [{"code": code, "limit": limits.get(code)} for code in policy.codes]


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "name": fact.name,
        "kind": fact.kind.value,
        "question": fact.question,
        "why": fact.why,
        "unit": fact.unit,
        "limits": [float(limit) for limit in fact.limits] if fact.limits else None,
        "choices": [{"value": each.value, "label": each.label} for each in fact.choices],
        "structures": list(fact.structures),
    }
