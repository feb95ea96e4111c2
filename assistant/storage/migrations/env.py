"""How Alembic runs the migrations: on the connection that `schema.py` opened and locked."""

from alembic import context

from assistant.storage.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
