"""The library: search, quotes and neighbours over an indexed corpus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from retriever.abstention import Abstention
from retriever.catalog import Catalog
from retriever.corpus import Corpus
from retriever.errors import UnknownPayer
from retriever.filters import Filters
from retriever.identifiers import label_form
from retriever.passages import Citation, Passage, Role
from retriever.question import Expand, Question, content_words, understand
from retriever.quotes import Quotes, citation_of
from retriever.ranking import Weighing, rank
from retriever.scope import Scope, scope_of
from retriever.vectors import Embedder, Vectors

_CANDIDATES = 100
_EXACT = 10.0
_OWN_LABEL = 0.6  # what a label adds for the passage that bears it, beside those that mention it


@dataclass(frozen=True)
class Hit:
    """A passage found, as a citation of its whole text.

    `score` orders the hits of one search; it is no probability. An exact identifier scores
    above everything else.
    """

    citation: Citation
    score: float


class Library:
    """Search and citation over a corpus whose index is up to date; safe to read from threads."""

    def __init__(  # noqa: PLR0913
        self,
        corpus: Corpus,
        catalog: Catalog,
        vectors: Vectors,
        embedder: Embedder,
        *,
        expand: Expand = str,
        weighing: Weighing | None = None,
    ) -> None:
        self.corpus = corpus
        self._catalog = catalog
        self._vectors = vectors
        self._embedder = embedder
        self._expand = expand
        self._weighing = weighing or Weighing()
        self._abstention = Abstention(corpus, catalog, expand)
        self._quotes = Quotes(corpus, catalog.passages)

    def search(  # noqa: PLR0913
        self,
        query: str,
        *,
        payer: str | None = None,
        policy_id: str | None = None,
        roles: Iterable[Role] | None = None,
        as_of: date | None = None,
        k: int = 5,
        words_only: bool = False,
    ) -> list[Hit]:
        """Up to k passages that answer a question, best first; none where nothing fits.

        Filters apply before ranking; `as_of` keeps what is in force that day, and of a log the
        entries that speak for it or for no version. A payer that only the question names filters
        as well. `words_only` leaves the embedding model out, for a caller who will not wait for it.
        Raises `UnknownPayer` and `UnknownPolicy`.
        """
        if payer and payer not in self.corpus.payers:
            held = ", ".join(self.corpus.payers)
            raise UnknownPayer(f"No payer {payer!r} in the corpus. It holds: {held}.")
        asked = Filters(
            payers=frozenset({payer} if payer else ()),
            policies=frozenset({self.corpus[policy_id].id} if policy_id else ()),
            roles=frozenset(roles or ()),
            as_of=as_of,
        )
        scope = scope_of(query, self.corpus.payers.values())
        question = understand(scope.text, self._expand)
        filters = self._narrowed(asked, question, scope)
        if self._abstention.is_beyond(question, scope, filters):
            return []
        ranked = self._ranked(question, filters, likeness=not words_only)
        if not ranked or self._abstention.is_unsupported(question, filters, ranked[0][1]):
            return []
        found = self._catalog.fetch(key for key, _ in ranked[:k])
        return [
            Hit(citation_of(self.corpus[found[key].policy_id], found[key], on=as_of), score)
            for key, score in ranked[:k]
            if key in found
        ]

    def _narrowed(self, asked: Filters, question: Question, scope: Scope) -> Filters:
        """The filters asked for, with the payer and policy number that the question names."""
        numbers = {
            each.manifest.policy_number.upper(): each.id for each in self.corpus.documents.values()
        }
        named = frozenset(numbers[n] for n in question.named.policy_numbers if n in numbers)
        policies = asked.policies or named
        of_policies = frozenset(self.corpus[each].payer.id for each in policies)
        return replace(asked, payers=asked.payers or of_policies or scope.payers, policies=policies)

    def _ranked(
        self, question: Question, filters: Filters, *, likeness: bool
    ) -> list[tuple[int, float]]:
        """Keys and scores, best first; what an identifier names exactly comes before the rest."""
        names = question.named.identifiers or question.named.policy_numbers
        exact = {key for name in names for key in self._catalog.identified(name, filters)}
        words = self._worded(question.words, filters)
        alike = self._alike(question.meant, filters) if likeness else {}
        passages = self._catalog.fetch({*exact, *words, *alike})
        ranked = rank(question, passages, alike, words, self._weighing)
        first = [
            (key, score + _EXACT + _OWN_LABEL * (label_form(passages[key].label) in names))
            for key, score in ranked
            if key in exact
        ]
        first.sort(key=lambda each: -each[1])
        if first and not content_words(question.named.rest):
            return first
        return first + [each for each in ranked if each[0] not in exact]

    def _worded(self, words: Sequence[str], filters: Filters) -> dict[int, float]:
        if not words:
            return {}
        match = " OR ".join(f'"{word}"' for word in words)
        return self._catalog.worded(match, filters, _CANDIDATES)

    def _alike(self, text: str, filters: Filters) -> dict[int, float]:
        """Likeness by key of the passages nearest to a text, looked for until enough are found."""
        vector = self._embedder.embed_query(text)
        found: dict[int, float] = {}
        for payer in filters.payers or self.corpus.payers:
            found |= self._nearest(payer, vector, filters)
        return found

    def _nearest(self, payer: str, vector: list[float], filters: Filters) -> dict[int, float]:
        stored = self._vectors.count(payer)
        asked = 2 * _CANDIDATES
        while True:
            near = self._vectors.nearest(payer, vector, min(asked, stored)) if stored else []
            current = self._catalog.with_vectors((each for each, _ in near), filters)
            found: dict[int, float] = {}
            for vector_id, likeness in near:
                for key in current.get(vector_id, ()):
                    found[key] = max(likeness, found.get(key, -1.0))
            if len(found) >= _CANDIDATES or asked >= stored:
                return found
            asked *= 4

    def cite(self, policy_id: str, quote: str, label: str = "", on: date | None = None) -> Citation:
        """The citation of words that stand in exactly one passage; see `Quotes.cite`."""
        return self._quotes.cite(policy_id, quote, label, on)

    def verify(self, citation: Citation) -> None:
        """Raise `QuoteAltered` unless a citation's quote stands at its offsets."""
        self._quotes.verify(citation)

    def passage(self, policy_id: str, label: str) -> Passage:
        """The passage of that label; raise `UnknownPassage` where there is none."""
        return self._quotes.passage(policy_id, label)

    def passages(
        self, policy_id: str, roles: Iterable[Role] | None = None, as_of: date | None = None
    ) -> tuple[Passage, ...]:
        """A policy's passages in reading order, of some roles and in force on a day."""
        document = self.corpus[policy_id]
        allowed = frozenset(roles or Role)
        return tuple(
            each
            for each in self._catalog.passages(document.id)
            if each.role in allowed and (as_of is None or each.is_in_force(as_of))
        )

    def neighbours(self, passage: Passage, n: int = 1) -> tuple[Passage, ...]:
        """Up to n passages before and after one in its document, in reading order, without it."""
        every = self._catalog.passages(passage.policy_id)
        at = every.index(passage)
        return (*every[max(0, at - n) : at], *every[at + 1 : at + 1 + n])

    def text(self, policy_id: str) -> str:
        """A policy's untouched text, which all offsets count in."""
        return self.corpus[policy_id].text
