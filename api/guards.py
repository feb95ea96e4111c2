"""What a request must bring before its body is read: media types it sends and accepts, and size."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import BodyTooLarge, UnacceptableMediaType, UnsupportedMediaType

JSON = "application/json"
EVENTS = "text/event-stream"


class BodyLimit:
    """Refuses a body over the limit, by its declared length or while it streams in."""

    def __init__(self, app: ASGIApp, *, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, counting what it reads."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "0")
        received = 0

        async def counted() -> Message:
            nonlocal received
            if declared.isdecimal() and int(declared) > self._limit:
                raise self._refusal()
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._limit:
                raise self._refusal()
            return message

        await self._app(scope, counted, send)

    def _refusal(self) -> BodyTooLarge:
        return BodyTooLarge(f"The body may hold {self._limit} bytes. Send less in one request.")


def requires_json(request: Request) -> None:
    """Refuse a body that is not declared as JSON."""
    declared = request.headers.get("content-type", "")
    if declared.split(";")[0].strip().lower() != JSON:
        raise UnsupportedMediaType("The body must be JSON: send Content-Type: application/json.")


def accepts(*offered: str) -> Callable[[Request], str]:
    """Make a dependency that chooses among the media types offered; raises if none is accepted."""

    def choose(request: Request) -> str:
        chosen = preferred(request.headers.get("accept", "*/*"), offered)
        if chosen is None:
            raise UnacceptableMediaType(f"This address sends {' or '.join(offered)}: accept that.")
        return chosen

    return choose


def preferred(accept: str, offered: tuple[str, ...]) -> str | None:
    """The media type offered that an Accept header likes best; the first offered among equals.

    >>> preferred("text/event-stream, application/json;q=0.5", (JSON, EVENTS))
    'text/event-stream'
    >>> preferred("*/*", (JSON, EVENTS))
    'application/json'
    >>> preferred("image/png", (JSON, EVENTS)) is None
    True
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    if not ranges:
        return offered[0]
    liking = {media: _quality(media, ranges) for media in offered}
    best = max(offered, key=lambda media: liking[media])
    return best if liking[best] > 0 else None


def _range(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = next((each[2:] for each in parameters if each.startswith("q=")), "1")
    try:
        return media, float(quality)
    except ValueError:
        return media, 0.0


def _quality(media: str, ranges: list[tuple[str, float]]) -> float:
    """The most specific range decides: the very type, then its family, then anything."""
    for wanted in (media, f"{media.partition('/')[0]}/*", "*/*"):
        qualities = [quality for each, quality in ranges if each == wanted]
        if qualities:
            return max(qualities)
    return 0.0
