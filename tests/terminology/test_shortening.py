"""Short forms of names and names of nodal levels: broad, and never another entry's name."""

from __future__ import annotations

import pytest

from terminology.entries import Lesion, terms
from terminology.levels import at_levels
from terminology.lookup import lesion, place
from terminology.shortening import shortened
from terminology.wording import phrase


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("osteosarc", "osteosarcoma"),
        ("synovial sarc", "synovial sarcoma"),
        ("dediff liposarc", "liposarcoma"),
        ("adrenal cortical ca", "adrenocortical carcinoma"),
    ],
)
def test_a_short_form_means_the_full_name(short: str, name: str) -> None:
    assert lesion(short).name == name


def test_a_word_that_is_a_whole_name_is_not_shortened() -> None:
    assert shortened("carcinoma") == shortened("sarcoma") == ()


def test_an_organ_and_ca_are_left_to_be_put_together() -> None:
    names = {phrase(t.text) for t in terms()}
    assert phrase("thyroid ca") not in names
    assert phrase("papillary thyroid ca") in names


def test_a_short_form_is_no_other_entrys_name() -> None:
    names = {phrase(t.text): t.entry.name for t in terms() if isinstance(t.entry, Lesion)}
    assert names[phrase("uterine cancer")] == "uterine cancer"
    assert names[phrase("uterine carcinoma")] == "endometrial cancer"


def test_levels_of_the_neck_are_nodes_of_the_neck() -> None:
    assert place("level ii to iv node").site == "neck_nodes"
    assert place("level 2b lymph node").site == "neck_nodes"


def test_levels_of_the_axilla_are_not_of_the_neck() -> None:
    assert place("level ii axillary node").site == "shoulder"


def test_a_form_is_filled_with_single_levels_and_spans() -> None:
    filled = at_levels(["level {} node"])
    assert {"level v node", "level 2 3 node", "level ii to iii node"} <= set(filled)
