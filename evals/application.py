"""The real service in this process; only what is said to it is kept elsewhere, and thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from api.app import create_app
from api.settings import Settings
from evals.service import Service, serving

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "var" / "evals"
READY_WITHIN_SECONDS = 300


@contextmanager
def open_service() -> Iterator[Service]:
    """Start the service, wait until it takes questions, and stop it at the end."""
    with (
        TemporaryDirectory(prefix="citewell-evals-") as folder,
        serving(create_app(settings_in(Path(folder)))) as service,
    ):
        service.wait_until_ready(READY_WITHIN_SECONDS)
        yield service


def settings_in(folder: Path) -> Settings:
    """The service's settings, but what users say is kept in this folder only."""
    return Settings(data_dir=ROOT / "var", database_url=f"sqlite:///{folder / 'evals.db'}")
