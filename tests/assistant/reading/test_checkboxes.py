"""Boxes of forms: what is ticked holds, what is left empty does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reading.assertion.assertions import Assertions
from assistant.reading.assertion.checkboxes import read_boxes
from assistant.reading.language.tokens import tokenize

# form, the words asked about, and how they are meant ("" is plainly affirmed)
FORMS = [
    ("Side: [X] right [ ] left", "left", "negated"),
    ("Side: [X] right [ ] left", "right", ""),
    ("☐ cervix ☑ rectum ☐ bladder", "cervix", "negated"),
    ("☐ cervix ☑ rectum ☐ bladder", "rectum", ""),
    ("☐ cervix ☑ rectum ☐ bladder", "bladder", "negated"),
    ("Craniospinal: [ ] yes [x] no", "Craniospinal", "negated"),
    ("Craniospinal: [x] yes [ ] no", "Craniospinal", ""),
    ("Craniospinal: [ ] yes [ ] no", "Craniospinal", "hypothetical"),
    ("Craniospinal: [x] no", "Craniospinal", "negated"),
    ("CSI: [ ] Y [x] N   Hippocampi spared: [x] Y [ ] N", "CSI", "negated"),
    ("CSI: [ ] Y [x] N   Hippocampi spared: [x] Y [ ] N", "Hippocampi spared", ""),
    ("Site: rectum [ ] anus [x]", "rectum", "negated"),
    ("Site: rectum [ ] anus [x]", "anus", ""),
]


@pytest.mark.parametrize(("form", "words", "meant"), FORMS)
def test_a_box_tells_how_its_words_are_meant(form: str, words: str, meant: str) -> None:
    start = form.index(words)
    found = Assertions(tokenize(form)).of(start, start + len(words))
    kinds = {kind for kind in ("negated", "hypothetical") if getattr(found, kind)}
    assert kinds == set(meant.split())


@settings(deadline=None, max_examples=100)
@given(st.text(alphabet="[]xX ☐☒():.;\nyesno", max_size=60))
def test_any_row_of_boxes_is_read(form: str) -> None:
    assert all(
        0 <= scope.start < scope.end <= len(form) for scope in read_boxes(tokenize(form)).scopes
    )
