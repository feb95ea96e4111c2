"""The pages: start, phone desk, library, documentation. Plain files; the API gives them content."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException

WEB = Path(__file__).resolve().parents[2] / "web"
ASSETS = {
    "site.css": "text/css",
    "library.js": "text/javascript",
    "docs.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}

router = APIRouter(include_in_schema=False)


def _page(name: str) -> FileResponse:
    return FileResponse(WEB / name, media_type="text/html", headers={"Cache-Control": "no-cache"})


@router.get("/")
def start_page() -> FileResponse:
    """Ask a question."""
    return _page("index.html")


@router.get("/desk")
def phone_desk() -> FileResponse:
    """Ask while a caller waits."""
    return _page("desk.html")


@router.get("/library")
@router.get("/library/{policy_id}")
def library(policy_id: str = "") -> FileResponse:
    """Read the policies; a permalink opens one with its quote highlighted."""
    del policy_id  # the page reads it from its own address
    return _page("library.html")


@router.get("/docs")
def documentation() -> FileResponse:
    """Read what /openapi.json says."""
    return _page("docs.html")


@router.get("/widget.js")
def widget() -> FileResponse:
    """The `<citewell-widget>` element."""
    return _asset("widget.js", "text/javascript")


@router.get("/assets/{name}")
def asset(name: str) -> FileResponse:
    """A style sheet, script or picture of the pages."""
    if name not in ASSETS:
        raise HTTPException(404)
    return _asset(name, ASSETS[name])


def _asset(name: str, media_type: str) -> FileResponse:
    return FileResponse(WEB / name, media_type=media_type, headers={"Cache-Control": "no-cache"})
