"""The corpus: policy documents exactly as received, each vouched for by its manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from retriever.errors import CorpusError, DocumentAltered, ManifestInvalid, UnknownPolicy
from retriever.manifest import Manifest, Payer, Version, read_manifest

DEFAULT_CORPUS = Path(__file__).resolve().parents[1] / "corpus"


@dataclass(frozen=True)
class Document:
    """One policy document: its untouched text, and what its manifest says of it."""

    manifest: Manifest
    text: str

    @property
    def id(self) -> str:
        """The policy id."""
        return self.manifest.policy_id

    @property
    def payer(self) -> Payer:
        """The payer the policy belongs to."""
        return self.manifest.payer

    @property
    def title(self) -> str:
        """The policy's title."""
        return self.manifest.title

    @property
    def sha256(self) -> str:
        """The SHA-256 of the document's bytes, in hex."""
        return self.manifest.sha256

    @property
    def versions(self) -> tuple[Version, ...]:
        """The versions the document's log tells of, oldest first."""
        return self.manifest.versions


@dataclass(frozen=True)
class Corpus:
    """The documents of a folder, by policy id."""

    documents: Mapping[str, Document]

    @classmethod
    def load(cls, folder: Path = DEFAULT_CORPUS) -> Corpus:
        """Read every policy folder; raise `CorpusError` for the first that cannot be trusted."""
        if not folder.is_dir():
            raise CorpusError(f"{folder}: no such folder. Point the corpus setting at one.")
        documents: dict[str, Document] = {}
        for place in sorted(each for each in folder.iterdir() if each.is_dir()):
            document = load_document(place)
            if document.id in documents:
                raise ManifestInvalid(f"{place}: policy id {document.id!r} is taken already.")
            documents[document.id] = document
        if not documents:
            raise CorpusError(f"{folder}: holds no policy folder with a manifest.toml.")
        return cls(documents)

    def __getitem__(self, policy_id: str) -> Document:
        """The document of a policy; raise `UnknownPolicy` for one the corpus does not hold."""
        if policy_id not in self.documents:
            held = ", ".join(self.documents)
            raise UnknownPolicy(f"No policy {policy_id!r} in the corpus. It holds: {held}.")
        return self.documents[policy_id]

    @property
    def payers(self) -> dict[str, Payer]:
        """The payers of the corpus, by payer id."""
        return {each.payer.id: each.payer for each in self.documents.values()}

    def of_payer(self, payer_id: str) -> tuple[Document, ...]:
        """The documents of one payer; none for a payer the corpus does not hold."""
        return tuple(each for each in self.documents.values() if each.payer.id == payer_id)


def load_document(place: Path) -> Document:
    """Read one policy folder, refusing a document whose bytes its manifest does not vouch for."""
    manifest = read_manifest(place / "manifest.toml")
    path = place / manifest.file
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path}: the document cannot be read ({error.strerror}).") from error
    found = hashlib.sha256(content).hexdigest()
    if found != manifest.sha256:
        raise DocumentAltered(
            f"{path}: the document was altered. Its SHA-256 is {found}, the manifest vouches for "
            f"{manifest.sha256}. Restore the file, or review it and update the manifest."
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: the document is not UTF-8 ({error.reason}).") from error
    for version in manifest.versions:
        for name, quote in version.quotes.items():
            if quote not in text:
                raise ManifestInvalid(
                    f"{place / 'manifest.toml'}: version {version.label}, {name}: "
                    f"the document does not say {quote!r}."
                )
    return Document(manifest, text)
