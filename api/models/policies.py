"""Policies as clients see them: the list, one of them, two versions side by side."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from api.models.citations import Citation
from rules.determination import Outcome


class Payer(BaseModel):
    """Who pays, by the policies of its own."""

    id: Annotated[str, Field(description="Id to send as `payer`.", examples=["bcbsnc"])]
    name: Annotated[str, Field(description="The payer's name.")]


class HeldVersion(BaseModel):
    """A version that the document tells of, and how much of it is held."""

    label: Annotated[str, Field(description="The version's label.", examples=["5/28/19"])]
    revision: Annotated[str, Field(description="The revision's date as the log writes it.")]
    approved: Annotated[date | None, Field(description="Day of approval, where stated.")]
    effective_from: Annotated[date | None, Field(description="First day in force, where known.")]
    effective_to: Annotated[date | None, Field(description="First day not in force any more.")]
    held: Annotated[str, Field(description="`text`: the document is its text; `log`: log only.")]


class PolicySummary(BaseModel):
    """One policy of the corpus."""

    policy_id: Annotated[
        str, Field(description="The policy's id.", examples=["bcbsnc-imrt-sarcoma-extremities"])
    ]
    payer: Annotated[Payer, Field(description="Whose policy it is.")]
    title: Annotated[str, Field(description="The policy's title.")]
    policy_number: Annotated[str | None, Field(description="The payer's number, if it has one.")]
    document_sha256: Annotated[str, Field(description="SHA-256 of the document's bytes, in hex.")]
    versions: Annotated[list[HeldVersion], Field(description="Oldest first.")]
    url: Annotated[str, Field(description="Opens the document.")]


class PolicyList(BaseModel):
    """The policies of the corpus."""

    policies: Annotated[list[PolicySummary], Field(description="By policy id.")]


class AskedFact(BaseModel):
    """A fact that the policy's rules may ask for."""

    name: Annotated[str, Field(description="Name in a determination's `facts`.")]
    kind: Annotated[str, Field(description="`yes_no`, `choice`, `years`, `share` or `points`.")]
    question: Annotated[str, Field(description="How it is asked for.")]
    why: Annotated[str, Field(description="Why it is asked for.")]
    unit: Annotated[str | None, Field(description="The unit of a number.")]
    limits: Annotated[list[float] | None, Field(description="Lowest and highest value, inclusive.")]
    choices: Annotated[list[dict[str, str]], Field(description="`{value, label}` of each choice.")]
    structures: Annotated[list[str], Field(description="What a share can be of.")]


class PolicyDetail(PolicySummary):
    """One policy with its criteria, codes and the facts that it asks for."""

    criteria: Annotated[list[Citation], Field(description="Criteria, in the document's order.")]
    codes: Annotated[
        list[dict[str, Any]], Field(description="`{code, limit}` of each code listed.")
    ]
    facts: Annotated[list[AskedFact], Field(description="Facts that its rules may ask for.")]


class ComparedCriterion(BaseModel):
    """A criterion of one version."""

    label: Annotated[str, Field(description="As the policy numbers it.", examples=["A"])]
    threshold: Annotated[int | None, Field(description="The criterion's number, if it has one.")]
    facts: Annotated[list[str], Field(description="Names of the facts it rests on.")]
    citation: Annotated[Citation, Field(description="The passage that says so.")]


class ComparedVersion(BaseModel):
    """What was in force on one of the two dates."""

    date_of_service: Annotated[date, Field(description="The date asked about.")]
    version: Annotated[
        str | None, Field(description="The version's label; null where its text is not held.")
    ]
    outcome: Annotated[
        Outcome | None,
        Field(description="`version_unavailable` or `not_in_force` where no text is held."),
    ]
    criteria: Annotated[list[ComparedCriterion], Field(description="In the policy's order.")]
    citations: Annotated[list[Citation], Field(description="Log entries in place of the text.")]
    remarks: Annotated[list[str], Field(description="Plain sentences that go with it.")]


class Difference(BaseModel):
    """A criterion that the two versions word or number differently."""

    label: Annotated[str, Field(description="The criterion.")]
    before: Annotated[ComparedCriterion | None, Field(description="On `from`; null where none.")]
    after: Annotated[ComparedCriterion | None, Field(description="On `to`; null where none.")]


class PolicyComparison(BaseModel):
    """The versions in force on two dates, side by side."""

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    policy_id: Annotated[str, Field(description="The policy.")]
    before: Annotated[ComparedVersion, Field(alias="from", description="On the first date.")]
    after: Annotated[ComparedVersion, Field(alias="to", description="On the second date.")]
    is_comparable: Annotated[
        bool, Field(description="Whether the criteria of both dates are held.")
    ]
    differences: Annotated[list[Difference], Field(description="Empty where nothing differs.")]
