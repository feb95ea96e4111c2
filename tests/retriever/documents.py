"""Small corpora written to a folder, for tests of what a document may look like."""

from __future__ import annotations

import hashlib
from pathlib import Path

from retriever.corpus import Corpus

_MANIFEST = """\
policy_id = "{policy_id}"
title = "{title}"
file = "policy.txt"
sha256 = "{sha256}"
source = "written for a test"
owner = "nobody"
rights = "free"

[payer]
id = "{payer}"
name = "{payer} health plan"
"""


def write_document(
    folder: Path,
    text: str,
    *,
    policy_id: str = "acme-knees",
    payer: str = "acme",
    title: str = "Knees",
    more: str = "",
) -> Path:
    """Write one policy folder with a manifest that vouches for the text; return the text's path."""
    place = folder / policy_id
    place.mkdir(parents=True, exist_ok=True)
    content = text.encode("utf-8")
    sha256 = hashlib.sha256(content).hexdigest()
    manifest = _MANIFEST.format(policy_id=policy_id, payer=payer, title=title, sha256=sha256)
    (place / "manifest.toml").write_text(manifest + more, encoding="utf-8")
    (place / "policy.txt").write_bytes(content)
    return place / "policy.txt"


def corpus_of(folder: Path, text: str) -> Corpus:
    """A corpus of one document."""
    write_document(folder, text)
    return Corpus.load(folder)
