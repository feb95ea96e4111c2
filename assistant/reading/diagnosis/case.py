"""One diagnosis that a message names, with the words that each part was read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rules.tumors import TumorOrigin, TumorSite, TumorType

Range = tuple[int, int]
"""First word and the word after the last one."""

UNNAMED: Range = (-1, -1)
"""The source of a metastasis whose primary was not named."""


@dataclass(frozen=True)
class Case:
    """A lesion of this patient.

    `doubts` maps "type", "site" and "origin" to what is doubtful about them. `source` is where a
    metastasis' primary was named. `is_head` marks a metastasis that is itself the subject
    ("femoral metastasis of a breast cancer"); `also` other names of the same disease.
    `is_only_near`: the site was taken from what the tumor lies beside. `is_at_rest`: it is said to
    be controlled or only watched; `year` is the one it is dated to. `name` is the lesion's in the
    terminology, by whichever of its names it was called.
    """

    type: TumorType | None
    site: TumorSite | None
    origin: TumorOrigin | None
    words: Range
    site_words: Range | None = None
    origin_words: Range | None = None
    doubts: dict[str, str] = field(default_factory=dict)
    is_broad: bool = False
    is_implied: bool = False
    is_historical: bool = False
    is_operated: bool = False
    needs_treatment: bool = False
    source: Range | None = None
    is_head: bool = False
    is_nodal: bool = False
    is_only_near: bool = False
    is_at_rest: bool = False
    year: int | None = None
    also: frozenset[Range] = frozenset()
    name: str = ""

    @property
    def names(self) -> frozenset[Range]:
        """All words by which the diagnosis was named."""
        return self.also | {self.words}

    @property
    def is_over(self) -> bool:
        """Whether it was said as history, and not as an operation on a present disease."""
        return self.is_historical and not self.is_operated

    @property
    def is_secondary(self) -> bool:
        """Whether the case is a metastasis."""
        return self.source is not None or self.origin is TumorOrigin.SECONDARY

    def doubting(self, parts: Sequence[str], why: str) -> Case:
        """The same case with more doubt about some of its parts."""
        return replace(self, doubts={**dict.fromkeys(parts, why), **self.doubts})
