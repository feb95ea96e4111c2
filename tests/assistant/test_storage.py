"""What the store keeps, what it refuses and what it forgets."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date
from pathlib import Path

import pytest

from assistant.storage import (
    Conversation,
    ConversationConflict,
    ConversationNotFound,
    DeterminationNotFound,
    SavedDetermination,
    StorageError,
    StorageUnavailable,
    Store,
    new_id,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path}/deep/citewell.db")
    yield opened
    opened.close()


def answered(store: Store, seen: Conversation, message: str = "Is it met?") -> Conversation:
    return store.append_turn(
        seen,
        turn_id=new_id(),
        message=message,
        answer={"outcome": "criteria_met"},
        ledger={"facts": [{"name": "age", "value": 12}]},
        payer_id="lhcc",
        date_of_service=date(2026, 1, 2),
        pending="age",
        determination=SavedDetermination(
            id=f"d-{seen.version}-{seen.id}",
            policy_id="lhcc-la-cp-mp-69-imrt",
            date_of_service=date(2026, 1, 2),
            facts={"age": 12},
            codes=[{"code": "77301"}],
            rules_digest="abc",
            result={"outcome": "criteria_met"},
            conversation_id=seen.id,
        ),
    )


def test_a_new_conversation_is_empty_and_its_id_cannot_be_guessed(store: Store) -> None:
    first, second = store.create_conversation(), store.create_conversation()

    assert first.id != second.id
    assert len(first.id) == 22
    assert store.load(first.id) == first
    assert (first.version, first.payer_id, first.ledger) == (0, None, None)
    assert store.turns(first.id) == ()


def test_a_turn_changes_what_holds_for_the_conversation(store: Store) -> None:
    begun = store.create_conversation()

    answered(store, begun)

    now = store.load(begun.id)
    assert (now.version, now.payer_id, now.date_of_service, now.pending) == (
        1,
        "lhcc",
        date(2026, 1, 2),
        "age",
    )
    assert now.ledger == {"facts": [{"name": "age", "value": 12}]}


def test_turns_are_read_in_the_order_in_which_they_were_answered(store: Store) -> None:
    begun = store.create_conversation()
    answered(store, answered(store, begun, "first"), "second")

    assert [(turn.seq, turn.message) for turn in store.turns(begun.id)] == [
        (1, "first"),
        (2, "second"),
    ]


def test_two_turns_begun_at_the_same_time_are_not_both_written(store: Store) -> None:
    begun = store.create_conversation()
    answered(store, begun, "from one tab")

    with pytest.raises(ConversationConflict):
        answered(store, begun, "from the other tab")
    assert [turn.message for turn in store.turns(begun.id)] == ["from one tab"]


def test_a_turn_in_a_deleted_conversation_is_refused(store: Store) -> None:
    begun = store.create_conversation()
    store.delete(begun.id)

    with pytest.raises(ConversationNotFound):
        answered(store, begun)


def test_deleting_a_conversation_deletes_its_turns_and_determinations(
    store: Store, tmp_path: Path
) -> None:
    begun = store.create_conversation()
    answered(store, begun, "a very private sentence")

    store.delete(begun.id)
    store.close()

    with pytest.raises(ConversationNotFound):
        store.load(begun.id)
    assert store.turns(begun.id) == ()
    with pytest.raises(DeterminationNotFound):
        store.load_determination(f"d-0-{begun.id}")
    store.close()
    assert b"very private" not in (tmp_path / "deep/citewell.db").read_bytes()


def test_an_unknown_conversation_can_be_neither_read_nor_deleted(store: Store) -> None:
    with pytest.raises(ConversationNotFound):
        store.load("nobody")
    with pytest.raises(ConversationNotFound):
        store.delete("nobody")


def test_a_determination_is_read_as_it_was_saved(store: Store) -> None:
    saved = SavedDetermination(
        id=new_id(),
        policy_id="bcbsnc-imrt-sarcoma-extremities",
        date_of_service=date(2018, 3, 1),
        facts={"bone_share_3d": {"femur": {"low": "40", "high": "40"}}},
        codes=[],
        rules_digest="abc",
        result={"outcome": "criteria_not_met"},
    )

    store.save_determination(saved)

    assert store.load_determination(saved.id) == saved


def test_what_was_written_is_there_when_the_store_is_opened_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/citewell.db"
    first = Store(url)
    begun = answered(first, first.create_conversation())
    first.close()

    second = Store(url)

    assert second.load(begun.id).version == 1
    second.close()


def test_a_moment_keeps_its_time_zone(store: Store) -> None:
    begun = store.create_conversation()

    assert store.load(begun.id).created_at.tzinfo is UTC


def test_a_message_keeps_every_character(store: Store) -> None:
    message = "≥40 Gy 🦴 \x00 \u202e and 中文"
    begun = store.create_conversation()
    answered(store, begun, message)

    assert store.turns(begun.id)[0].message == message


def test_a_full_disk_is_told_as_unavailable_and_nothing_is_half_written(store: Store) -> None:
    begun = store.create_conversation()
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    with pytest.raises(StorageUnavailable, match="full"):
        answered(store, begun, "long " * 100_000)
    assert store.load(begun.id).version == 0
    assert store.turns(begun.id) == ()


def test_an_error_does_not_repeat_what_the_user_wrote(store: Store) -> None:
    begun = store.create_conversation()
    store._engine.dispose()
    with store._engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE turns")

    with pytest.raises(StorageUnavailable) as refused:
        answered(store, begun, "a very private sentence")

    assert "private" not in f"{refused.value} {refused.value.__cause__}"


def test_a_file_that_is_no_database_is_told_as_unavailable(tmp_path: Path) -> None:
    (tmp_path / "citewell.db").write_text("these are no pages of a database" * 100)

    with pytest.raises(StorageUnavailable, match="not a database"):
        Store(f"sqlite:///{tmp_path}/citewell.db")


def test_a_folder_that_cannot_be_made_is_told_as_unavailable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StorageUnavailable, match="folder"):
        Store(f"sqlite:///{tmp_path}/file/citewell.db")


def test_readers_do_not_wait_for_the_writer(store: Store, tmp_path: Path) -> None:
    begun = store.create_conversation()
    writer = sqlite3.connect(tmp_path / "deep/citewell.db")
    writer.execute("BEGIN IMMEDIATE")

    assert store.load(begun.id) == begun

    writer.rollback()
    writer.close()


def test_every_error_of_the_store_is_one_storage_error() -> None:
    errors = (
        ConversationNotFound,
        ConversationConflict,
        DeterminationNotFound,
        StorageUnavailable,
    )

    assert all(issubclass(error, StorageError) for error in errors)
