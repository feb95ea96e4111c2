"""One turn of a conversation as clients send and see it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from api.models.citations import Citation
from api.models.determinations import CodeFinding, Determination
from api.models.values import Day, Name, has_words
from assistant.answer import Audience
from assistant.draft import AnswerKind
from rules.determination import Outcome

MESSAGE_LIMIT = 8_000

CHAT_EXAMPLE: JsonDict = {
    "message": "BCBSNC, sarcoma of the right thigh: 40% of the femur circumference gets 40 Gy with "
    "3D, 25% with IMRT. Covered?"
}


class ChatRequest(BaseModel):
    """One message, and what the client fixes with it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [CHAT_EXAMPLE]})

    message: Annotated[
        str,
        Field(min_length=1, max_length=MESSAGE_LIMIT, description="The question, in plain words."),
        AfterValidator(has_words),
    ]
    conversation_id: Annotated[
        Name | None, Field(description="The conversation to go on with; left out to begin one.")
    ] = None
    payer: Annotated[
        Name | None,
        Field(
            description="Payer id; holds for the conversation until told otherwise.",
            examples=["bcbsnc", "lhcc"],
        ),
    ] = None
    date_of_service: Annotated[
        Day | None, Field(description="Holds for the conversation; today where never given.")
    ] = None
    audience: Annotated[Audience, Field(description="For whom the answer is worded.")] = (
        Audience.PROVIDER
    )


class FactsRequest(BaseModel):
    """Facts of a conversation as a client's form shows them after the user's hand."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"facts": {"age": 15, "bone_share_imrt": {"femur": 20}, "stage": None}}]
        },
    )

    facts: Annotated[
        dict[Name, Any],
        Field(
            min_length=1,
            max_length=100,
            description="The whole value by fact name, in the form that `POST /v1/determinations` "
            "takes. The value that is already known confirms it, another changes it, null strikes "
            "it. Facts left out stay as they are.",
        ),
    ]
    audience: Annotated[Audience, Field(description="For whom the answer is worded.")] = (
        Audience.PROVIDER
    )


class Choice(BaseModel):
    """One answer that a question offers."""

    value: Annotated[str, Field(description="The value of the fact.")]
    label: Annotated[str, Field(description="The words that offer it.")]


class FollowUp(BaseModel):
    """The one question whose answer helps most."""

    fact: Annotated[str, Field(description="The fact asked for.", examples=["joint_share_3d"])]
    question: Annotated[str, Field(description="The question, in plain words.")]
    choices: Annotated[list[Choice], Field(description="Answers to choose from; empty if open.")]


class Evidence(BaseModel):
    """The user's own words: `message[start:end] == text`, in code points."""

    turn_id: Annotated[str, Field(description="The turn whose message it is.")]
    start: Annotated[int, Field(ge=0, description="Code points before the words.")]
    end: Annotated[int, Field(ge=0, description="Code points up to their end.")]
    text: Annotated[str, Field(description="The words.")]


class EstablishedFact(BaseModel):
    """A fact that the conversation has established."""

    name: Annotated[str, Field(description="The fact's name.", examples=["bone_share_3d"])]
    value: Annotated[
        Any, Field(description="As stated: true or false, a choice, a number, a range")
    ]
    unit: Annotated[str | None, Field(description="`percent`, `percentage points`, `years`")]
    structure: Annotated[str | None, Field(description="The bone or joint, if it is a share.")] = (
        None
    )
    certainty: Annotated[str, Field(description="`sure`, or `doubtful` until confirmed.")] = "sure"
    evidence: Annotated[Evidence, Field(description="The words it was taken from.")]


class ChatResponse(BaseModel):
    """The answer to one message."""

    conversation_id: Annotated[str, Field(description="Send it with the next message.")]
    turn_id: Annotated[str, Field(description="Id of this turn.")]
    kind: Annotated[AnswerKind, Field(description="What sort of question it was taken for.")]
    outcome: Annotated[
        Outcome | None, Field(description="The outcome; null for a look-up or a greeting.")
    ]
    answer: Annotated[
        str, Field(description="Markdown; markers such as `[1]` point to `citations`.")
    ]
    determination: Annotated[
        Determination | None, Field(description="What was computed; null where nothing was.")
    ]
    citations: Annotated[list[Citation], Field(description="In marker order.")]
    follow_up: Annotated[FollowUp | None, Field(description="The next question, if any helps.")]
    facts: Annotated[list[EstablishedFact], Field(description="Established so far.")]
    codes: Annotated[list[CodeFinding], Field(description="One for each billing code spoken of.")]
    notices: Annotated[list[Citation], Field(description="Disclaimers that must be shown.")]


class PastTurn(BaseModel):
    """One turn of a kept conversation."""

    turn_id: Annotated[str, Field(description="Id of the turn.")]
    created_at: Annotated[datetime, Field(description="When it was answered, in UTC.")]
    message: Annotated[
        str, Field(description="What the user wrote; the entries of a form, one a line.")
    ]
    answer: Annotated[ChatResponse, Field(description="What was answered.")]


class PastConversation(BaseModel):
    """A conversation with all of its turns."""

    conversation_id: Annotated[str, Field(description="Id of the conversation.")]
    created_at: Annotated[datetime, Field(description="When it was begun, in UTC.")]
    payer: Annotated[str | None, Field(description="The payer that holds now.")]
    date_of_service: Annotated[Day | None, Field(description="The date of service that holds now.")]
    turns: Annotated[list[PastTurn], Field(description="First to last.")]
