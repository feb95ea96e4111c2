"""An embedder without a model: equal words make like vectors, and nothing else does."""

from __future__ import annotations

import hashlib
import math
import re

from langchain_core.embeddings import Embeddings

_SIZE = 64


class HashedWords(Embeddings):
    """Counts hashed words; `texts` counts what was embedded, so that a test can see it."""

    def __init__(self, embedder_id: str = "hashed-words") -> None:
        self.id = embedder_id
        self.texts = 0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.texts += len(texts)
        return [_vector(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return _vector(text)


class NoModel(HashedWords):
    """Fails when a question is embedded: for what must do without the model."""

    def embed_query(self, text: str) -> list[float]:
        raise AssertionError(f"embedded {text!r}")


def _vector(text: str) -> list[float]:
    counts = [0.01] * _SIZE
    for word in re.findall(r"\w+", text.lower()):
        digest = hashlib.sha256(word.encode()).digest()
        counts[digest[0] % _SIZE] += 1.0
    length = math.sqrt(sum(count * count for count in counts))
    return [count / length for count in counts]
