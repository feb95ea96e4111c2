"""The migrations lead up and down, and give what the program maps."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, inspect
from sqlalchemy.exc import OperationalError

from assistant.storage import Store, schema
from assistant.storage.tables import Table


def fresh(tmp_path: Path) -> Engine:
    return create_engine(f"sqlite:///{tmp_path}/citewell.db")


def table_names(engine: Engine) -> list[str]:
    return sorted(inspect(engine).get_table_names())


def test_the_migrations_give_exactly_the_tables_that_are_mapped(tmp_path: Path) -> None:
    engine = fresh(tmp_path)
    schema.upgrade(engine)

    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Table.metadata) == []
    engine.dispose()


def test_the_way_down_leaves_nothing_and_the_way_up_works_again(tmp_path: Path) -> None:
    engine = fresh(tmp_path)
    schema.upgrade(engine)
    schema.downgrade(engine, "base")
    assert table_names(engine) == ["alembic_version"]

    schema.upgrade(engine)

    assert table_names(engine) == ["alembic_version", "conversations", "determinations", "turns"]
    engine.dispose()


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    engine = fresh(tmp_path)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE determinations (id TEXT)")

    with pytest.raises(OperationalError, match="already exists"):
        schema.upgrade(engine)

    assert table_names(engine) == ["determinations"]
    engine.dispose()


def test_several_that_start_together_migrate_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/citewell.db"

    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: Store(url), range(4)))

    begun = stores[0].create_conversation()
    assert stores[3].load(begun.id) == begun
    for store in stores:
        store.close()
