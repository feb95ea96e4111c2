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


def has_words(value: str) -> str:
    """Refuse text that is blank or cannot be stored."""
    if not value.strip():
        raise PydanticCustomError(
            "blank", "It holds only white space: write what you want to know."
        )
    return storable(value)


def storable(value: str) -> str:
    """Refuse text that no database keeps: a NUL, or half of a surrogate pair."""
    if "\x00" in value:
        raise PydanticCustomError("nul", "It holds a NUL character: leave it out.")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise PydanticCustomError(
            "surrogate", "It holds half a surrogate pair: send whole characters."
        )
    return value


Day = Annotated[
    date,
    BeforeValidator(_only_iso, json_schema_input_type=date),
    Field(ge=date(1900, 1, 1), le=date(2199, 12, 31), examples=["2026-01-31"]),
]
"""A calendar day, `YYYY-MM-DD`."""

Name = Annotated[str, Field(min_length=1, max_length=120), AfterValidator(storable)]
"""An id, a fact's name or a billing code."""
