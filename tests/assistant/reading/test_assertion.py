"""What negates, doubts, dates, supposes or moves words to a relative, and what only seems to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reading.assertion.assertions import KINDS, Assertions
from assistant.reading.language.tokens import tokenize

# message, the words asked about, and how they are meant ("" is plainly affirmed)
TABLE = [
    ("no prior radiation", "radiation", "negated historical"),
    ("denies prior RT", "RT", "negated historical"),
    ("denies radiation, chemo and surgery", "surgery", "negated"),
    ("denied any radiation", "radiation", "negated"),
    ("not 17 years old", "17", "negated"),
    ("no evidence of metastasis", "metastasis", "negated"),
    ("no sign of recurrence", "recurrence", "negated"),
    ("never had radiation", "radiation", "negated"),
    ("has never received radiotherapy", "radiotherapy", "negated"),
    ("osteosarcoma was ruled out", "osteosarcoma", "negated"),
    ("MRI ruled out bone invasion", "bone invasion", "negated"),
    ("negative for malignancy", "malignancy", "negated"),
    ("w/o bone tumor", "bone tumor", "negated"),
    ("without nodal disease", "nodal disease", "negated"),
    ("radiation before? No.", "radiation", "negated"),
    ("Any prior RT? None.", "RT", "negated historical"),
    ("prior radiation: no", "radiation", "negated historical"),
    ("Bone involvement - none", "Bone involvement", "negated"),
    ("neither bone nor joint involvement", "bone", "negated"),
    ("neither bone nor joint involvement", "joint", "negated"),
    ("no chemo, surgery or radiation", "radiation", "negated"),
    ("no bone, joint, or vessel involvement", "joint", "negated"),
    ("metastasis unlikely", "metastasis", "negated possible"),
    ("unlikely to be a sarcoma", "sarcoma", "negated possible"),
    ("no hippocampal sparing", "hippocampal sparing", "negated"),
    ("hippocampal sparing not planned", "hippocampal sparing", "negated"),
    ("CSI is not indicated, focal RT", "CSI", "negated"),
    ("not unresectable", "unresectable", "negated"),
    ("no longer operable", "operable", "negated"),
    ("isn't a surgical candidate", "surgical candidate", "negated"),
    ("not a candidate for surgery, inoperable due to COPD", "candidate", "negated"),
    ("she is not pregnant and has breast cancer", "breast cancer", ""),
    ("does not require dose escalation", "dose escalation", "negated"),
    ("was not given radiation", "radiation", "negated"),
    ("doesn't have bone involvement", "bone involvement", "negated"),
    ("can’t have surgery", "surgery", "negated"),
    ("sarcoma rather than carcinoma", "carcinoma", "negated"),
    ("no history of radiation", "radiation", "negated historical"),
    ("possible osteosarcoma, biopsy pending", "osteosarcoma", "possible"),
    ("osteosarcoma, biopsy pending", "osteosarcoma", "possible"),
    ("r/o osteosarcoma", "osteosarcoma", "possible"),
    ("rule out lymphoma", "lymphoma", "possible"),
    ("metastasis cannot be excluded", "metastasis", "possible"),
    ("can't rule out metastasis", "metastasis", "possible"),
    ("probably a sarcoma", "sarcoma", "possible"),
    ("suspicious for chordoma", "chordoma", "possible"),
    ("sarcoma is suspected", "sarcoma", "possible"),
    ("might be inoperable", "inoperable", "possible"),
    ("not sure if she had radiation", "radiation", "possible"),
    ("unclear whether he is operable", "operable", "possible"),
    ("presumed glioma", "glioma", "possible"),
    ("history of prostate cancer 10 years ago; now sarcoma", "prostate cancer", "historical"),
    ("prostate cancer in 2010, now arm sarcoma", "prostate cancer", "historical"),
    ("h/o breast cancer", "breast cancer", "historical"),
    ("previously irradiated", "irradiated", "historical"),
    ("s/p mastectomy", "mastectomy", "historical"),
    ("leukemia as a child", "leukemia", "historical"),
    ("breast cancer, in remission", "breast cancer", "historical"),
    ("mother had prostate cancer", "prostate cancer", "family"),
    ("family history of breast cancer", "breast cancer", "family"),
    ("FHx: breast cancer, melanoma", "melanoma", "family"),
    ("her sister had a sarcoma", "sarcoma", "family"),
    ("breast cancer in her mother", "breast cancer", "family"),
    ("prostate cancer runs in the family", "prostate cancer", "family"),
    ("chemo yes, radiation never, surgery yes", "radiation", "negated"),
    ("bone lesions 0, age 44", "bone lesions", "negated"),
    ("metastases none; chordoma", "chordoma", ""),
    ("our last patient had a rectal cancer", "rectal cancer", "family"),
    ("another patient with a chordoma was fine", "chordoma", "family"),
    ("they read about IMRT for rectal cancer", "rectal cancer", "family"),
    ("her niece was treated for a glioma", "glioma", "family"),
    ("my mother had a glioma", "glioma", "family"),
    ("my uncle has a glioma and the patient a sarcoma", "glioma", "family"),
    ("we looked at APBI but left it out", "APBI", "negated"),
    ("APBI was considered and rejected", "APBI", "negated"),
    ("CSI was considered and in the end decided against", "CSI", "negated"),
    ("pathology favors a chordoma", "chordoma", "possible"),
    ("I think it is the left", "left", "possible guessed"),
    ("it is the left I believe", "left", "possible guessed"),
    ("Should the margins be positive, we boost the nodes", "nodes", "hypothetical"),
    ("if she were 17", "17", "hypothetical"),
    ("what if she were 17?", "17", "hypothetical"),
    ("suppose it is a desmoid", "desmoid", "hypothetical"),
    ("if the tumor were in the thigh, would IMRT be covered?", "IMRT", "hypothetical"),
    ("would that hold for prostate cancer?", "prostate cancer", "hypothetical"),
    ("in case of a recurrence", "recurrence", "hypothetical"),
    ("Would she qualify with breast cancer?", "breast cancer", "hypothetical"),
    # affirmed, although a cue stands near
    ("not a candidate for surgery, inoperable due to COPD", "inoperable", ""),
    ("Previously denied radiation claim for sarcoma", "radiation", ""),
    ("Previously denied radiation claim for sarcoma", "sarcoma", ""),
    ("claim was denied for sarcoma", "sarcoma", ""),
    ("history of prostate cancer 10 years ago; now sarcoma", "sarcoma", ""),
    ("prostate cancer in 2010, now arm sarcoma", "sarcoma", ""),
    ("mother had prostate cancer, patient has a sarcoma", "sarcoma", ""),
    ("mother of two with breast cancer", "breast cancer", ""),
    ("my mother needs hippocampal sparing", "hippocampal sparing", ""),
    ("unlike the last patient, this one has a rectal cancer", "rectal cancer", ""),
    ("we looked at the films and the implants", "implants", ""),
    ("her mother reports a sarcoma of the calf", "sarcoma", ""),
    ("not without radiation", "radiation", ""),
    ("no change in the sarcoma", "sarcoma", ""),
    ("not only sarcoma", "sarcoma", ""),
    ("no doubt a sarcoma", "sarcoma", ""),
    ("No, sarcoma", "sarcoma", ""),
    ("no prior radiation, operable, 58", "operable", ""),
    ("no prior rt. operable", "operable", ""),
    ("no nodes but bone invasion", "bone invasion", ""),
    ("no metastases; sarcoma of the arm", "sarcoma", ""),
    ("prior authorization for sarcoma", "sarcoma", ""),
    ("Let me know if IMRT is covered for sarcoma", "sarcoma", ""),
    ("occult primary, primary unknown", "occult primary", ""),
    ("65 years old with a sarcoma", "sarcoma", ""),
    ("Lesion No. 3 is irradiated", "irradiated", ""),
    ("please check whether sarcoma is covered", "sarcoma", ""),
    ("tangents would give the lungs too much dose", "too much dose", ""),
    ("cancer of unknown primary", "cancer", ""),
]


@pytest.mark.parametrize(("message", "words", "meant"), TABLE)
def test_words_are_meant_as_said(message: str, words: str, meant: str) -> None:
    start = message.rindex(words)
    found = Assertions(tokenize(message)).of(start, start + len(words))
    assert {kind for kind in KINDS if getattr(found, kind)} == set(meant.split())


def test_a_cue_inside_the_words_does_not_qualify_them() -> None:
    message = "dose constraints cannot be met"
    assert Assertions(tokenize(message)).of(0, len(message)).is_plain


def test_words_are_quoted_with_what_negates_them() -> None:
    message = "He has had no prior radiation."
    start, end = Assertions(tokenize(message)).widened(14, 29)
    assert message[start:end] == "no prior radiation"


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=120))
def test_any_text_has_assertions(message: str) -> None:
    found = Assertions(tokenize(message)).of(0, len(message))
    assert isinstance(found.negated, bool)
