"""Who may import whom, what rules may touch, what files may be called, what must be documented."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.routing import Route

from api.app import create_app
from api.settings import Settings

ROOT = Path(__file__).parents[1]
ROOMS_BELOW = {
    "rules": {"rules"},
    "retriever": {"retriever"},
    "ingest": {"ingest", "retriever"},
    "terminology": {"terminology", "rules"},
    "assistant": {"assistant", "rules", "retriever", "terminology"},
    "api": {"api", "assistant", "ingest", "retriever", "rules", "terminology"},
    "evals": {"evals", "api", "assistant", "ingest", "retriever", "rules", "terminology"},
}
NOT_FOR_ROOMS = {
    "retriever": {"fastapi", "starlette", "sqlalchemy", "alembic", "typer"},
    "ingest": {"fastapi", "starlette", "sqlalchemy", "alembic", "typer"},
    "terminology": {"fastapi", "starlette", "sqlalchemy", "chromadb", "langchain_core", "typer"},
    "assistant": {"fastapi", "starlette", "uvicorn", "typer", "prometheus_client"},
    "api": {"chromadb", "torch", "sentence_transformers", "sqlalchemy"},
    "evals": set(),
}
BANNED = {"util", "utils", "helper", "helpers", "manager", "processor", "handler", "handlers"}
BANNED |= {"context", "data", "info"}
OUTSIDE_WORLD = {"time", "os", "io", "socket", "subprocess", "random", "secrets", "urllib", "http"}
OUTSIDE_WORLD |= {"pathlib", "sqlite3", "tempfile", "shutil", "logging", "threading", "asyncio"}
CLOCK_AND_FILES = {"today", "now", "utcnow", "open", "getenv", "environ", "read_text", "urlopen"}


def sources(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)} imports by dots: write the full name"
            yield (node.module or "").split(".")[0]


def documented_routes() -> list[str]:
    """Every address a client may use, but the pages' own files."""
    methods = {"GET", "POST", "PUT", "PATCH", "DELETE"}
    app = create_app(Settings())
    found = {
        (method, route.path)
        for route in app.routes
        if isinstance(route, Route) and not route.path.startswith(("/assets", "/problems/"))
        for method in (route.methods or set()) & methods
    }
    return sorted(f"{method} {path}" for method, path in found)


@pytest.mark.parametrize("path", sources(*ROOMS_BELOW), ids=named)
def test_a_room_imports_only_the_rooms_below_it(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]

    assert set(imported(path)) & ROOMS_BELOW.keys() <= ROOMS_BELOW[room]
    assert set(imported(path)) & {"tests", "scripts"} == set()


@pytest.mark.parametrize("path", sources(*NOT_FOR_ROOMS), ids=named)
def test_a_room_leaves_to_others_what_is_theirs(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]

    assert set(imported(path)) & NOT_FOR_ROOMS[room] == set()


@pytest.mark.parametrize("path", sources("rules"), ids=named)
def test_rules_need_the_standard_library_only(path: Path) -> None:
    assert set(imported(path)) - {"rules"} <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("path", sources("rules"), ids=named)
def test_rules_read_no_clock_no_file_and_no_network(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

    assert set(imported(path)) & OUTSIDE_WORLD == set()
    assert names & CLOCK_AND_FILES == set()


@pytest.mark.parametrize("path", sources(*ROOMS_BELOW, "tests", "scripts"), ids=named)
def test_a_file_is_called_after_what_it_is_about(path: Path) -> None:
    words = set(re.split(r"[_\W]+", path.stem.lower()))

    assert words & BANNED == set()


@pytest.mark.parametrize("path", sources(*ROOMS_BELOW), ids=named)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_described_and_documented(name: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert Settings.model_fields[name].description
    assert f"`CITEWELL_{name.upper()}`" in readme


@pytest.mark.parametrize("route", documented_routes())
def test_every_address_is_documented(route: str) -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]

    assert any(f"`{route}`" in page.read_text(encoding="utf-8") for page in pages)


def test_nothing_reads_the_environment_but_the_settings() -> None:
    reads = re.compile(r"os\.environ(\.get|\[)|os\.getenv|BaseSettings")
    readers = [
        named(path)
        for path in sources(*ROOMS_BELOW)
        if reads.search(path.read_text(encoding="utf-8"))
    ]

    assert readers == ["api/settings.py"]
