"""Word lists of the search: reviewable data that lies beside the code as TOML."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@cache
def load(name: str) -> dict[str, Any]:
    """The content of one list, read once."""
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))
