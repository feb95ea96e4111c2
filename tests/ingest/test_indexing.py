"""The index follows the corpus, whole at every moment, and writes nothing without need."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import cataloguing, indexing
from ingest.indexing import Store, index, library_of
from ingest.reading import read
from retriever.catalog_file import LAYOUT
from retriever.corpus import Corpus
from retriever.errors import IndexUnavailable
from tests.retriever.documents import write_document
from tests.retriever.fakes import HashedWords

OLD = "Coverage Criteria\n" + "\n".join(f"- Knee rule {n} is old" for n in range(200))
NEW = "Coverage Criteria\n" + "\n".join(f"- Knee rule {n} is new" for n in range(200))


def corpus_of(folder: Path, text: str) -> Corpus:
    write_document(folder, text)
    return Corpus.load(folder)


def texts_in(store: Store, policy_id: str = "acme-knees") -> list[str]:
    return [each.text for each in store.catalog.passages(policy_id)]


def needed(store: Store, payer: str = "acme") -> frozenset[str]:
    return store.catalog.vector_ids(payer)


def test_a_first_run_indexes_every_passage_of_every_policy(tmp_path: Path) -> None:
    corpus = Corpus.load()
    store = Store.open(tmp_path, HashedWords())
    seen: list[tuple[str, int, int]] = []
    report = index(corpus, store, lambda *step: seen.append(step))
    assert report.written == tuple(corpus.documents)
    for document in corpus.documents.values():
        assert store.catalog.passages(document.id) == read(document)
    assert seen[-1][1] == seen[-1][2]
    assert report.embedded == sum(store.vectors.count(payer) for payer in corpus.payers)


def test_indexing_unchanged_text_again_writes_and_embeds_nothing(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "corpus", OLD)
    index(corpus, Store.open(tmp_path / "store", HashedWords()))
    files = [tmp_path / "store" / each for each in ("catalog.sqlite", "catalog.sqlite-wal")]
    before = [hashlib.sha256(each.read_bytes()).hexdigest() for each in files if each.exists()]
    embedder = HashedWords()
    report = index(corpus, Store.open(tmp_path / "store", embedder))
    after = [hashlib.sha256(each.read_bytes()).hexdigest() for each in files if each.exists()]
    assert (report.written, report.unchanged, report.embedded) == ((), ("acme-knees",), 0)
    assert embedder.texts == 0
    assert before == after


def test_a_changed_document_replaces_its_passages_and_vectors(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store", HashedWords())
    index(corpus_of(tmp_path / "corpus", OLD), store)
    old = needed(store)
    report = index(corpus_of(tmp_path / "corpus", NEW), store)
    assert report.written == ("acme-knees",)
    assert texts_in(store)[0] == "Knee rule 0 is new"
    assert store.vectors.stored("acme", old) == frozenset()
    assert store.vectors.count("acme") == len(needed(store)) == 200


def test_a_document_taken_out_of_the_corpus_leaves_the_index(tmp_path: Path) -> None:
    write_document(tmp_path / "corpus", OLD, policy_id="acme-hips")
    store = Store.open(tmp_path / "store", HashedWords())
    index(corpus_of(tmp_path / "corpus", NEW), store)
    for path in (tmp_path / "corpus" / "acme-hips").iterdir():
        path.unlink()
    (tmp_path / "corpus" / "acme-hips").rmdir()
    report = index(Corpus.load(tmp_path / "corpus"), store)
    assert report.removed == ("acme-hips",)
    assert texts_in(store, "acme-hips") == []
    assert store.vectors.count("acme") == len(needed(store)) == 200


def test_another_embedder_makes_all_vectors_anew_and_drops_the_old(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "corpus", OLD)
    first = Store.open(tmp_path / "store", HashedWords("one"))
    index(corpus, first)
    second = Store.open(tmp_path / "store", HashedWords("two"))
    assert index(corpus, second).embedded == 200
    assert second.vectors.count("acme") == 200
    third = Store.open(tmp_path / "store", HashedWords("one"))
    assert third.vectors.count("acme") == 0


class _CutError(RuntimeError):
    """Stands for a process that ends here."""


def cut_at(call: int) -> Callable[..., None]:
    """A function that ends the run at its nth call and does nothing until then."""
    calls = iter(range(1, 1000))

    def cut(*_: object) -> None:
        if next(calls) == call:
            raise _CutError

    return cut


STEPS = [
    ("noting the new vectors", "writer.announce", 1),
    ("storing the first batch", "vectors.add", 1),
    ("storing the second batch", "vectors.add", 2),
    ("replacing the passages", "writer.replace", 1),
    ("deleting the old vectors", "vectors.delete", 1),
    ("settling the notes", "writer.forget_strays", 1),
]


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("step", "call"), [each[1:] for each in STEPS], ids=[s[0] for s in STEPS])
def test_a_run_cut_off_leaves_one_whole_text_and_the_next_completes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, call: int, after: bool
) -> None:
    store = Store.open(tmp_path / "store", HashedWords())
    index(corpus_of(tmp_path / "corpus", OLD), store)
    old = texts_in(store)
    corpus = corpus_of(tmp_path / "corpus", NEW)
    part, method = step.split(".")
    real = getattr(getattr(store, part), method)
    cut = cut_at(call)

    def cut_off(*given: object) -> None:
        if after:
            real(*given)
        cut()
        if not after:
            real(*given)

    with monkeypatch.context() as patched:
        patched.setattr(getattr(store, part), method, cut_off)
        with pytest.raises(_CutError):
            index(corpus, store)
    new = [each.text for each in read(corpus["acme-knees"])]
    assert texts_in(store) in (old, new)
    assert store.vectors.stored("acme", needed(store)) == needed(store)
    index(corpus, store)
    assert texts_in(store) == new
    assert store.vectors.count("acme") == len(needed(store)) == 200
    assert not store.writer.has_notes()


def test_a_cut_within_the_transaction_keeps_the_former_passages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(tmp_path / "store", HashedWords())
    index(corpus_of(tmp_path / "corpus", OLD), store)
    old = texts_in(store)
    real, cut = cataloguing._insert, cut_at(100)

    def cut_off(*given: object) -> None:
        cut()
        real(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(cataloguing, "_insert", cut_off)
        with pytest.raises(_CutError):
            index(corpus_of(tmp_path / "corpus", NEW), store)
    assert texts_in(store) == old


def test_a_reader_beside_the_writer_sees_one_text_or_the_other(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store", HashedWords())
    both = [corpus_of(tmp_path / "corpus", text) for text in (OLD, NEW)]
    index(both[0], store)
    whole = [[each.text for each in read(corpus["acme-knees"])] for corpus in both]
    seen: list[list[str]] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            seen.append(texts_in(store))

    reader = threading.Thread(target=look)
    reader.start()
    for turn in (1, 0, 1):
        index(both[turn], store)
    done.set()
    reader.join()
    assert len(seen) > 3
    assert all(texts in whole for texts in seen)


def test_two_writers_at_a_time_are_refused(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "corpus", OLD)
    store = Store.open(tmp_path / "store", HashedWords())
    with (
        indexing._only_writer(store.folder),
        pytest.raises(IndexUnavailable, match="another run is indexing"),
    ):
        index(corpus, store)
    assert index(corpus, store).written == ("acme-knees",)


def test_a_library_over_an_index_of_other_text_is_refused(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store", HashedWords())
    index(corpus_of(tmp_path / "corpus", OLD), store)
    with pytest.raises(IndexUnavailable, match="does not hold acme-knees as the corpus does"):
        library_of(corpus_of(tmp_path / "corpus", NEW), store)


def test_lost_vectors_are_noticed_and_made_again(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "corpus", OLD)
    store = Store.open(tmp_path / "store", HashedWords())
    index(corpus, store)
    store.vectors.delete("acme", list(needed(store))[:5])
    with pytest.raises(IndexUnavailable, match="vectors of acme are missing"):
        library_of(corpus, store)
    assert index(corpus, store).embedded == 5
    library_of(corpus, store)


def test_a_broken_catalog_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / LAYOUT).mkdir()
    (tmp_path / LAYOUT / "catalog.sqlite").write_bytes(b"not a database, not at all" * 100)
    with pytest.raises(IndexUnavailable, match=r"catalog\.sqlite: .*citewell ingest"):
        Store.open(tmp_path, HashedWords())


def test_an_index_of_another_layout_is_left_alone_and_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = corpus_of(tmp_path / "corpus", OLD)
    index(corpus, Store.open(tmp_path / "store", HashedWords()))
    monkeypatch.setattr(indexing, "LAYOUT", "another-layout")

    assert index(corpus, Store.open(tmp_path / "store", HashedWords())).written == ("acme-knees",)
