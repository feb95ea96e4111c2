"""I.E.5 to I.E.8: items that the diagnosis alone decides."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rules.case import Case
from rules.conditions import PRIMARY, Clause, Condition, Diagnosis, condition
from rules.determination import Interpretation, Quote
from rules.findings import Finding, Truth, any_of, says
from rules.lhcc.la_cp_mp_69_imrt.tumors_meant import MALIGNANCIES, cancer_of
from rules.tumors import ABDOMINAL_ORGANS, TumorSite, TumorType

HEPATOBILIARY = Quote(
    "Hepatocellular cancer, bile duct, gallbladder and cholangiocarcinoma cancers", "I.E.5.a"
)
ESOPHAGEAL = Quote("Primary cancers of the esophagus and GE junction", "I.E.5.b")
ABDOMINAL = Quote(
    "Abdominal malignancies, including primary pancreatic, gastric and adrenal incancers",
    "I.E.5.c",
)
LIVER = Quote("Primary and Secondary liver cancers", "I.E.5.d")
COLORECTAL = Quote("Anal and colorectal cancers", "I.E.5.e")
RETROPERITONEAL = Quote("Retroperitoneal sarcomas", "I.E.6.a")
DESMOID = Quote("Desmoid tumors", "I.E.6.b")
ENDOMETRIAL_6 = Quote("Endometrial cancer", "I.E.6.c")
CERVICAL = Quote("Cervical cancer", "I.E.7.a")
VULVAR_VAGINAL = Quote("Vulvar and vaginal cancers", "I.E.7.b")
ENDOMETRIAL_7 = Quote("Endometrial cancer", "I.E.7.c")
PROSTATE = Quote("Prostate cancer", "I.E.8.a")
RENAL = Quote("Renal cancer", "I.E.8.b")
BLADDER = Quote("Bladder cancer", "I.E.8.c")
PENILE = Quote("Penile cancer", "I.E.8.d")
URETERAL = Quote("Ureteral cancer", "I.E.8.e")

ANY_ABDOMINAL_ORGAN = Interpretation(
    "A primary malignancy of any abdominal organ is an abdominal malignancy.",
    "Only the three organs named are meant.",
    ABDOMINAL,
)
ABDOMEN_BESIDE_ORGANS = Interpretation(
    "A malignancy of the abdomen or pelvis that arose in no organ may or may not be an abdominal "
    "malignancy.",
    "Either reading alone would settle it.",
    ABDOMINAL,
)
NAMED_ORGANS = frozenset({TumorSite.PANCREAS, TumorSite.STOMACH, TumorSite.ADRENAL})
_BESIDE_ORGANS = frozenset({TumorSite.RETROPERITONEUM, TumorSite.ABDOMEN_OR_PELVIS_NOS})
_LEUKEMIA = frozenset({TumorType.LEUKEMIA})
_SARCOMA = frozenset({TumorType.SOFT_TISSUE_SARCOMA})

ABDOMINAL_MALIGNANCY = condition(
    Clause(
        frozenset({TumorType.MUCOSAL_MELANOMA}),
        frozenset({TumorSite.COLON_OR_RECTUM}),
        PRIMARY,
        truth=Truth.UNKNOWN,
        reading=ABDOMEN_BESIDE_ORGANS,
    ),
    Clause(MALIGNANCIES - _LEUKEMIA, NAMED_ORGANS, PRIMARY),
    Clause(MALIGNANCIES - _LEUKEMIA, ABDOMINAL_ORGANS, PRIMARY, reading=ANY_ABDOMINAL_ORGAN),
    Clause(
        MALIGNANCIES - _LEUKEMIA,
        _BESIDE_ORGANS,
        PRIMARY,
        truth=Truth.UNKNOWN,
        reading=ABDOMEN_BESIDE_ORGANS,
    ),
)
LIVER_CANCER = condition(Clause(MALIGNANCIES - _LEUKEMIA, frozenset({TumorSite.LIVER})))
RETROPERITONEAL_SARCOMA = condition(
    Clause(_SARCOMA, frozenset({TumorSite.RETROPERITONEUM}), PRIMARY)
)
DESMOID_TUMOR = condition(Clause(frozenset({TumorType.DESMOID})))


@dataclass(frozen=True)
class Item:
    """An item of the list and the diagnoses it speaks of."""

    quote: Quote
    condition: Condition

    def find(self, diagnosis: Diagnosis) -> Finding:
        """Whether the diagnosis is one of them."""
        return says(self.quote.text, self.condition.find(*diagnosis), self.quote.label)


def _organ(quote: Quote, *sites: TumorSite) -> Item:
    return Item(quote, cancer_of(*sites, quote=quote))


def _endometrial(quote: Quote) -> Item:
    return Item(quote, cancer_of(TumorSite.ENDOMETRIUM, quote=quote, never=_SARCOMA))


GASTROINTESTINAL = (
    _organ(HEPATOBILIARY, TumorSite.LIVER, TumorSite.BILE_DUCT_OR_GALLBLADDER),
    _organ(ESOPHAGEAL, TumorSite.ESOPHAGUS),
    Item(ABDOMINAL, ABDOMINAL_MALIGNANCY),
    Item(LIVER, LIVER_CANCER),
    _organ(COLORECTAL, TumorSite.ANUS, TumorSite.COLON_OR_RECTUM),
)
SARCOMAS = (
    Item(RETROPERITONEAL, RETROPERITONEAL_SARCOMA),
    Item(DESMOID, DESMOID_TUMOR),
    _endometrial(ENDOMETRIAL_6),
)
PELVIC = (
    _organ(CERVICAL, TumorSite.CERVIX),
    _organ(VULVAR_VAGINAL, TumorSite.VULVA, TumorSite.VAGINA),
    _endometrial(ENDOMETRIAL_7),
)
GENITOURINARY = (
    _organ(PROSTATE, TumorSite.PROSTATE),
    _organ(RENAL, TumorSite.KIDNEY),
    _organ(BLADDER, TumorSite.BLADDER),
    _organ(PENILE, TumorSite.PENIS),
    _organ(URETERAL, TumorSite.URETER),
)
GROUPS = (
    (Quote("Gastrointestinal, any of the following:", "I.E.5"), GASTROINTESTINAL),
    (Quote("Sarcomas, any of the following:", "I.E.6"), SARCOMAS),
    (Quote("Pelvic/Gynecological, any of the following:", "I.E.7"), PELVIC),
    (Quote("Genitourinary, any of the following:", "I.E.8"), GENITOURINARY),
)


def abdomen_and_pelvis(case: Case) -> tuple[Finding, ...]:
    """I.E.5, I.E.6, I.E.7 and I.E.8, each any of its items."""
    return _groups_of(case.diagnosis)


@lru_cache(maxsize=10_000)
def _groups_of(diagnosis: Diagnosis) -> tuple[Finding, ...]:
    return tuple(
        says(quote.text, any_of(*(item.find(diagnosis) for item in items)), quote.label)
        for quote, items in GROUPS
    )
