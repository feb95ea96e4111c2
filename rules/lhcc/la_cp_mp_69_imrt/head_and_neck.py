"""I.E.2: head and neck."""

from __future__ import annotations

from rules.case import Case
from rules.conditions import PRIMARY, Clause, condition
from rules.determination import Interpretation, Quote
from rules.findings import Finding, Truth, all_of, any_of, says
from rules.lhcc.la_cp_mp_69_imrt.facts import CRANIAL_NERVE_INVASION
from rules.lhcc.la_cp_mp_69_imrt.tumors_meant import MALIGNANCIES, tumors_at
from rules.tumors import HEAD_AND_NECK, TumorOrigin, TumorSite, TumorType

CANCERS = Quote(
    "Definitive, adjuvant, or palliative treatment of primary/secondary head and neck cancers or "
    "draining lymphatics of the neck including (but not limited to) cancers of the nasopharynx, "
    "nasal cavity, paranasal sinuses, oropharynx, oral cavity, hypopharynx, larynx, thyroid, or "
    "salivary glands",
    "I.E.2.a",
)
CUTANEOUS = Quote(
    "Cutaneous tumors with cranial nerve invasion to the base of skull, cavernous sinus, and/or "
    "brainstem",
    "I.E.2.b",
)
MUCOSAL = Quote("Mucosal Melanoma", "I.E.2.c")
OCCULT = Quote("Occult (or unknown) primary malignancies of the head and neck", "I.E.2.d")

NECK_LYMPHOMA = Interpretation(
    "A lymphoma of neck nodes may or may not be a cancer of the draining lymphatics of the neck.",
    "Either reading alone would settle it.",
    CANCERS,
)
MUCOSA_ELSEWHERE = Interpretation(
    "The item names mucosal melanoma with no site, but stands under head and neck.",
    "Either reading alone would settle it.",
    MUCOSAL,
    Quote("Head and Neck, any of the following:", "I.E.2"),
)

_NODES = frozenset({TumorSite.NECK_NODES})
_BLOOD_BORNE_HERE = frozenset({TumorType.LYMPHOMA, TumorType.PLASMA_CELL_NEOPLASM})
_SKIN_MELANOMA = frozenset({TumorType.CUTANEOUS_MELANOMA})
_MUCOSAL_MELANOMA = frozenset({TumorType.MUCOSAL_MELANOMA})
_SKIN = frozenset({TumorSite.SKIN_OF_HEAD_AND_NECK})
_LEUKEMIA = frozenset({TumorType.LEUKEMIA})

HEAD_AND_NECK_CANCER = condition(
    Clause(_BLOOD_BORNE_HERE, _NODES, truth=Truth.UNKNOWN, reading=NECK_LYMPHOMA),
    Clause(_SKIN_MELANOMA, HEAD_AND_NECK, PRIMARY, truth=Truth.NOT_MET),
    Clause(MALIGNANCIES - _LEUKEMIA, HEAD_AND_NECK),
)
CUTANEOUS_TUMOR = condition(
    Clause(_SKIN_MELANOMA, HEAD_AND_NECK, PRIMARY),
    *tumors_at(_SKIN, CUTANEOUS),
)
MUCOSAL_MELANOMA = condition(
    Clause(_MUCOSAL_MELANOMA, HEAD_AND_NECK),
    Clause(_MUCOSAL_MELANOMA, origins=PRIMARY, truth=Truth.UNKNOWN, reading=MUCOSA_ELSEWHERE),
)
UNKNOWN_PRIMARY = condition(
    Clause(MALIGNANCIES, HEAD_AND_NECK, frozenset({TumorOrigin.UNKNOWN_PRIMARY})),
)


def head_and_neck_cancer(case: Case) -> Finding:
    """I.E.2.a: a malignant tumor of a head and neck site or of the neck nodes, not of the skin."""
    return says(CANCERS.text, case.diagnosed(HEAD_AND_NECK_CANCER), CANCERS.label)


def cutaneous_with_nerve_invasion(case: Case) -> Finding:
    """I.E.2.b: a skin tumor that follows a cranial nerve inwards."""
    return says(
        CUTANEOUS.text,
        all_of(case.diagnosed(CUTANEOUS_TUMOR), case.yes(CRANIAL_NERVE_INVASION)),
        CUTANEOUS.label,
    )


def mucosal_melanoma(case: Case) -> Finding:
    """I.E.2.c: mucosal melanoma of the head and neck; of another mucosa it has two readings."""
    return says(MUCOSAL.text, case.diagnosed(MUCOSAL_MELANOMA), MUCOSAL.label)


def occult_primary(case: Case) -> Finding:
    """I.E.2.d: found in the head and neck, its primary never found."""
    return says(OCCULT.text, case.diagnosed(UNKNOWN_PRIMARY), OCCULT.label)


def head_and_neck(case: Case) -> Finding:
    """I.E.2: any of its items."""
    return says(
        "Head and Neck, any of the following:",
        any_of(
            head_and_neck_cancer(case),
            cutaneous_with_nerve_invasion(case),
            mucosal_melanoma(case),
            occult_primary(case),
        ),
        "I.E.2",
    )
