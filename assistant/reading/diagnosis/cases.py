"""The diagnoses that a message names: primaries, and lesions that came from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assistant.reading.assertion import Assertion, Assertions
from assistant.reading.diagnosis.linking import (
    Message,
    is_behind_dose,
    is_structure,
    loose_places,
    near_places,
    places_after,
    places_before,
)
from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.words import cues
from rules.tumors import HEAD_AND_NECK, NEURAXIS, TumorOrigin, TumorSite, TumorType
from terminology import icd10cm
from terminology.composing import compose, main_place
from terminology.entries import Lesion, Place, Tissue

Range = tuple[int, int]


@dataclass(frozen=True)
class Case:
    """One diagnosis with the words (ranges of words) that each part was read from.

    `doubts` maps "type", "site" and "origin" to what is doubtful. `is_head` marks a metastasis
    that is itself the subject ("femoral metastasis of a breast cancer").
    """

    type: TumorType | None
    site: TumorSite | None
    origin: TumorOrigin | None
    words: Range
    site_words: Range | None = None
    origin_words: Range | None = None
    doubts: dict[str, str] = field(default_factory=dict)
    is_broad: bool = False
    is_implied: bool = False
    is_historical: bool = False
    is_operated: bool = False
    needs_treatment: bool = False
    source: Range | None = None
    is_head: bool = False
    is_nodal: bool = False
    also: frozenset[Range] = frozenset()

    @property
    def names(self) -> frozenset[Range]:
        """All words by which the diagnosis was named."""
        return self.also | {self.words}

    @property
    def is_over(self) -> bool:
        """Whether it was said as history, and not as an operation on a present disease."""
        return self.is_historical and not self.is_operated

    @property
    def is_secondary(self) -> bool:
        """Whether the case is a metastasis."""
        return self.source is not None or self.origin is TumorOrigin.SECONDARY

    def doubting(self, names: Sequence[str], why: str) -> Case:
        """The same case with more doubt."""
        return replace(self, doubts={**dict.fromkeys(names, why), **self.doubts})


@dataclass(frozen=True)
class _Spread:
    term: Spotted
    places: tuple[Spotted, ...] = ()
    source: Spotted | None = None
    source_place: Spotted | None = None
    carrier: Spotted | None = None
    is_head: bool = False


def cases_of(message: Message, assertions: Assertions) -> list[Case]:
    """Every diagnosis that is affirmed, in the order of the message."""
    return _Finder(message, assertions).cases()


class _Finder:
    def __init__(self, message: Message, assertions: Assertions) -> None:
        self.message = message
        self.assertions = assertions
        self.lesions = [term for term in message.terms if term.kind is Kind.LESION]
        self.before = {t.start: places_before(message, t, across_marks=False) for t in self.lesions}
        self.sources: set[int] = set()
        self.spread_places: list[Spotted] = []
        self.after = {term.start: places_after(message, term) for term in self.lesions}

    def cases(self) -> list[Case]:
        spreads = [self._spread(term) for term in self._affirmed(Kind.SPREAD)]
        self._leave_places_to(spreads)
        nouns = {spread.carrier.start for spread in spreads if spread.carrier}
        primaries = [
            case
            for lesion in self._affirmed(Kind.LESION)
            if lesion.start not in nouns
            for case in self._primary(lesion)
        ]
        coded = [self._coded(written) for written in icd10cm.codes_in(self.message.text)]
        affirmed = [case for case in coded if case is not None]
        primaries += [case for case in affirmed if not case.is_secondary]
        seconds = [case for spread in spreads for case in self._secondary(spread, primaries)]
        seconds += self._coded_secondaries(affirmed, primaries, seconds)
        spread = {case.words for case in seconds if not case.is_secondary}
        single = [case for case in _merged(primaries) if spread.isdisjoint(case.names)]
        found = sorted([*single, *seconds], key=lambda case: case.words)
        unknown = next(iter(self._unknown_primary()), None)
        return self._of_unknown_primary(found, unknown) if unknown else found

    def _leave_places_to(self, spreads: Sequence[_Spread]) -> None:
        """Take from the primaries the places where their metastases stand."""
        for spread in spreads:
            self.spread_places += spread.places
            if spread.source is None:
                continue
            self.sources.add(spread.source.start)
            for links in (self.before, self.after):
                links[spread.source.start] = [
                    place for place in links[spread.source.start] if place not in spread.places
                ]

    def _affirmed(self, kind: Kind) -> list[Spotted]:
        return [term for term in self.message.terms if term.kind is kind and self._counts(term)]

    def _assertion(self, term: Spotted) -> Assertion:
        words = self.message.words
        return self.assertions.of(words[term.start].start, words[term.end - 1].end)

    def _counts(self, term: Spotted) -> bool:
        said = self._assertion(term)
        if said.negated or said.family:
            return False
        return term.kind is not Kind.SPREAD or self._is_spread(term)

    def _is_spread(self, term: Spotted) -> bool:
        """Whether "secondary" or "met" is said of a tumor and not of something else."""
        word = self.message.words[term.start].plain
        if term.end - term.start > 1 or word not in {"secondary", "deposit", "deposits", "met"}:
            return True
        if word == "secondary":
            following = self._next_term(term.end)
            return following is not None and following.kind in {Kind.LESION, Kind.PLACE}
        previous = self._previous_term(term.start)
        return previous is not None and previous.kind in {Kind.LESION, Kind.PLACE}

    def _unknown_primary(self) -> list[Spotted]:
        return [term for term in self.message.terms if term.kind is Kind.UNKNOWN_PRIMARY]

    # Primaries

    def _primary(self, term: Spotted) -> list[Case]:
        lesion = term.lesion
        if lesion is None:
            return []
        before, after = self.before[term.start], self.after[term.start]
        if term.weak and not before and not after:
            return []
        if term.weak and self._word(term.start) == "primary" and not before:
            return []
        if lesion.broad and not before and not after and lesion.type is TumorType.TUMOR:
            return []
        is_source = term.start in self.sources
        elsewhere = self._elsewhere(lesion, before, after)
        if elsewhere and not is_source:
            return [self._found_elsewhere(term, lesion, before, elsewhere)]
        linked = [*before, *after] if not lesion.site else []
        if not linked and not lesion.site:
            linked = places_before(self.message, term, across_marks=True)
        near: list[Spotted] = []
        if not linked and not lesion.site:
            taken = [*self._owned(), *self.spread_places]
            linked = loose_places(self.message, term, taken)
        if not linked and not lesion.site and not lesion.usual_site:
            linked = near = near_places(self.message, term)
        case = self._composed(term, lesion, linked)
        if near:
            case = case.doubting(["site"], "only what the tumor lies near was said, not where")
        return [case]

    def _owned(self) -> list[Spotted]:
        return [
            place
            for links in (self.before, self.after)
            for places in links.values()
            for place in places
        ]

    def _composed(self, term: Spotted, lesion: Lesion, linked: Sequence[Spotted]) -> Case:
        places = [spot.place for spot in linked if spot.place]
        is_primary = self._is_called_primary(term)
        made = compose(lesion, places, is_primary=is_primary)
        main = main_place(places)
        site_words = (term.start, term.end)
        if main and not lesion.site:
            spot = next(spot for spot in linked if spot.place is main)
            site_words = (spot.start, spot.end)
        doubts = dict.fromkeys(made.doubt_of, made.doubt)
        case = Case(
            type=made.type,
            site=made.site,
            origin=made.origin,
            words=(term.start, term.end),
            site_words=site_words if made.site else None,
            doubts=doubts,
            is_broad=lesion.broad,
            is_implied=lesion.implied,
            is_historical=self._assertion(term).historical,
            is_operated=self._is_operated(term),
            needs_treatment=lesion.needs_treatment,
        )
        for name, spots in (("type", [term]), ("site", linked)):
            for spot in spots:
                if spot.misspelling > 1:
                    case = case.doubting([name], f"“{self._text(spot)}” was read as a misspelling")
        if self._assertion(term).possible:
            case = case.doubting(["type"], "the diagnosis was said to be possible, not certain")
        return case

    def _is_operated(self, term: Spotted) -> bool:
        """Whether the history is that of an operation ("s/p resection of a thigh sarcoma")."""
        i = term.start - 1
        skipped = cues().neutral | cues().article | {"for", "due", "to", "with"}
        while self.message.same_sentence(i, term.start):
            other = self.message.term_at(i)
            if self._word(i).endswith(_OPERATIONS):
                return True
            if self._word(i) not in skipped and not (other and other.kind is Kind.PLACE):
                return False
            i -= 1
        return False

    def _is_called_primary(self, term: Spotted) -> bool:
        i = term.start - 1
        while self.message.same_sentence(i, term.start):
            if self._word(i) == "primary":
                return True
            other = self.message.term_at(i)
            if not (self._word(i) in cues().neutral or (other and other.kind is Kind.PLACE)):
                return False
            i -= 1
        return False

    def _elsewhere(
        self, lesion: Lesion, before: Sequence[Spotted], after: Sequence[Spotted]
    ) -> Spotted | None:
        """A place where a disease of another organ is said to stand: there it is a metastasis."""
        home = lesion.site or next((p.place.site for p in before if p.place and p.place.site), None)
        if home is None or lesion.implied or home is TumorSite.BLOOD_OR_MARROW:
            return None
        places = [spot for spot in after if spot.place and spot.place.site]
        if lesion.site:
            places = [*places, *(spot for spot in before if spot.place and spot.place.site)]
        far = {Tissue.BONE}
        for spot in places:
            place = spot.place
            if place is None or place.site == home or str(home) in place.regional_to:
                continue
            is_far = place.tissue in far and home not in _SKELETAL
            if is_far or (place.site is TumorSite.BRAIN and home not in _NEAR_BRAIN):
                return spot
        return None

    def _found_elsewhere(
        self, term: Spotted, lesion: Lesion, before: Sequence[Spotted], place: Spotted
    ) -> Case:
        case = self._composed(term, lesion, before)
        site = place.place.site if place.place else None
        return replace(
            case,
            site=site,
            origin=TumorOrigin.SECONDARY,
            site_words=(place.start, place.end),
            source=(term.start, term.end),
            is_head=True,
        ).doubting(["origin"], "a cancer of one organ in another was read as its metastasis")

    # Metastases

    def _spread(self, term: Spotted) -> _Spread:
        if self._word(term.start) in cues().spread_adjectives and term.end - term.start == 1:
            return self._spread_adjective(term)
        places = places_before(self.message, term, across_marks=False)
        source = self._lesion_before(places[-1].start if places else term.start)
        after = self._places_and_source_after(term.end)
        is_head = bool(source or after.source or after.source_place)
        if not main_place([p.place for p in places if p.place and p.place.rank]):
            places = [*places, *after.places]
        return _Spread(
            term,
            tuple(places),
            source or after.source,
            after.source_place,
            is_head=is_head,
        )

    def _spread_adjective(self, term: Spotted) -> _Spread:
        """ "metastatic" before a disease, before a place with "tumor", or before "to"."""
        following = self._next_term(term.end)
        before_it: list[Spotted] = []
        while following and following.kind is Kind.PLACE:
            before_it.append(following)
            following = self._next_term(following.end)
        if following and following.kind is Kind.LESION and following.lesion:
            lesion = following.lesion
            after = self._places_and_source_after(following.end)
            is_noun = lesion.type is TumorType.TUMOR or (
                lesion.type is TumorType.CANCER and self._word(term.start) == "secondary"
            )
            if is_noun and (before_it or after.places):
                places = tuple(before_it or after.places)
                return _Spread(term, places, after.source, after.source_place, following, True)
            led = self._led_into(following.end, after.places)
            return _Spread(term, led, following, is_head=bool(led))
        source = self._lesion_before(term.start)
        after = self._places_and_source_after(term.end)
        places = tuple(before_it) or after.places
        return _Spread(term, places, source or after.source, after.source_place, is_head=True)

    def _places_and_source_after(self, i: int) -> _Spread:
        """What follows a word of spread: in which place, of or from which disease."""
        anchor = i - 1
        places: list[Spotted] = []
        source: Spotted | None = None
        source_place: Spotted | None = None
        relation, foreign = "", 0
        while self.message.same_sentence(i, anchor):
            term, word = self.message.term_at(i), self._word(i)
            if term:
                if term.kind is Kind.PLACE:
                    noun = self._next_term(term.end)
                    is_disease = noun is not None and noun.kind is Kind.LESION
                    if is_disease and relation != "in":
                        i = term.end
                        continue
                    if relation == "from" and not source and not source_place:
                        source_place = term
                    elif not is_structure(self.message, term) and (relation == "in" or not source):
                        places.append(term)
                elif term.kind is Kind.LESION and relation != "in":
                    source = source or term
                else:
                    break
                i, relation = term.end, "" if relation == "in" else "of"
                continue
            if word in cues().spread_source:
                relation = "from" if word == "from" else "of"
            elif word in cues().spread_place or word in cues().preposition:
                relation = "in"
            elif word in {"and", "/", "&", "(", ")"} or word in cues().article:
                pass
            elif word == "," and source is None and not places:
                pass
            elif word not in cues().neutral | cues().parts:
                foreign += 1
                if foreign > 1 or self.message.words[i].is_mark:
                    break
            i += 1
        return _Spread(self.message.terms[0], tuple(places), source, source_place)

    def _led_into(self, i: int, places: Sequence[Spotted]) -> tuple[Spotted, ...]:
        """Of the places behind "metastatic sarcoma" those in or to it; "of" names the primary's."""
        if not places or "of" in {self._word(j) for j in range(i, places[0].start)}:
            return ()
        return tuple(places)

    def _secondary(self, spread: _Spread, primaries: Sequence[Case]) -> list[Case]:
        source = next(
            (case for case in primaries if spread.source and case.words[0] == spread.source.start),
            None,
        )
        is_head = spread.is_head
        if source is None and not spread.source_place:
            source, is_head = self._source_nearby(spread, primaries)
        words = (spread.term.start, spread.term.end)
        home = source.site if source else None
        if spread.source_place and spread.source_place.place:
            home = spread.source_place.place.site
        places = [spot for spot in spread.places if spot.place]
        if any(self._is_regional(spot.place, home) for spot in places if spot.place):
            return []
        kind = source.type if source else TumorType.CANCER
        doubts = {"type": source.doubts["type"]} if source and "type" in source.doubts else {}
        main = main_place([spot.place for spot in places if spot.place])
        site = spread.term.target or (main.site if main else None)
        spot = next((spot for spot in places if spot.place is main), None)
        if site is None:
            return self._spread_somewhere(spread, source)
        if source and site in NEURAXIS and source.type in _OF_THE_NEURAXIS:
            return []
        return [
            Case(
                type=kind,
                site=site,
                origin=TumorOrigin.SECONDARY,
                words=source.words if source else words,
                site_words=(spot.start, spot.end) if spot else words,
                origin_words=words,
                doubts=doubts,
                is_historical=self._assertion(spread.term).historical,
                source=source.words if source else (-1, -1),
                is_head=is_head or source is None,
            )
        ]

    def _source_nearby(
        self, spread: _Spread, primaries: Sequence[Case]
    ) -> tuple[Case | None, bool]:
        """The primary named elsewhere: "seven brain mets, renal primary", "RCC with lung mets"."""
        others = [case for case in primaries if not case.is_implied]
        behind = [case for case in others if case.words[0] > spread.term.start]
        if behind:
            return behind[0], True
        ahead = [case for case in others if case.words[0] < spread.term.start]
        return (ahead[-1], ahead[-1].is_historical) if ahead else (None, False)

    def _spread_somewhere(self, spread: _Spread, source: Case | None) -> list[Case]:
        if source is None:
            return []
        why = "metastases are spoken of, and which lesion is irradiated was not said"
        case = replace(source, origin_words=(spread.term.start, spread.term.end), is_broad=False)
        return [case.doubting(["site", "origin"], why)]

    def _is_regional(self, place: Place | None, home: TumorSite | None) -> bool:
        if place is None or home is None:
            return False
        return str(home) in place.regional_to or "*" in place.regional_to or place.site == home

    # Codes

    def _coded(self, written: icd10cm.WrittenCode) -> Case | None:
        said = self.assertions.of(written.start, written.end)
        made = icd10cm.diagnosis(written.code)
        if made is None or said.negated or said.family:
            return None
        inside = [
            i
            for i, word in enumerate(self.message.words)
            if word.start < written.end and word.end > written.start
        ]
        words = (inside[0], inside[-1] + 1)
        case = Case(
            type=made.type,
            site=made.site,
            origin=made.origin,
            words=words,
            is_historical=said.historical,
            source=(-1, -1) if made.origin is TumorOrigin.SECONDARY else None,
            is_nodal=made.is_nodal,
        )
        if made.doubt:
            case = case.doubting(["type", "site"], made.doubt)
        return case.doubting(["site"], made.site_doubt) if made.site_doubt else case

    def _coded_secondaries(
        self, coded: Sequence[Case], primaries: Sequence[Case], seconds: Sequence[Case]
    ) -> list[Case]:
        """Codes of metastases that the words do not name already, with their primary's type."""
        found: list[Case] = []
        source = next((case for case in primaries if not case.is_implied), None)
        for case in coded:
            known = any(is_within(case.site, other.site) for other in (*seconds, *found))
            if not case.is_secondary or known or (case.is_nodal and source):
                continue
            if source:
                case = replace(case, type=source.type, words=source.words, source=source.words,
                               site_words=case.words, origin_words=case.words,
                               is_head=case.words < source.words)
            found.append(case if source else replace(case, is_head=True))
        return found

    # Unknown primaries

    def _of_unknown_primary(self, found: Sequence[Case], unknown: Spotted) -> list[Case]:
        words = (unknown.start, unknown.end)
        carriers = [case for case in found if case.type in _EPITHELIAL]
        carriers.sort(key=lambda case: not case.is_secondary)
        case = next(iter(carriers), None)
        nodes = [
            term
            for term in self.message.terms
            if term.place
            and not is_structure(self.message, term)
            and not is_behind_dose(self.message, term)
            and (term.place.tissue is Tissue.NODE or term.place.site in HEAD_AND_NECK)
            and term.place.site
        ]
        in_phrase = "head" in {self._word(i) for i in range(*words)}
        if case is None:
            case = Case(TumorType.CANCER, None, None, words)
        site, site_words = case.site, case.site_words
        if nodes and nodes[0].place and (site is None or site not in HEAD_AND_NECK):
            site, site_words = nodes[0].place.site, (nodes[0].start, nodes[0].end)
        if site in HEAD_AND_NECK or in_phrase:
            site, site_words = TumorSite.NECK_NODES, site_words or words
        is_distant = case.is_secondary and site not in HEAD_AND_NECK and not nodes
        origin = TumorOrigin.SECONDARY if is_distant else TumorOrigin.UNKNOWN_PRIMARY
        doubts = {name: why for name, why in case.doubts.items() if name == "type"}
        settled = replace(
            case, site=site, site_words=site_words, origin=origin, origin_words=words, doubts=doubts
        )
        rest = [other for other in found if other not in carriers]
        return [settled, *rest]

    # Words around

    def _lesion_before(self, i: int) -> Spotted | None:
        i -= 1
        while i >= 0 and self._word(i) in cues().neutral and not self.message.term_at(i):
            i -= 1
        term = self.message.term_at(i) if i >= 0 else None
        return term if term and term.kind is Kind.LESION and self._counts(term) else None

    def _next_term(self, i: int) -> Spotted | None:
        anchor = i - 1
        while self.message.same_sentence(i, anchor):
            term = self.message.term_at(i)
            if term:
                return term
            if self._word(i) not in cues().neutral:
                return None
            i += 1
        return None

    def _previous_term(self, i: int) -> Spotted | None:
        anchor = i
        i -= 1
        while self.message.same_sentence(i, anchor):
            term = self.message.term_at(i)
            if term:
                return term
            if self._word(i) not in cues().neutral:
                return None
            i -= 1
        return None

    def _word(self, i: int) -> str:
        return self.message.words[i].plain if 0 <= i < len(self.message.words) else ""

    def _text(self, term: Spotted) -> str:
        words = self.message.words
        return self.message.text[words[term.start].start : words[term.end - 1].end]


_OPERATIONS = ("ectomy", "section", "cision", "surgery", "removal", "debulking", "amputation")
_SKELETAL = frozenset({TumorSite.BONE_NOS, TumorSite.BLOOD_OR_MARROW})
_NEAR_BRAIN = frozenset(
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
_EPITHELIAL = frozenset(
    {
        TumorType.CARCINOMA,
        TumorType.CANCER,
        TumorType.TUMOR,
        TumorType.CUTANEOUS_MELANOMA,
        TumorType.MUCOSAL_MELANOMA,
    }
)
_OF_THE_NEURAXIS = frozenset(
    {TumorType.MALIGNANT_CNS_TUMOR, TumorType.BENIGN_CNS_TUMOR, TumorType.GERM_CELL_TUMOR}
)


def _merged(cases: Sequence[Case]) -> list[Case]:
    """Names of one disease brought together: "a thigh mass; biopsy shows synovial sarcoma"."""
    kept: list[Case] = []
    for case in cases:
        for i, other in enumerate(kept):
            one = _together(other, case)
            if one:
                kept[i] = one
                break
        else:
            kept.append(case)
    return kept


def _together(one: Case, other: Case) -> Case | None:
    if one.is_over != other.is_over or one.is_implied != other.is_implied:
        return None
    if one.source != other.source:
        return None
    sites = {case.site for case in (one, other) if case.site}
    if len(sites) > 1 and not is_within(one.site, other.site):
        return None
    general, special = _general_and_special(one, other)
    if general is None or special is None:
        return None
    lead = special
    if special.site is None or is_wider(special.site, general.site):
        lead = replace(
            special,
            site=general.site,
            site_words=general.site_words,
            origin=special.origin or general.origin or _origin_once_placed(special, general),
            doubts=special.doubts | ({"site": general.doubts["site"]} if "site" in general.doubts else {}),
        )
    return replace(
        lead,
        words=special.words,
        is_broad=one.is_broad and other.is_broad,
        also=one.names | other.names,
    )


def _origin_once_placed(special: Case, general: Case) -> TumorOrigin | None:
    return TumorOrigin.PRIMARY if special.type is not TumorType.TUMOR and general.site else None


def _general_and_special(one: Case, other: Case) -> tuple[Case | None, Case | None]:
    if one.type == other.type:
        return (one, other) if one.is_broad and not other.is_broad else (other, one)
    for general, special in ((one, other), (other, one)):
        if general.type is TumorType.TUMOR:
            return general, special
        if general.type is TumorType.CANCER and special.type in _MALIGNANT:
            return general, special
        if general.is_broad and general.type is TumorType.SOFT_TISSUE_SARCOMA:
            if special.type is TumorType.BONE_SARCOMA:
                return general, special
    return None, None


_MALIGNANT = frozenset(TumorType) - {
    TumorType.TUMOR,
    TumorType.BENIGN_TUMOR,
    TumorType.BENIGN_BONE_TUMOR,
    TumorType.BENIGN_CNS_TUMOR,
    TumorType.BONE_CYST_OR_DYSPLASIA,
    TumorType.NOT_A_TUMOR,
    TumorType.DESMOID,
}

_WIDER = {
    TumorSite.LIMB_NOS: "limb",
    TumorSite.UPPER_LIMB_NOS: "upper",
    TumorSite.LOWER_LIMB_NOS: "lower",
}
_UPPER = frozenset(
    {
        TumorSite.SHOULDER,
        TumorSite.UPPER_ARM,
        TumorSite.ELBOW,
        TumorSite.FOREARM,
        TumorSite.WRIST_OR_HAND,
    }
)
_LOWER = frozenset(
    {
        TumorSite.BUTTOCK,
        TumorSite.GROIN,
        TumorSite.HIP,
        TumorSite.THIGH,
        TumorSite.KNEE,
        TumorSite.LOWER_LEG,
        TumorSite.ANKLE_OR_FOOT,
    }
)
_PARTS = {
    TumorSite.UPPER_LIMB_NOS: _UPPER,
    TumorSite.LOWER_LIMB_NOS: _LOWER,
    TumorSite.LIMB_NOS: _UPPER | _LOWER | {TumorSite.UPPER_LIMB_NOS, TumorSite.LOWER_LIMB_NOS},
    TumorSite.ABDOMEN_OR_PELVIS_NOS: frozenset({TumorSite.RETROPERITONEUM, TumorSite.GROIN}),
    TumorSite.OTHER_THORAX: frozenset(
        {TumorSite.CHEST_WALL, TumorSite.LUNG, TumorSite.MEDIASTINUM, TumorSite.PLEURA}
    ),
    TumorSite.OTHER_HEAD_AND_NECK: HEAD_AND_NECK,
    TumorSite.BRAIN: frozenset({TumorSite.SKULL_BASE, TumorSite.LEPTOMENINGES}),
    TumorSite.BONE_NOS: _UPPER | _LOWER | {TumorSite.PELVIC_BONE, TumorSite.SPINE, TumorSite.SKULL_BASE, TumorSite.CHEST_WALL},
    TumorSite.UTERUS: frozenset({TumorSite.ENDOMETRIUM, TumorSite.CERVIX}),
    TumorSite.THIGH: frozenset({TumorSite.KNEE, TumorSite.HIP}),
    TumorSite.LOWER_LEG: frozenset({TumorSite.KNEE}),
}


def is_wider(one: TumorSite | None, other: TumorSite | None) -> bool:
    """Whether the first site takes in the second."""
    return one is not None and other is not None and other in _PARTS.get(one, frozenset())


def is_within(one: TumorSite | None, other: TumorSite | None) -> bool:
    """Whether one site is the other or a part of it, either way round."""
    return one == other or is_wider(one, other) or is_wider(other, one)
