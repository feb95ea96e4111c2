"""Around every request: an id, a duration, security headers, a log line without a word of it."""

from __future__ import annotations

import logging
import secrets
import time
import traceback

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import UNEXPECTED
from api.metrics import Metrics
from api.problems import respond

log = logging.getLogger("citewell.requests")

CONTENT_SECURITY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
FRAMES = 8
PROBED = {"/healthz", "/readyz", "/metrics"}  # asked every few seconds by machines
METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Requests:
    """The outermost layer; answers what nothing inside answered."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and note how it ended."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = secrets.token_urlsafe(8)
        scope.setdefault("state", {})["request_id"] = request_id
        began = time.perf_counter()
        status = 0

        async def marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = request_id
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, marked)
        except Exception as error:  # noqa: BLE001 - the last place that can answer
            log.error("%s %s", request_id, where(error))  # noqa: TRY400 - its text may quote a user
            if status == 0:
                await respond(UNEXPECTED, "", request_id)(scope, receive, marked)
        finally:
            self._note(scope, status, time.perf_counter() - began, request_id)

    def _note(self, scope: Scope, status: int, seconds: float, request_id: str) -> None:
        # The route's pattern stands for the address, which may hold an id or a question.
        route = getattr(scope.get("route"), "path", "none")
        method = scope["method"] if scope["method"] in METHODS else "other"
        self._metrics.requests.labels(route, method, status).observe(seconds)
        milliseconds = round(seconds * 1000, 1)
        level = logging.DEBUG if route in PROBED and status == 200 else logging.INFO
        log.log(level, "%s %s %s %s %s ms", request_id, method, route, status, milliseconds)


def where(error: BaseException) -> str:
    """An error's class and the innermost lines it came through, without its message."""
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    lines = " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__qualname__} at {lines}"
