"""The real service in this process; only what is said to it is kept elsewhere, and thrown away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from api.app import create_app
from api.opening import open_assistant
from api.settings import Settings
from assistant.reading.payers import PayerAliases
from assistant.reading.reading import Reader
from evals.service import Service, serving

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "var" / "evals"
READY_WITHIN_SECONDS = 300


MakeReader = Callable[[PayerAliases], Reader]
"""What makes a reader for the payers of the corpus, by id and the names they go by."""


@contextmanager
def open_service(make_reader: MakeReader | None = None) -> Iterator[Service]:
    """Start the service, wait until it takes questions, and stop it at the end.

    `make_reader` makes another reader than the service's own, to be scored beside it.
    """
    with (
        TemporaryDirectory(prefix="citewell-evals-") as folder,
        serving(
            create_app(
                settings_in(Path(folder)),
                lambda settings: open_assistant(settings, make_reader),
            )
        ) as service,
    ):
        service.wait_until_ready(READY_WITHIN_SECONDS)
        yield service


def reader_named(name: str) -> MakeReader:
    """The reader of `package.module:Name`, called with the payers.

    >>> reader_named("assistant.reading.rule_reader:RuleReader").__name__
    'RuleReader'
    """
    module, _, attribute = name.partition(":")
    make: MakeReader = getattr(import_module(module), attribute)
    return make


def settings_in(folder: Path) -> Settings:
    """The service's settings, but what users say is kept in this folder only."""
    return Settings(data_dir=ROOT / "var", database_url=f"sqlite:///{folder / 'evals.db'}")
