"""`citewell`: serve, ingest, ask, cite and policies from a terminal."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import Progress, TaskID
from rich.table import Column, Table

from api.interfaces import Assistant
from api.settings import Settings
from api.terminal import quotes, render
from assistant.answer import Audience, TurnRequest
from assistant.storage import StorageError
from retriever.corpus import Corpus
from retriever.errors import LibraryError

app = typer.Typer(
    help="Are a payer's medical policy criteria met? Rules compute, verbatim quotes prove.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
)
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)
LOG_LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"


@app.command()
def serve() -> None:
    """Serve on http://localhost:8000 (CITEWELL_HOST, CITEWELL_PORT and more; see the README)."""
    import uvicorn  # noqa: PLC0415 - the other commands need no server

    from api.app import create_app  # noqa: PLC0415

    with _plain_failures():
        settings = Settings()
        logging.basicConfig(
            level=settings.log_level.upper(),
            format="%(asctime)s %(levelname)s %(name)s %(message)s",
        )
        Corpus.load(settings.corpus_dir)
        err.print(f"Citewell on http://{settings.host}:{settings.port}, loading the policies ...")
        uvicorn.run(
            create_app(settings),
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,  # its lines repeat addresses, and so questions
            server_header=False,
            timeout_graceful_shutdown=settings.shutdown_seconds,
        )


@app.command()
def ingest() -> None:
    """Bring the index up to the corpus; unchanged documents write nothing."""
    from api.opening import open_library  # noqa: PLC0415 - imports the embedding model

    with _plain_failures(), Progress(console=err) as bars:
        bar_of: dict[str, TaskID] = {}

        def show(policy_id: str, done: int, total: int) -> None:
            if policy_id not in bar_of:
                bar_of[policy_id] = bars.add_task(policy_id, total=total)
            bars.update(bar_of[policy_id], completed=done)

        _, report = open_library(Settings(), show)
    changes = (("Indexed", report.written), ("Removed", report.removed))
    for what, policy_ids in (*changes, ("Unchanged", report.unchanged)):
        for policy_id in policy_ids:
            out.print(f"{what} {policy_id}")
    out.print(f"{report.passages} passages, {report.embedded} texts embedded")


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="Left out: a conversation, line by line.")] = "",
    payer: Annotated[str | None, typer.Option(help="Payer id, such as bcbsnc.")] = None,
    day: Annotated[str | None, typer.Option("--date", help="Date of service, YYYY-MM-DD.")] = None,
    audience: Annotated[Audience, typer.Option(help="Who reads the answer.")] = Audience.PROVIDER,
) -> None:
    """Ask about a case, or hold a conversation about it."""
    with _plain_failures():
        date_of_service = _day(day)
        assistant = _opened()
        _check_payer(assistant, payer)
        conversation_id: str | None = None
        for message in [question] if question else _typed():
            request = TurnRequest(message, conversation_id, payer, date_of_service, audience)
            answer = assistant.take_turn(request)
            conversation_id, payer, date_of_service = answer.conversation_id, None, None
            out.print(render(answer))
        assistant.store.close()


@app.command()
def cite(
    query: Annotated[str, typer.Argument(help="A question, a code or a criterion's number.")],
    payer: Annotated[str | None, typer.Option(help="Only this payer's policies.")] = None,
    k: Annotated[int, typer.Option(min=1, max=50, help="At most so many passages.")] = 5,
) -> None:
    """Find the passages that answer a question."""
    with _plain_failures():
        assistant = _opened()
        _check_payer(assistant, payer)
        found = assistant.library.search(query, payer=payer, k=k)
        assistant.store.close()
        if not found:
            out.print("No passage fits.")
            raise typer.Exit(1)
        out.print(quotes(tuple(hit.citation for hit in found)))


@app.command()
def policies() -> None:
    """List the policies of the corpus."""
    with _plain_failures():
        corpus = Corpus.load(Settings().corpus_dir)
    table = Table(
        "Payer",
        Column("Policy", no_wrap=True, overflow="ignore"),
        "Title",
        "Version held",
        box=None,
    )
    for document in corpus.documents.values():
        held = document.manifest.current
        since = f"{held.label}, from {held.effective_from}" if held else "none"
        table.add_row(document.payer.id, document.id, document.title, since)
    out.print(table)


@contextmanager
def _plain_failures() -> Iterator[None]:
    """Tell a person what is wrong in a line, without a stack trace."""
    try:
        yield
    except ValidationError as error:
        for each in error.errors():
            err.print(f"CITEWELL_{str(each['loc'][0]).upper()}: {each['msg']}")
        raise typer.Exit(2) from None
    except (LibraryError, StorageError) as error:
        err.print(str(error), markup=False, soft_wrap=True)
        raise typer.Exit(1) from None


def _opened() -> Assistant:
    from api.opening import open_assistant  # noqa: PLC0415 - imports the embedding model

    with err.status("Loading the policies ..."):
        return open_assistant(Settings())


def _typed() -> Iterator[str]:
    """The lines that a person types, until an empty one or the end of input."""
    while True:
        if sys.stdin.isatty():
            err.print("[bold]>[/bold] ", end="")
        line = sys.stdin.readline().strip()
        if not line:
            return
        yield line


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter("A date is written YYYY-MM-DD, such as 2026-01-31.") from None


def _check_payer(assistant: Assistant, payer: str | None) -> None:
    known = assistant.library.corpus.payers
    if payer is not None and payer not in known:
        raise typer.BadParameter(
            f"The corpus holds no policy of this payer, only: {', '.join(known)}."
        )
