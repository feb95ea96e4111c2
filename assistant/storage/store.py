"""The store: every read and write of conversations and determinations, each one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import create_engine, delete, event, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from assistant.storage import schema
from assistant.storage.errors import (
    ConversationConflict,
    ConversationNotFound,
    DeterminationNotFound,
    StorageUnavailable,
)
from assistant.storage.records import Conversation, JsonObject, SavedDetermination, Turn, new_id
from assistant.storage.tables import ConversationRow, DeterminationRow, TurnRow

BUSY_SECONDS = 5
PRAGMAS = (
    "journal_mode=WAL",  # readers do not wait for the writer
    "synchronous=NORMAL",  # a power cut may take the last turns, never the database
    "foreign_keys=ON",
    "secure_delete=ON",  # what a user deletes is overwritten, not only unlinked
)


class Store:
    """Conversations in the database at a SQLAlchemy URL such as `sqlite:///var/citewell.db`.

    Opening it creates the file's folder and runs the migrations. Calls block; threads may share
    one store. Raises the errors of `assistant.storage.errors` and no others.
    """

    def __init__(self, url: str) -> None:
        location = make_url(url)
        is_sqlite = location.get_backend_name() == "sqlite"
        self._engine = create_engine(
            location,
            connect_args={"timeout": BUSY_SECONDS} if is_sqlite else {},
            hide_parameters=True,  # an error's text reaches the log, a user's words must not
        )
        if is_sqlite:
            event.listen(self._engine, "connect", _set_pragmas)
        with _told_as_storage_errors():
            if is_sqlite and location.database:
                Path(location.database).parent.mkdir(parents=True, exist_ok=True)
            schema.upgrade(self._engine)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def create_conversation(self, *, owner: str | None = None) -> Conversation:
        """Begin an empty conversation under a new id."""
        made = Conversation(id=new_id(), created_at=datetime.now(UTC), owner=owner)
        with self._session() as session:
            session.add(ConversationRow(**vars(made)))
        return made

    def load(self, conversation_id: str) -> Conversation:
        """Read a conversation as it stands; raises ConversationNotFound."""
        with self._session() as session:
            row = session.get(ConversationRow, conversation_id)
            if row is None:
                raise ConversationNotFound
            return Conversation(**_columns(row))

    def turns(self, conversation_id: str) -> tuple[Turn, ...]:
        """Read a conversation's turns, first to last; none where there is no such conversation."""
        with self._session() as session:
            rows = session.scalars(
                select(TurnRow)
                .where(TurnRow.conversation_id == conversation_id)
                .order_by(TurnRow.seq)
            )
            return tuple(Turn(**_columns(row)) for row in rows)

    def append_turn(  # noqa: PLR0913 - a turn is written whole
        self,
        seen: Conversation,
        *,
        turn_id: str,
        message: str,
        answer: JsonObject,
        ledger: JsonObject,
        payer_id: str | None,
        date_of_service: date | None,
        pending: str | None = None,
        determination: SavedDetermination | None = None,
    ) -> Conversation:
        """Write a turn, what it changed and its determination together, or nothing.

        `seen` is the conversation as it was read when the turn began. Raises ConversationConflict
        where another turn was written since, ConversationNotFound where it was deleted.
        """
        changed = Conversation(
            id=seen.id,
            created_at=seen.created_at,
            version=seen.version + 1,
            payer_id=payer_id,
            date_of_service=date_of_service,
            ledger=ledger,
            pending=pending,
            owner=seen.owner,
        )
        turn = Turn(turn_id, seen.id, changed.version, message, answer, datetime.now(UTC))
        with self._session() as session:
            written = session.execute(
                update(ConversationRow)
                .where(ConversationRow.id == seen.id, ConversationRow.version == seen.version)
                .values(**vars(changed))
                .returning(ConversationRow.id)
            ).first()
            if written is None:
                is_there = session.get(ConversationRow, seen.id) is not None
                raise ConversationConflict if is_there else ConversationNotFound
            session.add(TurnRow(**vars(turn)))
            if determination is not None:
                session.add(DeterminationRow(**vars(determination)))
        return changed

    def delete(self, conversation_id: str) -> None:
        """Delete a conversation with its turns and determinations; raises ConversationNotFound."""
        with self._session() as session:
            gone = session.execute(
                delete(ConversationRow)
                .where(ConversationRow.id == conversation_id)
                .returning(ConversationRow.id)
            ).first()
            if gone is None:
                raise ConversationNotFound

    def save_determination(self, determination: SavedDetermination) -> None:
        """Keep a determination so that it can be computed again."""
        with self._session() as session:
            session.add(DeterminationRow(**vars(determination)))

    def load_determination(self, determination_id: str) -> SavedDetermination:
        """Read a determination; raises DeterminationNotFound."""
        with self._session() as session:
            row = session.get(DeterminationRow, determination_id)
            if row is None:
                raise DeterminationNotFound
            return SavedDetermination(**_columns(row))

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with _told_as_storage_errors(), Session(self._engine) as session, session.begin():
            yield session


@contextmanager
def _told_as_storage_errors() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise StorageUnavailable(f"The database does not answer: {error.orig}") from error
    except OSError as error:
        raise StorageUnavailable(f"The database's folder cannot be made: {error}") from error


def _columns(row: ConversationRow | TurnRow | DeterminationRow) -> JsonObject:
    return {column.key: getattr(row, column.key) for column in row.__table__.columns}


def _set_pragmas(connection: SqliteConnection, _record: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()
