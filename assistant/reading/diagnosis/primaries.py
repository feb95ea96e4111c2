"""Diseases at the place where they are said to be, or at home in another organ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.reading.diagnosis.case import Case
from assistant.reading.diagnosis.linking import places_after, places_before
from assistant.reading.diagnosis.loose import loose_places, near_places
from assistant.reading.diagnosis.said import Said
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.when import is_at_rest, is_told_since_year, year_of
from assistant.reading.diagnosis.words import cues
from rules.tumors import BENIGN, NEURAXIS, TumorOrigin, TumorSite, TumorType
from terminology.composing import compose, main_place
from terminology.entries import Lesion, Tissue
from terminology.lookup import lesion as lesion_named
from terminology.spelling import Misspelling

_OF_MARROW = frozenset({TumorSite.BONE_NOS, TumorSite.BLOOD_OR_MARROW})
_BESIDE_BRAIN = frozenset(
    {
        TumorSite.BRAIN,
        TumorSite.LEPTOMENINGES,
        TumorSite.SKULL_BASE,
        TumorSite.SPINAL_CORD,
        TumorSite.EYE,
        TumorSite.NASAL_CAVITY,
        TumorSite.PARANASAL_SINUS,
        TumorSite.NASOPHARYNX,
    }
)
_WITHIN_A_LIMB = frozenset(
    {
        TumorSite.ELBOW,
        TumorSite.FOREARM,
        TumorSite.WRIST_OR_HAND,
        TumorSite.KNEE,
        TumorSite.LOWER_LEG,
        TumorSite.ANKLE_OR_FOOT,
    }
)
"""Places with nothing but the limb around them: what lies beside the knee is of the limb."""


@dataclass
class Links:
    """The places tied to each disease, by the disease's first word.

    `sources` holds diseases of which a metastasis is the subject, `spread_places` where
    metastases stand: neither place is the primary's.
    """

    before: dict[int, list[Spotted]]
    after: dict[int, list[Spotted]]
    sources: set[int] = field(default_factory=set)
    spread_places: list[Spotted] = field(default_factory=list)

    @classmethod
    def of(cls, said: Said) -> Links:
        """The ties that the words next to each disease make."""
        message = said.message
        lesions = (term for term in message.terms if term.kind is Kind.LESION)
        terms = [term for term in lesions if not said.is_superseded(term)]
        return cls(
            {term.start: places_before(message, term, across_marks=False) for term in terms},
            {term.start: places_after(message, term) for term in terms},
        )

    def leave_to_spread(self, source: Spotted | None, places: Sequence[Spotted]) -> None:
        """Take from a primary the places where its metastases stand."""
        self.spread_places += places
        if source is None or source.start not in self.before:
            return
        self.sources.add(source.start)
        for links in (self.before, self.after):
            links[source.start] = [one for one in links[source.start] if one not in places]

    def owned(self) -> list[Spotted]:
        """Every place that belongs to some disease or metastasis."""
        tied = (place for links in (self.before, self.after) for place in links.values())
        return [*(place for places in tied for place in places), *self.spread_places]


def primary(said: Said, links: Links, term: Spotted) -> Case | None:
    """The case of one named disease; `None` where the word names none here."""
    lesion = term.lesion
    before, after = links.before[term.start], links.after[term.start]
    if before and said.message.word(term.start) == "primary" and term.end == term.start + 1:
        after = []
    if lesion is None or _names_nothing(said, term, lesion, before, after):
        return None
    lesion = _as_called(said, term, lesion)
    if term.start not in links.sources:
        foreign = _foreign_place(lesion, before, after)
        if foreign:
            return _found_elsewhere(said, term, lesion, before, foreign)
    if lesion.site:
        return _composed(said, term, lesion, ())
    linked = [*before, *after] or places_before(said.message, term, across_marks=True)
    linked = linked or loose_places(said.message, term, [*links.owned(), *said.denied_places])
    if linked or lesion.usual_site:
        return _composed(said, term, lesion, linked)
    near = near_places(said.message, term)
    case = _composed(said, term, lesion, near)
    if not near:
        return case
    why = "only what the tumor lies near was said, not where it is"
    is_certain = case.site in _WITHIN_A_LIMB
    return replace(case if is_certain else case.doubting(["site"], why), is_only_near=True)


def _as_called(said: Said, term: Spotted, lesion: Lesion) -> Lesion:
    """A bare tumor as benign or malignant, where that was said before its place."""
    if lesion is not lesion_named("tumor"):
        return lesion
    if _is_called(said, term, "benign"):
        return lesion_named("benign tumor")
    return lesion_named("cancer") if _is_called(said, term, "malignant") else lesion


def _names_nothing(
    said: Said,
    term: Spotted,
    lesion: Lesion,
    before: Sequence[Spotted],
    after: Sequence[Spotted],
) -> bool:
    is_bare_primary = term.weak and said.message.word(term.end - 1) == "primary"
    if before or (after and not is_bare_primary):
        return False
    return term.weak or (lesion.broad and lesion.type is TumorType.TUMOR)


def _composed(said: Said, term: Spotted, lesion: Lesion, linked: Sequence[Spotted]) -> Case:
    places = [spot.place for spot in linked if spot.place]
    made = compose(lesion, places, is_primary=_is_called(said, term, "primary"))
    main = main_place(places)
    words = (term.start, term.end)
    site_words = words
    if main and not lesion.site and (made.site != lesion.usual_site or made.site == main.site):
        spot = next(spot for spot in linked if spot.place is main)
        site_words = (spot.start, spot.end)
    meant = said.how(term)
    is_told = lesion.implied and is_told_since_year(said.message, term.start)
    case = Case(
        type=made.type,
        site=made.site,
        origin=made.origin,
        words=words,
        site_words=site_words if made.site else None,
        doubts=dict.fromkeys(made.doubt_of, made.doubt),
        is_broad=lesion.broad,
        is_implied=lesion.implied,
        is_historical=meant.historical or is_told,
        is_operated=meant.historical and said.is_operated(term),
        is_at_rest=is_at_rest(said.message, *words),
        year=year_of(said.message, *words),
        needs_treatment=lesion.needs_treatment,
        name=lesion.name,
    )
    for part, spots in (("type", (term,)), ("site", linked)):
        for spot in spots:
            if spot.misspelling is Misspelling.DOUBTFUL:
                case = case.doubting([part], f"“{said.message.words_of(spot)}” looks misspelt")
    if meant.possible:
        case = case.doubting(["type"], "the diagnosis was said to be possible, not certain")
    if made.type in BENIGN and _is_called(said, term, "malignant"):
        case = case.doubting(["type"], "“malignant” was said of a tumor that is usually benign")
    return case


def _is_called(said: Said, term: Spotted, name: str) -> bool:
    """Whether a word such as "primary" stands before a disease as its adjective."""
    message, i = said.message, term.start - 1
    while message.same_sentence(i, term.start):
        if message.word(i) == name:
            return True
        other = message.term_at(i)
        if message.word(i) not in cues().neutral and not (other and other.kind is Kind.PLACE):
            return False
        i -= 1
    return False


def _foreign_place(
    lesion: Lesion, before: Sequence[Spotted], after: Sequence[Spotted]
) -> Spotted | None:
    """A place where a disease of another organ is said to stand: there it is a metastasis."""
    home = lesion.site or next((p.place.site for p in before if p.place and p.place.site), None)
    if home is None or lesion.implied or home is TumorSite.BLOOD_OR_MARROW:
        return None
    for spot in (*after, *(before if lesion.site else ())):
        place = spot.place
        if place is None or place.site in {None, home} or str(home) in place.regional_to:
            continue
        if home in NEURAXIS and place.site in NEURAXIS:
            continue
        is_bone = place.tissue is Tissue.BONE and home not in _OF_MARROW
        if is_bone or (place.site is TumorSite.BRAIN and home not in _BESIDE_BRAIN):
            return spot
    return None


def _found_elsewhere(
    said: Said, term: Spotted, lesion: Lesion, before: Sequence[Spotted], foreign: Spotted
) -> Case:
    case = _composed(said, term, lesion, before)
    elsewhere = replace(
        case,
        site=foreign.place.site if foreign.place else None,
        origin=TumorOrigin.SECONDARY,
        site_words=(foreign.start, foreign.end),
        source=case.words,
        is_head=True,
    )
    return elsewhere.doubting(["origin"], "a cancer of one organ in another: taken as a metastasis")
