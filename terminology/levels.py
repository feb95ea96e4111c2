"""Lymph nodes by their level: "level II node", "levels 2-3", "level IIa neck"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

_MAIN = (("i", "ii", "iii", "iv", "v", "vi"), ("1", "2", "3", "4", "5", "6"))
_PARTED = (("i", "1"), ("ii", "2"), ("v", "5"))
_JOINED = ("{} {}", "{} to {}", "{} and {}", "{} through {}", "{} or {}")


def at_levels(forms: Sequence[str]) -> tuple[str, ...]:
    """Each form with each level and each span of levels in its braces.

    >>> at_levels(["level {} node"])[:2], len(at_levels(["level {}"]))
    (('level i node', 'level ii node'), 174)
    """
    return tuple(form.format(level) for form in forms for level in _levels())


def _levels() -> tuple[str, ...]:
    parts = [number + part for numbers in _PARTED for number in numbers for part in "ab"]
    spans = [
        joined.format(*pair)
        for numbers in _MAIN
        for pair in combinations(numbers, 2)
        for joined in _JOINED
    ]
    return (*_MAIN[0], *_MAIN[1], *parts, *spans)
