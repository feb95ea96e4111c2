"""An indexing process killed outright: the index stays whole and the next run completes it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest.indexing import Store, index
from ingest.reading import read
from retriever.corpus import Corpus
from tests.retriever.documents import write_document
from tests.retriever.fakes import HashedWords

_RUN = """
import sys
from pathlib import Path
from ingest.indexing import Store, index
from retriever.corpus import Corpus
from tests.retriever.fakes import HashedWords
store = Store.open(Path(sys.argv[2]), HashedWords())
print("begun", flush=True)
index(Corpus.load(Path(sys.argv[1])), store)
"""


@pytest.mark.slow
@pytest.mark.parametrize("wait", [0.0, 0.05, 0.1, 0.2, 0.4, 0.8])
def test_a_killed_run_leaves_old_or_new_text_and_the_next_completes_it(
    tmp_path: Path, wait: float
) -> None:
    folder = tmp_path / "corpus"
    write_document(folder, "Coverage Criteria\n- The old knee rule")
    old = Corpus.load(folder)
    index(old, Store.open(tmp_path / "store", HashedWords()))
    rules = "\n".join(f"- Knee rule {n} of the new list" for n in range(1500))
    write_document(folder, f"Coverage Criteria\n{rules}")
    command = [sys.executable, "-c", _RUN, str(folder), str(tmp_path / "store")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as run:  # noqa: S603
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(wait)
        run.kill()
    new = Corpus.load(folder)
    store = Store.open(tmp_path / "store", HashedWords())
    texts = store.catalog.passages("acme-knees")
    assert texts in (read(old["acme-knees"]), read(new["acme-knees"]))
    index(new, store)
    assert store.catalog.passages("acme-knees") == read(new["acme-knees"])
    assert store.vectors.count("acme") == len(store.catalog.vector_ids("acme")) == 1500
