"""Which tumors this policy's words "tumor", "cancer" and "malignancy" take in."""

from __future__ import annotations

from rules.conditions import ANY_TYPE, PRIMARY, Clause, Condition, condition
from rules.determination import Interpretation, Quote
from rules.diagnoses import MALIGNANT
from rules.findings import Truth
from rules.tumors import TumorSite, TumorType

BORDERLINE = frozenset({TumorType.BONE_CYST_OR_DYSPLASIA, TumorType.LEUKEMIA})
TUMORS = ANY_TYPE - BORDERLINE - {TumorType.NOT_A_TUMOR}
MALIGNANCIES = MALIGNANT | {TumorType.CANCER}
CARCINOMAS = frozenset({TumorType.CARCINOMA, TumorType.CANCER})
RARE_CANCERS = MALIGNANT - CARCINOMAS


def tumors_at(sites: frozenset[TumorSite], quote: Quote) -> tuple[Clause, Clause]:
    """Any tumor of these sites, benign ones and metastases included."""
    both = Interpretation(
        "A bone cyst, fibrous dysplasia or leukemia may or may not be called a tumor.",
        "Either reading alone would settle it.",
        quote,
    )
    return Clause(TUMORS, sites), Clause(BORDERLINE, sites, truth=Truth.UNKNOWN, reading=both)


def cancer_of(
    *sites: TumorSite, quote: Quote, never: frozenset[TumorType] = frozenset()
) -> Condition:
    """The carcinoma that arose in an organ; its sarcoma or lymphoma has two readings.

    `never` are types that the name of the cancer cannot mean.
    """
    both = Interpretation(
        f"“{quote.text}” may mean the carcinoma of the organ only, or any malignancy of it.",
        "Either reading alone would settle it.",
        quote,
    )
    return condition(
        Clause(CARCINOMAS, frozenset(sites), PRIMARY),
        Clause(RARE_CANCERS - never, frozenset(sites), PRIMARY, truth=Truth.UNKNOWN, reading=both),
    )
