"""The embedding model is used only when it is the one expected."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from retriever.embedding import (
    WEIGHTS,
    check_weights,
    find_embeddings,
    load_embeddings,
    packaged_model,
)
from retriever.errors import EmbedderUnavailable


def test_the_packaged_weights_are_those_published() -> None:
    check_weights(packaged_model(), WEIGHTS)


def test_an_altered_weights_file_is_refused_by_name(tmp_path: Path) -> None:
    for name in WEIGHTS:
        shutil.copy(packaged_model() / name, tmp_path / name)
    with (tmp_path / "tokenizer.json").open("a", encoding="utf-8") as file:
        file.write(" ")
    with pytest.raises(EmbedderUnavailable, match=r"tokenizer\.json: SHA-256 is .* expected"):
        check_weights(tmp_path, WEIGHTS)


def test_a_missing_model_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(EmbedderUnavailable, match=r"model\.safetensors: cannot be read"):
        find_embeddings(str(tmp_path))


def test_finding_the_model_does_not_load_torch() -> None:
    code = (
        "import sys; from retriever.embedding import find_embeddings; "
        "assert not find_embeddings().is_loaded; assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603


@pytest.mark.slow
def test_vectors_have_length_one_and_like_words_are_near() -> None:
    embeddings = load_embeddings()
    kidney, renal, breast = embeddings.embed_documents(["kidney cancer", "renal cancer", "breast"])
    assert sum(x * x for x in kidney) == pytest.approx(1.0, abs=1e-5)
    assert _dot(kidney, renal) > 0.8 > _dot(kidney, breast)
    assert embeddings.embed_query("kidney cancer") == pytest.approx(kidney, abs=1e-5)


def _dot(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
