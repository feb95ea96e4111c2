"""What is said of a lung cancer: whether SBRT is feasible, what IMRT does to normal tissue."""

from __future__ import annotations

import pytest

from tests.assistant.reading.statement_rows import Doubtful, Expected, rows, value_of

SBRT = [
    *rows(
        "sbrt_not_feasible",
        True,
        "lying against the main bronchus; because of that anatomy SBRT is not feasible",
        "central tumor, SBRT not feasible",
        "ultracentral tumor, SBRT is unsafe",
        "SBRT cannot be given because it abuts the trachea",
        "not a candidate for SBRT due to proximity to the bronchus",
        "SBRT contraindicated, tumor next to the great vessels",
        "SABR is not possible for anatomic reasons",
        "SBRT ruled out because of the central location",
        "Tumor touches the esophagus. SBRT is not an option.",
    ),
    *rows(
        "sbrt_not_feasible",
        False,
        "SBRT feasible",
        "SBRT candidate",
        "she is a candidate for SBRT",
        "SBRT is possible despite the central location",
        "eligible for SBRT",
        "SBRT planned",
    ),
    *rows(
        "sbrt_not_feasible",
        None,
        "SBRT to the liver in 2020",
        "central tumor",
        "if SBRT were not feasible",
        "stage I lung cancer",
        "what about SBRT?",
    ),
    *rows(
        "sbrt_not_feasible",
        Doubtful(True),
        "SBRT is not feasible",
        "SBRT can't be done, no machine for it",
    ),
]

NORMAL_TISSUE = [
    *rows(
        "imrt_reduces_normal_tissue_dose",
        True,
        "IMRT lowers the lung and heart dose significantly in comparison with 3D.",
        "IMRT significantly reduces dose to normal tissues",
        "significant reduction of esophageal dose with IMRT",
        "with IMRT the V20 is substantially lower",
        "IMRT markedly decreases lung dose",
        "VMAT significantly spares the heart",
        "lung dose is significantly reduced by IMRT",
        "IMRT gives a considerable reduction in mean lung dose",
    ),
    *rows(
        "imrt_reduces_normal_tissue_dose",
        False,
        "IMRT makes no significant difference to the lung dose",
        "IMRT does not significantly reduce dose to normal tissue",
        "no significant reduction in lung dose with IMRT",
        "IMRT does not reduce the lung dose",
        "IMRT has no benefit for the lungs over 3D",
    ),
    *rows(
        "imrt_reduces_normal_tissue_dose",
        None,
        "IMRT for lung cancer",
        "if IMRT reduced lung dose significantly",
        "IMRT lowers the femur share from 42% to 27%",
        "lung dose 20 Gy",
    ),
    *rows("imrt_reduces_normal_tissue_dose", Doubtful(True), "IMRT lowers the lung dose"),
]


@pytest.mark.parametrize(("fact", "message", "value"), [*SBRT, *NORMAL_TISSUE])
def test_the_words_state_this_value(fact: str, message: str, value: Expected) -> None:
    assert value_of(fact, message) == value
