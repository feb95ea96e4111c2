"""Histology and site combine freely, in every usual order of words."""

from __future__ import annotations

import pytest

from tests.assistant.reading.diagnosis_reading import brief

HISTOLOGIES = ["leiomyosarcoma", "undifferentiated pleomorphic sarcoma", "MPNST", "liposarcoma"]
PLACES = {
    "thigh": "thigh",
    "forearm": "forearm",
    "calf": "lower_leg",
    "buttock": "buttock",
    "axilla": "shoulder",
    "groin": "groin",
    "foot": "ankle_or_foot",
    "retroperitoneum": "retroperitoneum",
    "chest wall": "chest_wall",
}
FORMS = [
    "{histology} of the {place}",
    "{histology} of the left {place}",
    "{histology}, right {place}",
    "{histology} ({place})",
    "{place} {histology}",
    "left {place} high-grade {histology}",
    "Site: {place}. Histology: {histology}.",
    "A {histology} measuring 9 cm in the {place}",
    "{place} mass; biopsy showed {histology}",
    "{histology} arising in the deep {place}",
    "{histology}, grade 3, 12 cm, of the {place}",
    "Pt w/ {histology} located in the {place}",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("histology", HISTOLOGIES)
def test_a_sarcoma_is_read_with_its_place(form: str, place: str, histology: str) -> None:
    message = form.format(histology=histology, place=place)
    assert brief(message) == f"soft_tissue_sarcoma {PLACES[place]} primary"


ORGANS = {
    "prostate": "prostate",
    "cervix": "cervix",
    "bladder": "bladder",
    "larynx": "larynx",
    "esophagus": "esophagus",
    "pancreas": "pancreas",
    "vulva": "vulva",
    "ureter": "ureter",
    "urethra": "urethra",
}


@pytest.mark.parametrize("form", ["carcinoma of the {}", "carcinoma, {}", "{} carcinoma"])
@pytest.mark.parametrize("organ", ORGANS)
def test_a_carcinoma_is_read_with_its_organ(form: str, organ: str) -> None:
    assert brief(form.format(organ)) == f"carcinoma {ORGANS[organ]} primary"


@pytest.mark.parametrize(
    "form", ["{} metastasis of a renal cell carcinoma", "RCC with {} met, SBRT to the {}"]
)
@pytest.mark.parametrize(
    ("place", "site"), [("liver", "liver"), ("brain", "brain"), ("lung", "lung")]
)
def test_a_metastasis_stands_where_it_is_irradiated(form: str, place: str, site: str) -> None:
    assert brief(form.format(place, place)) == f"carcinoma {site} secondary"
