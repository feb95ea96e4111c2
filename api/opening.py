"""Opens what the settings describe: the index brought up to the corpus, and the assistant on it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from api.permalinks import permalinks
from assistant.storage import Store
from retriever.corpus import Corpus
from rules import POLICIES, evaluate

if TYPE_CHECKING:
    from collections.abc import Callable

    from api.interfaces import Assistant
    from api.settings import Settings
    from assistant.reading.payers import PayerAliases
    from assistant.reading.reading import Reader
    from ingest.indexing import IndexReport, Progress
    from retriever.library import Library


def open_assistant(
    settings: Settings, make_reader: Callable[[PayerAliases], Reader] | None = None
) -> Assistant:
    """Load corpus, index, embedding model and conversations; takes seconds.

    Messages are read by `RuleReader`, or by what `make_reader` makes. Raises the errors of
    `retriever.errors` and `assistant.storage.errors`.
    """
    from assistant.reading.reading import Known  # noqa: PLC0415 - see open_library
    from assistant.reading.rule_reader import RuleReader  # noqa: PLC0415
    from assistant.service import Assistant as Service  # noqa: PLC0415

    library, _ = open_library(settings)
    payers = library.corpus.payers.values()
    reader = (make_reader or RuleReader)({each.id: (each.name, *each.aliases) for each in payers})
    # What comes first builds tables that all later readings, searches and evaluations use.
    reader.read("Prostate cancer, C61", Known({}, None, False, None, today()))
    library.search("77338")
    for policy in POLICIES.values():
        evaluate(policy, {}, today())
    return Service(
        library=library,
        store=Store(settings.conversations_url),
        reader=reader,
        today=today,
        permalink=permalinks(settings.public_url),
    )


def open_library(
    settings: Settings, progress: Progress | None = None
) -> tuple[Library, IndexReport]:
    """Bring the index up to the corpus and open it; says what had to be written."""
    # Imported here: Chroma and the model's libraries take seconds, and some commands need neither.
    from ingest import indexing  # noqa: PLC0415
    from retriever.embedding import load_embeddings  # noqa: PLC0415
    from terminology import icd10cm  # noqa: PLC0415
    from terminology.expansion import expand  # noqa: PLC0415

    icd10cm.load_in_background()
    corpus = Corpus.load(settings.corpus_dir)
    settings.index_dir.mkdir(parents=True, exist_ok=True)
    store = indexing.Store.open(settings.index_dir, load_embeddings(settings.embedding_model))
    report = indexing.index(corpus, store, progress)
    return indexing.library_of(corpus, store, expand), report


def today() -> date:
    """The calendar day where the service stands."""
    return datetime.now(UTC).astimezone().date()
