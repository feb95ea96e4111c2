"""An application that answers from a script, in the shape of the contract."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import PlainTextResponse

from tests.evals.answers import TEXT, answer


def scripted(answers: dict[str, dict[str, Any]]) -> tuple[FastAPI, list[dict[str, Any]]]:
    """An app that answers each message of the script, and the list of requests it has seen."""
    app = FastAPI()
    seen: list[dict[str, Any]] = []

    @app.post("/v1/chat")
    async def chat(request: Request) -> dict[str, Any]:
        body = await request.json()
        seen.append(body)
        if body["message"] not in answers:
            raise HTTPException(503, "not ready")
        return answer(turn_id=f"t{len(seen)}", facts=[]) | answers[body["message"]]

    @app.get("/v1/policies/{policy_id}/text")
    def text(policy_id: str) -> PlainTextResponse:  # noqa: ARG001 one document for all ids
        return PlainTextResponse(TEXT)

    return app, seen
