"""The tables, as SQLAlchemy maps them; `migrations/` creates and changes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from assistant.storage.records import JsonObject


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC because SQLite keeps no time zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into UTC without a zone."""
        del dialect
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment its zone back."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)


class Table(DeclarativeBase):
    """The root of the mapped tables."""

    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it once, at class creation
        JsonObject: JSON(none_as_null=True),
        list[JsonObject]: JSON,
        datetime: UtcDateTime,
    }


class ConversationRow(Table):
    """One conversation: what holds for all of its turns."""

    __tablename__ = "conversations"

    id: Mapped[str] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    version: Mapped[int]
    payer_id: Mapped[str | None]
    date_of_service: Mapped[date | None]
    ledger: Mapped[JsonObject | None]
    pending: Mapped[str | None]
    owner: Mapped[str | None]


class TurnRow(Table):
    """One message and its answer."""

    __tablename__ = "turns"
    __table_args__ = (UniqueConstraint("conversation_id", "seq"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    seq: Mapped[int]
    message: Mapped[str]
    answer: Mapped[JsonObject]
    created_at: Mapped[datetime]


class DeterminationRow(Table):
    """One determination and what it was computed from."""

    __tablename__ = "determinations"

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    policy_id: Mapped[str]
    date_of_service: Mapped[date]
    facts: Mapped[JsonObject]
    codes: Mapped[list[JsonObject]]
    rules_digest: Mapped[str]
    result: Mapped[JsonObject]
