"""I.E.4: chest."""

from __future__ import annotations

from rules.case import Case
from rules.conditions import PRIMARY, Clause, condition
from rules.determination import Interpretation, Quote
from rules.findings import Finding, Truth, all_of, any_of, read_as, says
from rules.lhcc.la_cp_mp_69_imrt.facts import (
    REDUCES_NORMAL_TISSUE_DOSE,
    SBRT_NOT_FEASIBLE,
    STAGE,
)
from rules.lhcc.la_cp_mp_69_imrt.tumors_meant import CARCINOMAS, cancer_of, tumors_at
from rules.tumors import TumorSite, TumorType

MEDIASTINAL = Quote(
    "Primary or secondary tumors of the mediastinum, including thymic tumors, mediastinal tumors, "
    "mediastinal lymphomas and thoracic sarcomas",
    "I.E.4.a",
)
EARLY_LUNG = Quote(
    "Early-stage lung cancer for which SBRT is not feasible secondary to anatomic considerations",
    "I.E.4.b",
)
ADVANCED_LUNG = Quote(
    "Locally advanced lung cancer in which IMRT significantly reduces dose to normal tissues (ex: "
    "bilateral mediastinal disease, paraspinal tumors, N3 disease, reducing esophageal dose)",
    "I.E.4.c",
)
PLEURAL = Quote("Malignant pleural mesothelioma", "I.E.4.d")

CHEST_WALL_SARCOMA = Interpretation(
    "A sarcoma of the chest wall is a thoracic sarcoma.",
    "Only sarcomas inside the chest are thoracic.",
    MEDIASTINAL,
)
LUNG_NODES = Interpretation(
    "Mediastinal nodes of a lung cancer belong to the lung cancer.",
    "They are secondary tumors of the mediastinum.",
    MEDIASTINAL,
)
EXAMPLES = Interpretation(
    "The list in brackets gives examples; the reduction of dose itself must be stated.",
    "Each example is enough by itself.",
    ADVANCED_LUNG,
)

_SARCOMAS = frozenset({TumorType.SOFT_TISSUE_SARCOMA, TumorType.BONE_SARCOMA})
_INSIDE = frozenset({TumorSite.LUNG, TumorSite.PLEURA, TumorSite.OTHER_THORAX})
_LUNG = frozenset({TumorSite.LUNG})

MEDIASTINAL_OR_THORACIC = condition(
    *tumors_at(frozenset({TumorSite.MEDIASTINUM}), MEDIASTINAL),
    Clause(frozenset({TumorType.THYMIC_TUMOR}), origins=PRIMARY),
    Clause(_SARCOMAS, _INSIDE, PRIMARY),
    Clause(_SARCOMAS, frozenset({TumorSite.CHEST_WALL}), PRIMARY, reading=CHEST_WALL_SARCOMA),
    Clause(CARCINOMAS, _LUNG, PRIMARY, truth=Truth.NOT_MET, reading=LUNG_NODES),
)
EARLY_LUNG_CANCER = cancer_of(TumorSite.LUNG, quote=EARLY_LUNG)
ADVANCED_LUNG_CANCER = cancer_of(TumorSite.LUNG, quote=ADVANCED_LUNG)
PLEURAL_MESOTHELIOMA = condition(
    Clause(frozenset({TumorType.MESOTHELIOMA}), frozenset({TumorSite.PLEURA}))
)


def mediastinal_tumor(case: Case) -> Finding:
    """I.E.4.a: any tumor of the mediastinum, a thymic tumor, a sarcoma of the chest."""
    return says(MEDIASTINAL.text, case.diagnosed(MEDIASTINAL_OR_THORACIC), MEDIASTINAL.label)


def early_lung_cancer(case: Case) -> Finding:
    """I.E.4.b: early stage, where the anatomy rules SBRT out."""
    return says(
        EARLY_LUNG.text,
        all_of(
            case.diagnosed(EARLY_LUNG_CANCER),
            case.chosen(STAGE, "early"),
            case.yes(SBRT_NOT_FEASIBLE),
        ),
        EARLY_LUNG.label,
    )


def advanced_lung_cancer(case: Case) -> Finding:
    """I.E.4.c: locally advanced, where IMRT significantly spares normal tissues."""
    return says(
        ADVANCED_LUNG.text,
        all_of(
            case.diagnosed(ADVANCED_LUNG_CANCER),
            case.chosen(STAGE, "locally_advanced"),
            read_as(EXAMPLES, case.yes(REDUCES_NORMAL_TISSUE_DOSE)),
        ),
        ADVANCED_LUNG.label,
    )


def pleural_mesothelioma(case: Case) -> Finding:
    """I.E.4.d: malignant pleural mesothelioma."""
    return says(PLEURAL.text, case.diagnosed(PLEURAL_MESOTHELIOMA), PLEURAL.label)


def thoracic(case: Case) -> Finding:
    """I.E.4: any of its items."""
    return says(
        "Thoracic, any of the following:",
        any_of(
            mediastinal_tumor(case),
            early_lung_cancer(case),
            advanced_lung_cancer(case),
            pleural_mesothelioma(case),
        ),
        "I.E.4",
    )
