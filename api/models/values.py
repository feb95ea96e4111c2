"""Values that several requests share, and what is refused about them."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _only_iso(value: object) -> object:
    """Refuse the timestamps and date-times that pydantic would otherwise take for a date."""
    if isinstance(value, date) or (isinstance(value, str) and ISO_DAY.fullmatch(value)):
        return value
    raise PydanticCustomError("date_format", "A date is written YYYY-MM-DD, such as 2026-01-31.")


def _has_words(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError(
            "blank", "It holds only white space: write what you want to know."
        )
    return _storable(value)


def _storable(value: str) -> str:
    if "\x00" in value:
        raise PydanticCustomError("nul", "It holds a NUL character: leave it out.")
    return value


Day = Annotated[
    date,
    BeforeValidator(_only_iso, json_schema_input_type=date),
    Field(ge=date(1900, 1, 1), le=date(2199, 12, 31), examples=["2026-01-31"]),
]
"""A calendar day, `YYYY-MM-DD`."""

Words = Annotated[str, AfterValidator(_has_words)]
"""Text that is not blank and can be stored."""

Name = Annotated[str, AfterValidator(_storable), Field(min_length=1, max_length=120)]
"""An id, a fact's name or a billing code."""
