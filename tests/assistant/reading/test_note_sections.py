"""What stands under a heading of family or past history is meant so, up to the next heading."""

from __future__ import annotations

import pytest

from assistant.reading.assertion.assertions import Assertions
from assistant.reading.language.tokens import tokenize

# note, the words asked about, and how they are meant ("" is plainly affirmed)
NOTES = [
    ("FH: dad with gout. A cousin died of a renal cancer. HPI: lump.", "renal cancer", "family"),
    (
        "Family history:\n- lymphoma\n- two with rectal cancer\nExam: well",
        "rectal cancer",
        "family",
    ),
    ("FHx: lymphoma. She has a rectal cancer.", "rectal cancer", ""),
    ("FH: negative.\nDx: bladder cancer", "bladder cancer", ""),
    ("PMH: gout. Basal cell carcinoma of the lip. SH: baker.", "carcinoma", "historical"),
    ("PMH: gout\nImpression: penile cancer", "penile cancer", ""),
    (
        "Past surgical history: hernia. Nephrectomy for a renal cancer. SH: baker.",
        "renal cancer",
        "historical",
    ),
    ("FHx: uncle - gastric ca. chordoma of the sacrum", "chordoma", ""),
    ("PMH: gout. Today a lump of the arm, biopsy sarcoma.", "sarcoma", ""),
]


@pytest.mark.parametrize(("note", "words", "meant"), NOTES)
def test_a_heading_holds_for_its_section(note: str, words: str, meant: str) -> None:
    start = note.rindex(words)
    found = Assertions(tokenize(note)).of(start, start + len(words))
    kinds = {kind for kind in ("family", "historical") if getattr(found, kind)}
    assert kinds == set(meant.split())
