"""Loading in the background: the service answers at once and says when it takes questions."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from fastapi import Request

from api.errors import NotReady
from api.interfaces import Assistant
from api.metrics import Metrics

log = logging.getLogger("citewell.readiness")


class Readiness:
    """Opens the assistant in a thread of its own and hands it out once it is there."""

    def __init__(self, open_assistant: Callable[[], Assistant], metrics: Metrics) -> None:
        self._open = open_assistant
        self._metrics = metrics
        self._thread = threading.Thread(target=self._load, name="citewell-loading", daemon=True)
        self._assistant: Assistant | None = None
        self._failure: Exception | None = None

    def start(self) -> None:
        """Begin to load."""
        self._thread.start()

    def stop(self) -> None:
        """Wait for loading to end, then close what was opened."""
        self._metrics.ready.set(0)
        self._thread.join()
        if self._assistant is not None:
            self._assistant.store.close()

    def assistant(self) -> Assistant:
        """The assistant; raises NotReady while there is none."""
        if self._failure is not None:
            raise NotReady(
                f"Loading failed ({type(self._failure).__name__}): the service's log says why."
            )
        if self._assistant is None:
            raise NotReady("Corpus, index and embedding model are still loading. Try again soon.")
        return self._assistant

    def _load(self) -> None:
        try:
            self._assistant = self._open()
        except Exception as error:
            self._failure = error
            log.exception("The assistant could not be opened")
        else:
            self._metrics.ready.set(1)
            log.info("Ready")


def ready_assistant(request: Request) -> Assistant:
    """The assistant of the running service, as a dependency of endpoints."""
    readiness: Readiness = request.app.state.readiness
    return readiness.assistant()
