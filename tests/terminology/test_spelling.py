"""Correction of misspelt terms."""

from __future__ import annotations

import pytest

from terminology.spelling import Misspelling, corrected, vocabulary


@pytest.mark.parametrize(
    ("written", "meant"),
    [("bladdr", "bladder"), ("sarcomma", "sarcoma"), ("panceas", "pancreas"), ("brest", "breast")],
)
def test_one_slip_is_corrected(written: str, meant: str) -> None:
    assert corrected(written) == (meant, Misspelling.SLIGHT)


@pytest.mark.parametrize("written", ["uretha", "uretor", "uteris", "perineun"])
def test_a_slip_in_a_near_miss_is_doubtful(written: str) -> None:
    assert corrected(written)[1] is Misspelling.DOUBTFUL


@pytest.mark.parametrize(
    "word", ["breath", "plural", "spiral", "cancel", "wrest", "number", "patient"]
)
def test_an_ordinary_word_stays(word: str) -> None:
    assert corrected(word) == (word, Misspelling.NONE)


def test_the_vocabulary_holds_both_of_each_near_miss() -> None:
    assert {"ureter", "urethra", "uterus", "uterine", "ileum", "ilium"} <= vocabulary()
