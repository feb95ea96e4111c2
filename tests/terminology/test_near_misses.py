"""Terms that resemble a criterion's and must not fall under it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import terminology
from terminology.composing import compose
from terminology.lookup import lesion, place

_FILE = Path(terminology.__file__).parent / "near_misses.toml"
NEAR_MISSES: list[dict[str, Any]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))["near_miss"]


@pytest.mark.parametrize("entry", NEAR_MISSES, ids=lambda entry: entry["words"])
def test_a_near_miss_is_read_as_what_it_is(entry: dict[str, Any]) -> None:
    places = [place(entry["place"])] if "place" in entry else []
    made = compose(lesion(entry["lesion"]), places)
    read = {str(made.type), str(made.site)}
    assert {str(made.type)} == {entry["type"]}
    assert read.isdisjoint(entry["never"])
    assert entry["reason"]
