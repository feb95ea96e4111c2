"""A document's manifest: whose it is, which versions it knows of, and the hash of its bytes."""

from __future__ import annotations

import tomllib
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from retriever.errors import ManifestInvalid
from retriever.passages import Role

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*$", max_length=120)]


class _Entry(BaseModel):
    """A part of a manifest: fixed once read, and nothing unknown in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Held(StrEnum):
    """How much of a version the corpus holds."""

    TEXT = "text"
    LOG = "log"


class Payer(_Entry):
    """The payer a policy belongs to, and the other names people call it by."""

    id: Identifier
    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()


class Version(_Entry):
    """One version of a policy, as the document's own log tells it.

    `revision` is the date as the log writes it. `effective_to` is exclusive. `log_label` names the
    log's passage for this version. `changes` lists the roles whose text this version brought; text
    of other roles speaks from the version before. `quotes` holds the words each date comes from,
    by the date's name, and `reading` what was inferred where the document leaves a date open.
    """

    label: str = Field(min_length=1)
    revision: str
    approved: date | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    held: Held
    log_label: str = ""
    changes: tuple[Role, ...] = (
        Role.CRITERIA,
        Role.GUIDELINE,
        Role.CODING,
        Role.BACKGROUND,
    )
    quotes: dict[str, str] = {}
    reading: str = ""

    def is_in_force(self, day: date) -> bool:
        """Whether this version is known to have applied to a service on that day."""
        if self.effective_from is None or day < self.effective_from:
            return False
        return self.effective_to is None or day < self.effective_to


class Manifest(_Entry):
    """All that is known of a document besides its words."""

    policy_id: Identifier
    payer: Payer
    title: str = Field(min_length=1)
    policy_number: str = ""
    file: str = Field(pattern=r"^[^/\\]+$")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    source: str
    owner: str
    rights: str
    versions: tuple[Version, ...] = ()

    @model_validator(mode="after")
    def _holds_one_text_at_most(self) -> Manifest:
        if sum(version.held is Held.TEXT for version in self.versions) > 1:
            raise ValueError("a document is the text of one version, so only one may be held")
        return self

    @property
    def current(self) -> Version | None:
        """The version whose text the document is."""
        return next((v for v in self.versions if v.held is Held.TEXT), None)

    def version_on(self, day: date) -> Version | None:
        """The version in force on a day, as far as the log tells."""
        return next((v for v in self.versions if v.is_in_force(day)), None)


def read_manifest(path: Path) -> Manifest:
    """Read one `manifest.toml`; raise `ManifestInvalid` with the file and every problem."""
    try:
        return Manifest.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise ManifestInvalid(f"{path}: the manifest cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ManifestInvalid(f"{path}: the manifest is not TOML in UTF-8 ({error}).") from error
    except ValidationError as error:
        problems = "; ".join(
            f"{'.'.join(map(str, each['loc'])) or 'manifest'}: {each['msg']}"
            for each in error.errors()
        )
        raise ManifestInvalid(f"{path}: {problems}. Correct the manifest.") from error
