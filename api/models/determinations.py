"""Determinations as clients ask for and see them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.models.citations import Citation
from api.models.values import Day, Name
from rules.determination import CodeStatus, Outcome

TruthValue = Literal["true", "false", "unknown"]


class CodeRequest(BaseModel):
    """A billing code, with what is known of its units."""

    model_config = ConfigDict(extra="forbid")

    code: Annotated[Name, Field(description="The code alone, no descriptor.", examples=["77338"])]
    units: Annotated[int | None, Field(ge=0, le=10_000, description="Units billed.")] = None
    plans: Annotated[int | None, Field(ge=0, le=10_000, description="IMRT plans made.")] = None
    days: Annotated[
        int | None,
        Field(ge=1, le=10_000, description="Days from first to last unit, both counted."),
    ] = None


class DeterminationRequest(BaseModel):
    """A case for the rules alone: no words are read, no question is guessed."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "payer": "bcbsnc",
                    "date_of_service": "2026-01-31",
                    "facts": {
                        "tumor_type": "soft_tissue_sarcoma",
                        "tumor_site": "thigh",
                        "bone_share_3d": {"femur": 40},
                        "bone_share_imrt": {"femur": 25},
                    },
                    "codes": ["77301", {"code": "77338", "units": 2, "plans": 2, "days": 30}],
                }
            ]
        },
    )

    policy_id: Annotated[Name | None, Field(description="The policy; this or `payer`.")] = None
    payer: Annotated[
        Name | None, Field(description="The payer, where the corpus holds one policy of it.")
    ] = None
    date_of_service: Annotated[Day | None, Field(description="Today where left out.")] = None
    facts: Annotated[
        dict[Name, Any],
        Field(
            max_length=100,
            description="Value by fact name; `GET /v1/policies/{policy_id}` lists the facts, their "
            "units and choices. Not stated is unknown. A share is `{structure: percent}`.",
        ),
    ] = {}
    codes: Annotated[
        list[Name | CodeRequest], Field(max_length=50, description="Billing codes to look at.")
    ] = []

    @model_validator(mode="after")
    def _names_a_policy(self) -> Self:
        if self.policy_id is None and self.payer is None:
            raise PydanticCustomError("no_policy", "Name the policy_id or the payer.")
        return self


class PolicyVersion(BaseModel):
    """A version of a policy that was in force for a span of dates."""

    label: Annotated[str, Field(description="The version's label.", examples=["5/28/19"])]
    effective_from: Annotated[date | None, Field(description="First day in force.")]
    effective_to: Annotated[date | None, Field(description="First day not in force any more.")]


class Criterion(BaseModel):
    """A node of the criteria tree: a leaf with its citation, or parts joined by an operator."""

    label: Annotated[str, Field(description="As the policy numbers it.", examples=["A", "I.E.8.a"])]
    text: Annotated[str, Field(description="What the criterion asks, in the policy's words.")]
    operator: Annotated[
        str | None, Field(description="`all_of`, `any_of`, `every_reading`; null for a leaf.")
    ]
    value: Annotated[TruthValue, Field(description="Whether it is met.")]
    because: Annotated[str | None, Field(description="The arithmetic or reason.")] = None
    facts: Annotated[list[str], Field(description="Names of the facts used.")]
    citation: Annotated[Citation | None, Field(description="The passage it rests on.")]
    parts: Annotated[list[Criterion], Field(description="What the operator joins.")] = []


class Interpretation(BaseModel):
    """A reading chosen where the policy's text leaves one open."""

    reading: Annotated[str, Field(description="The reading used.")]
    other_reading: Annotated[str, Field(description="What it could also mean.")]
    citation: Annotated[Citation | None, Field(description="The passage that is read.")]
    other_citation: Annotated[Citation | None, Field(description="The passage against it.")] = None


class CodeFinding(BaseModel):
    """What the policy says of one billing code on the date of service."""

    code: Annotated[str, Field(description="The code.", examples=["77338"])]
    status: Annotated[CodeStatus, Field(description="What the policy says of it.")]
    valid_on_date_of_service: Annotated[
        bool, Field(description="By the national code calendar, which is not policy text.")
    ]
    limit: Annotated[str | None, Field(description="The limit on its units, if there is one.")]
    citation: Annotated[Citation | None, Field(description="The passage that says so.")]
    note: Annotated[str | None, Field(description="What must be said with it.")]


class Determination(BaseModel):
    """What the rules computed; equal inputs give equal results."""

    id: Annotated[str, Field(description="`GET /v1/determinations/{id}` computes it again.")]
    policy_id: Annotated[str, Field(description="The policy that was applied.")]
    policy_version: Annotated[
        PolicyVersion | None, Field(description="The version in force; null where there is none.")
    ]
    date_of_service: Annotated[date, Field(description="The day that the version was chosen for.")]
    outcome: Annotated[Outcome, Field(description="What follows.")]
    criteria: Annotated[Criterion | None, Field(description="The criteria tree, if one applied.")]
    missing_facts: Annotated[
        list[str],
        Field(description="Facts that could still change the outcome, the most helpful first."),
    ]
    interpretations: Annotated[list[Interpretation], Field(description="Readings chosen.")]
    remarks: Annotated[list[str], Field(description="Plain sentences that go with it.")] = []


class DeterminationResponse(Determination):
    """A determination with what accompanies it."""

    codes: Annotated[list[CodeFinding], Field(description="One for each code asked about.")] = []
    notices: Annotated[list[Citation], Field(description="Disclaimers that must be shown.")] = []


class ReplayedDetermination(DeterminationResponse):
    """A determination computed again from its facts."""

    unchanged: Annotated[
        bool, Field(description="Whether today's rules and documents give the same result.")
    ]
