"""What an error looks like to a client (RFC 9457, `application/problem+json`)."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class FieldError(BaseModel):
    """One value that does not fit. Says where it stands, never what it was."""

    path: Annotated[
        str, Field(description="The field's path.", examples=["date_of_service", "facts.age"])
    ]
    location: Annotated[str, Field(description="`body`, `query`, `path` or `header`.")]
    code: Annotated[str, Field(description="A stable name for the error.", examples=["missing"])]
    detail: Annotated[str, Field(description="What is wrong, and what would fit.")]


class Problem(BaseModel):
    """Why a request was not answered."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "/problems/invalid-request",
                    "title": "A value does not fit",
                    "status": 422,
                    "detail": "One value of the request does not fit: see errors.",
                    "errors": [
                        {
                            "path": "date_of_service",
                            "location": "body",
                            "code": "date_format",
                            "detail": "A date is written YYYY-MM-DD, such as 2026-01-31.",
                        }
                    ],
                    "request_id": "4rWkBzyYxJ0",
                }
            ]
        }
    )

    type: Annotated[str, Field(description="Names the kind of problem; opens its description.")]
    title: Annotated[str, Field(description="The kind of problem, in a few words.")]
    status: Annotated[int, Field(ge=400, le=599, description="The HTTP status.")]
    detail: Annotated[str, Field(description="What happened, and what to do next.")]
    errors: Annotated[list[FieldError], Field(description="One for each value in error.")] = []
    request_id: Annotated[str, Field(description="Finds the request in the service's log.")]
