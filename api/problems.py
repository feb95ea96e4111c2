"""Errors become `application/problem+json`: what happened and what to do, never what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.errors import BY_STATUS, INVALID, PROBLEMS, BodyTooLarge, ProblemKind, UnfitValue
from api.models.problems import FieldError, Problem

MEDIA_TYPE = "application/problem+json"
LONGEST_PATH = 120
NOT_FOUND = "No page or endpoint has this address. GET /openapi.json lists them."
NOT_ALLOWED = "This address does not take this method; the Allow header names those it takes."
UNREADABLE = "The request could not be read. Send UTF-8 JSON as /openapi.json describes it."


class ProblemResponse(JSONResponse):
    """A problem, with the header that says when to try again."""

    media_type = MEDIA_TYPE


def respond(
    kind: ProblemKind, detail: str, request_id: str, errors: Sequence[FieldError] = ()
) -> ProblemResponse:
    """Put a problem on the wire."""
    problem = Problem(
        type=f"/problems/{kind.name}",
        title=kind.title,
        status=kind.status,
        detail=kind.detail or detail,
        errors=list(errors),
        request_id=request_id,
    )
    headers = {} if kind.retry_after is None else {"Retry-After": str(kind.retry_after)}
    return ProblemResponse(problem.model_dump(mode="json"), kind.status, headers=headers)


def declared(*errors: type[Exception]) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI `responses` of an endpoint that may end in these errors, or in a refusal."""
    found: dict[int, list[str]] = {}
    for kind in dict.fromkeys([INVALID, *(PROBLEMS[error] for error in errors)]):
        found.setdefault(kind.status, []).append(f"{kind.title} (`/problems/{kind.name}`)")
    return {
        status: {
            "description": "; ".join(titles),
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status, titles in sorted(found.items())
    }


def install(app: FastAPI) -> None:
    """Answer every error of the table, of the framework and of validation with its problem."""
    for error, kind in PROBLEMS.items():
        app.add_exception_handler(error, _handler(kind))
    app.add_exception_handler(RequestValidationError, _answer_invalid)
    app.add_exception_handler(HTTPException, _answer_framework)


def _handler(kind: ProblemKind) -> Any:
    async def answer(request: Request, error: Exception) -> ProblemResponse:
        errors = error.errors if isinstance(error, UnfitValue) else ()
        return respond(kind, str(error), request.state.request_id, errors)

    return answer


async def _answer_invalid(request: Request, error: Exception) -> ProblemResponse:
    found = error.errors() if isinstance(error, RequestValidationError) else ()
    errors = [_field_error(each) for each in found]
    values = "One value" if len(errors) == 1 else f"{len(errors)} values"
    verb = "does" if len(errors) == 1 else "do"
    detail = f"{values} of the request {verb} not fit: see errors."
    return respond(INVALID, detail, request.state.request_id, errors)


async def _answer_framework(request: Request, error: Exception) -> ProblemResponse:
    cause = error.__cause__
    if isinstance(cause, BodyTooLarge):  # FastAPI wraps what reading the body raises
        return respond(PROBLEMS[BodyTooLarge], str(cause), request.state.request_id)
    status = error.status_code if isinstance(error, HTTPException) else 400
    kind = BY_STATUS.get(status, BY_STATUS[400])
    detail = {404: NOT_FOUND, 405: NOT_ALLOWED}.get(status, UNREADABLE)
    response = respond(kind, detail, request.state.request_id)
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    return response


def _field_error(found: dict[str, Any]) -> FieldError:
    """Leave out pydantic's `input` and `ctx`, which repeat what the user sent."""
    location, *path = (str(part) for part in found["loc"])
    if found["type"] == "json_invalid":
        return FieldError(
            path="", location="body", code="json_invalid", detail="The body is not valid JSON."
        )
    return FieldError(
        path=".".join(path)[:LONGEST_PATH].encode(errors="replace").decode(),
        location=location,
        code=found["type"],
        detail=found["msg"],
    )
