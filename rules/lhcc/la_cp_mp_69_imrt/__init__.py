"""LHCC: clinical policy LA.CP.MP.69, intensity-modulated radiotherapy (IMRT)."""

from __future__ import annotations

from datetime import date

from rules.case import Case
from rules.common_facts import AGE, TUMOR_ORIGIN, TUMOR_SITE, TUMOR_TYPE
from rules.determination import Interpretation, Outcome, Quote
from rules.findings import Finding, Truth, any_of, says
from rules.lhcc.la_cp_mp_69_imrt import (
    abdomen_and_pelvis,
    central_nervous_system,
    codes,
    facts,
    general,
    head_and_neck,
    history,
    thoracic,
)
from rules.lhcc.la_cp_mp_69_imrt.breast import breast
from rules.lhcc.la_cp_mp_69_imrt.links import LINKS
from rules.policy import Policy, Support, Version

__all__ = ["POLICY"]

ANY_INDICATION = Quote(
    "It is the policy of Louisiana Healthcare Connections that IMRT is **medically necessary** for "
    "**any** of the following indications:",
    "I",
)
BY_SITE = Quote("Indications by cancer site may include any of the following:", "I.E")
OPEN_LIST = Quote(
    "Note: The above indications are anatomical sites reported by ASTRO where IMRT is commonly "
    "performed, but may not be an all-inclusive listing.",
    "Note",
)
IRRADIATED_NOW = Interpretation(
    "The site that is irradiated now decides, not history, family or a primary elsewhere.",
    "A metastasis falls under the cancer that it came from.",
    BY_SITE,
)


def listed_indication_2025(case: Case) -> Finding:
    """Any one listed indication is enough."""
    by_site = any_of(
        central_nervous_system.central_nervous_system(case),
        head_and_neck.head_and_neck(case),
        breast(case),
        thoracic.thoracic(case),
        *abdomen_and_pelvis.abdomen_and_pelvis(case),
    )
    return says(
        ANY_INDICATION.text,
        any_of(
            general.child_with_solid_tumor(case),
            general.inoperable_cancer_with_dose_escalation(case),
            general.primary_bone_tumor(case),
            general.reirradiation_beyond_tolerance(case),
            says(BY_SITE.text, by_site, BY_SITE.label),
        ),
        ANY_INDICATION.label,
    )


def _beside(case: Case, day: date, outcome: Outcome) -> Support:  # noqa: ARG001
    """That endometrial cancer stands twice; for a metastasis, that the site irradiated counts."""
    if outcome is Outcome.CRITERIA_MET:
        twice = case.diagnosed(abdomen_and_pelvis.PELVIC[-1].condition).truth is Truth.MET
        remark = "Endometrial cancer stands twice in the policy, as I.E.6.c and as I.E.7.c."
        return Support(remarks=(remark,) if twice else ())
    is_secondary = case.value("tumor_origin") == "secondary"
    is_open = outcome is not Outcome.VERSION_UNAVAILABLE
    return Support(interpretations=(IRRADIATED_NOW,) if is_secondary and is_open else ())


VERSION_2025 = Version(
    label=history.REWRITTEN.written,
    effective_from=date(2025, 6, 19),
    decide=listed_indication_2025,
    unmet=Outcome.CLINICAL_REVIEW,
    unmet_says=Support((OPEN_LIST,)),
    hedge=ANY_INDICATION,
)

POLICY = Policy(
    id="lhcc-la-cp-mp-69-imrt",
    payer_id="lhcc",
    payer="Louisiana Healthcare Connections",
    title="Clinical Policy: Intensity-Modulated Radiotherapy (LA.CP.MP.69)",
    short_name="LHCC LA.CP.MP.69, IMRT",
    versions=(VERSION_2025,),
    log=history.LOG,
    facts=(
        TUMOR_TYPE,
        TUMOR_SITE,
        TUMOR_ORIGIN,
        AGE,
        facts.MEDICALLY_INOPERABLE,
        facts.DOSE_ESCALATION_REQUIRED,
        facts.REIRRADIATION,
        facts.CUMULATIVE_DOSE,
        facts.CRANIAL_NERVE_INVASION,
        facts.HIPPOCAMPAL_SPARING,
        facts.ORGAN_AT_RISK,
        facts.NEAR_SKULL_BASE,
        facts.CRANIOSPINAL,
        facts.BREAST_TREATMENT,
        facts.INTERNAL_MAMMARY_NODES,
        facts.LIMITED_ARM_MOTION,
        facts.LATERALITY,
        facts.NODAL_IRRADIATION,
        facts.DEFINITIVE_INTENT,
        facts.UNFAVORABLE_ANATOMY,
        facts.STAGE,
        facts.HEART_DOSE,
        facts.BILATERAL_RECONSTRUCTION,
        facts.BILATERAL_AUGMENTATION,
        facts.SBRT_NOT_FEASIBLE,
        facts.REDUCES_NORMAL_TISSUE_DOSE,
    ),
    notices=(
        Quote("It does not constitute a contract or guarantee regarding payment or results."),
    ),
    codes=(*codes.LISTED, *codes.STARRED),
    code_limits=(),
    interpretations=(
        general.EIGHTEEN,
        general.SOLID,
        general.PERHAPS_SOLID,
        general.PERHAPS_BONE_TUMOR,
        general.SOFT_TISSUE,
        central_nervous_system.GOVERNS_ALL_THREE,
        head_and_neck.NECK_LYMPHOMA,
        head_and_neck.MUCOSA_ELSEWHERE,
        thoracic.CHEST_WALL_SARCOMA,
        thoracic.LUNG_NODES,
        thoracic.EXAMPLES,
        abdomen_and_pelvis.ANY_ABDOMINAL_ORGAN,
        abdomen_and_pelvis.ABDOMEN_BESIDE_ORGANS,
        IRRADIATED_NOW,
    ),
    judge_code=codes.judge_code,
    before=history.before_rewriting,
    beside=_beside,
    links=LINKS,
    general=frozenset({"I.A", "I.B", "I.D"}),
)
