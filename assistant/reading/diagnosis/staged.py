"""An organ with a stage and no disease word: "T1N0 glottic larynx" is a cancer of it."""

from __future__ import annotations

from dataclasses import replace

from assistant.reading.diagnosis.at_risk import is_behind_dose, is_near, is_structure
from assistant.reading.diagnosis.case import Case
from assistant.reading.diagnosis.said import Said
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.stages import tells_cancer
from assistant.reading.diagnosis.words import cues
from rules.tumors import HEAD_AND_NECK, NEURAXIS, TumorOrigin, TumorSite
from terminology.composing import compose
from terminology.entries import Place, Tissue
from terminology.lookup import lesion, place

_ORGANS = frozenset({Tissue.ORGAN, Tissue.MUCOSA})
_VIRUS = frozenset({"p16", "hpv"})
_MARKS = frozenset({",", ":", "-", "(", "+", "/"})
_OFTEN_SECONDARY = frozenset(
    {TumorSite.LIVER, TumorSite.LUNG, TumorSite.ADRENAL, TumorSite.MEDIASTINUM, TumorSite.PLEURA}
)
_ONLY_THE_ORGAN = "only the organ was named, not what is treated in it"


def staged_cases(said: Said) -> list[Case]:
    """Cancers of the organs that a stage is given of; of the prostate also by its grade."""
    found = [
        _cancer(said, term.place, (term.start, term.end))
        for term in said.affirmed(Kind.PLACE)
        if is_organ(said, term) and _has_stage(said, term)
    ]
    grades = [i for i, w in enumerate(said.message.words) if w.plain == "gleason"]
    if not found and grades and tells_cancer(said.message.words, grades[0]):
        words = (grades[0], grades[0] + 1)
        meant = said.how_at(*words)
        if not (meant.negated or meant.family):
            found.append(_cancer(said, place("prostate"), words))
    return found


def treated_organ(said: Said, term: Spotted) -> Case | None:
    """The cancer that irradiating an organ lets suppose ("IMRT for prostate"), in doubt."""
    if not is_organ(said, term):
        return None
    case = _cancer(said, term.place, (term.start, term.end))
    if case.site in _OFTEN_SECONDARY:
        case = replace(case, origin=None)
    return case.doubting(["type"], _ONLY_THE_ORGAN)


def is_organ(said: Said, term: Spotted) -> bool:
    """Whether a term is an organ that cancers are staged in, and no structure at risk."""
    one = term.place
    return (
        one is not None
        and one.site is not None
        and (one.tissue in _ORGANS)
        and one.site not in NEURAXIS | {TumorSite.EYE}
        and not is_structure(said.message, term)
        and not is_behind_dose(said.message, term)
        and not is_near(said.message, term)
    )


def _cancer(said: Said, organ: Place | None, words: tuple[int, int]) -> Case:
    made = compose(lesion("cancer"), [organ] if organ else [])
    meant = said.how_at(*words)
    case = Case(
        type=made.type,
        site=made.site,
        origin=made.origin or TumorOrigin.PRIMARY,
        words=words,
        doubts=dict.fromkeys(made.doubt_of, made.doubt),
        is_historical=meant.historical,
    )
    if meant.possible:
        return case.doubting(["type"], "the diagnosis was said to be possible, not certain")
    return case


def _has_stage(said: Said, term: Spotted) -> bool:
    message = said.message
    is_throat = term.place is not None and term.place.site in HEAD_AND_NECK

    def tells(i: int) -> bool:
        return tells_cancer(message.words, i) or (is_throat and message.word(i) in _VIRUS)

    for step, start in ((-1, term.start - 1), (1, term.end)):
        i = start
        while message.same_sentence(i, term.start):
            other, word = message.term_at(i), message.word(i)
            if other is None and tells(i):
                return True
            passes = word in cues().neutral | cues().article | _MARKS or word.isdigit()
            if not (passes or word in {"of", "psa"} or (other and other.kind is Kind.PLACE)):
                break
            i += step
    return False
