"""Every setting of the service, read from the environment once, in `create_app` or the CLI."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from retriever.corpus import DEFAULT_CORPUS


class Settings(BaseSettings):
    """How one service runs; each field is `CITEWELL_<NAME>` in the environment."""

    model_config = SettingsConfigDict(env_prefix="CITEWELL_", extra="forbid", frozen=True)

    host: Annotated[str, Field(description="Address to listen on.")] = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535, description="Port to listen on.")] = 8000
    public_url: Annotated[
        str,
        Field(
            pattern=r"^(https?://[^\s?#]+[^\s?#/])?$",
            description="What permalinks begin with, such as https://policies.example.org; "
            "empty for links within the service.",
        ),
    ] = ""
    corpus_dir: Annotated[Path, Field(description="Folder of policy documents.")] = DEFAULT_CORPUS
    data_dir: Annotated[
        Path, Field(description="Folder that the service writes: index and conversations.")
    ] = Path("var")
    database_url: Annotated[
        str,
        Field(description="SQLAlchemy URL for conversations; empty for a file in the data folder."),
    ] = ""
    embedding_model: Annotated[
        str,
        Field(
            description="Folder or hub name of a sentence-transformers model; empty for the "
            "installed all-MiniLM-L6-v2, whose hash is checked."
        ),
    ] = ""
    max_body_bytes: Annotated[
        int, Field(ge=1024, description="Largest request body, in bytes; more is refused with 413.")
    ] = 65_536
    shutdown_seconds: Annotated[
        int,
        Field(ge=0, description="How long requests may take to finish at shutdown, in seconds."),
    ] = 10
    log_level: Annotated[
        str,
        Field(
            pattern="^(debug|info|warning|error)$",
            description="Least severe log line written; no level writes what users say.",
        ),
    ] = "info"

    @property
    def conversations_url(self) -> str:
        """The SQLAlchemy URL in use."""
        return self.database_url or f"sqlite:///{self.data_dir.resolve() / 'citewell.db'}"

    @property
    def index_dir(self) -> Path:
        """The folder that holds the index of passages."""
        return self.data_dir / "index"
