"""A corpus is trusted only as far as its manifests vouch for it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from retriever.corpus import DEFAULT_CORPUS, Corpus
from retriever.errors import CorpusError, DocumentAltered, ManifestInvalid, UnknownPolicy
from tests.retriever.documents import write_document


def test_the_default_corpus_holds_the_two_policies_with_their_payers() -> None:
    corpus = Corpus.load()
    assert {each.id: each.payer.id for each in corpus.documents.values()} == {
        "bcbsnc-imrt-sarcoma-extremities": "bcbsnc",
        "lhcc-la-cp-mp-69-imrt": "lhcc",
    }


@pytest.mark.parametrize("policy_id", ["bcbsnc-imrt-sarcoma-extremities", "lhcc-la-cp-mp-69-imrt"])
def test_the_text_is_the_files_bytes(policy_id: str) -> None:
    content = (DEFAULT_CORPUS / policy_id / f"{policy_id}.txt").read_bytes()
    assert Corpus.load()[policy_id].text.encode("utf-8") == content


def test_one_altered_letter_is_refused_with_the_files_name(tmp_path: Path) -> None:
    path = write_document(tmp_path, "At least 25 percent.")
    path.write_text("At least 15 percent.", encoding="utf-8")
    with pytest.raises(DocumentAltered, match=r"acme-knees/policy\.txt: the document was altered"):
        Corpus.load(tmp_path)


def test_versions_and_their_dates_are_those_of_the_log() -> None:
    versions = Corpus.load()["lhcc-la-cp-mp-69-imrt"].versions
    assert [(v.revision, v.approved, v.effective_from) for v in versions] == [
        ("12/1/20", None, None),
        ("2/22", None, None),
        ("1/23", date(2023, 4, 10), None),
        ("09/23", date(2023, 11, 27), date(2023, 12, 27)),
        ("05/24", date(2024, 7, 16), date(2024, 8, 16)),
        ("3/25", date(2025, 5, 20), date(2025, 6, 19)),
    ]


def test_every_date_of_a_version_has_the_words_it_comes_from() -> None:
    for document in Corpus.load().documents.values():
        for version in document.versions:
            dated = {"approved": version.approved, "effective_from": version.effective_from}
            named = {"revision", *(name for name, day in dated.items() if day)}
            assert set(version.quotes) == named, version.label
            assert all(quote in document.text for quote in version.quotes.values())


@pytest.mark.parametrize(
    ("policy_id", "day", "label"),
    [
        ("bcbsnc-imrt-sarcoma-extremities", date(2016, 5, 30), None),
        ("bcbsnc-imrt-sarcoma-extremities", date(2016, 5, 31), "4/1/16"),
        ("bcbsnc-imrt-sarcoma-extremities", date(2019, 5, 27), "4/1/16"),
        ("bcbsnc-imrt-sarcoma-extremities", date(2019, 5, 28), "5/28/19"),
        ("lhcc-la-cp-mp-69-imrt", date(2023, 12, 26), None),
        ("lhcc-la-cp-mp-69-imrt", date(2024, 8, 15), "09/23"),
        ("lhcc-la-cp-mp-69-imrt", date(2025, 6, 18), "05/24"),
        ("lhcc-la-cp-mp-69-imrt", date(2025, 6, 19), "3/25"),
    ],
)
def test_the_version_in_force_changes_on_its_effective_date(
    policy_id: str, day: date, label: str | None
) -> None:
    version = Corpus.load()[policy_id].manifest.version_on(day)
    assert (version.label if version else None) == label


def test_a_date_whose_words_the_document_does_not_say_is_refused(tmp_path: Path) -> None:
    version = (
        '\n[[versions]]\nlabel = "1"\nrevision = "1"\nheld = "text"\n'
        'quotes = {effective_from = "Effective 1/1/20"}\n'
    )
    write_document(tmp_path, "Effective 1/1/21", more=version)
    with pytest.raises(ManifestInvalid, match="does not say 'Effective 1/1/20'"):
        Corpus.load(tmp_path)


def test_an_unknown_manifest_field_is_refused_with_its_name(tmp_path: Path) -> None:
    write_document(tmp_path, "Text.", more='colour = "green"\n')
    with pytest.raises(ManifestInvalid, match=r"payer\.colour: Extra inputs"):
        Corpus.load(tmp_path)


def test_an_unknown_policy_is_named_with_those_held() -> None:
    with pytest.raises(UnknownPolicy, match=r"'acme'.*bcbsnc-imrt-sarcoma-extremities"):
        Corpus.load()["acme"]


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no policy folder"):
        Corpus.load(tmp_path)
