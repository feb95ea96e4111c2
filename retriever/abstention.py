"""Abstention: when the library says nothing, because nothing it holds can answer.

No likeness score tells this: a near miss looks more alike than many a right passage. What tells is
what the question is about: its payer and service, the names it uses, and words that neither the
documents nor the terminology know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from retriever.catalog import Catalog
from retriever.corpus import Corpus
from retriever.filters import Filters
from retriever.passages import Role
from retriever.question import Expand, Question, add_policy_words, content_words, usual_words
from retriever.scope import Scope

_WEAK = 0.85  # the score of a best passage that unknown words can outweigh
_MOSTLY = 0.6
_MOST_WORDS = 40
_ABOUT_SERVICES = frozenset({Role.CRITERIA, Role.GUIDELINE, Role.CODING, Role.BACKGROUND})


@dataclass(frozen=True)
class Abstention:
    """Judges questions against what a library holds."""

    corpus: Corpus
    catalog: Catalog
    expand: Expand

    def is_beyond(self, question: Question, scope: Scope, filters: Filters) -> bool:
        """Whether a question is about something that the library does not hold at all."""
        return (
            bool(scope.foreign_payer or scope.matter)
            or self._names_nothing(question, filters)
            or self._is_of_other_service(question, scope, filters)
        )

    def is_unsupported(self, question: Question, filters: Filters, best: float) -> bool:
        """Whether a question's words are mostly unknown and the best passage is a weak one."""
        words = [each for each in content_words(question.text) if each not in usual_words()]
        words = words[:_MOST_WORDS]
        unknown = [each for each in words if not self._is_known(each, question, filters)]
        return bool(words) and best < _WEAK and len(unknown) > _MOSTLY * len(words)

    def _names_nothing(self, question: Question, filters: Filters) -> bool:
        """Whether it asks for labels, codes or policy numbers and none of them exists here."""
        held = {each.manifest.policy_number.upper() for each in self.corpus.documents.values()}
        if any(number not in held for number in question.named.policy_numbers):
            return True
        names = question.named.identifiers
        return bool(names) and not any(self.catalog.identified(each, filters) for each in names)

    def _is_of_other_service(self, question: Question, scope: Scope, filters: Filters) -> bool:
        """Whether it asks about a service that no title names and no passage speaks of with it."""
        if not scope.service:
            return False
        service = content_words(scope.service)
        titles = (content_words(each.title) for each in self.corpus.documents.values())
        if any(set(service) <= set(title) for title in titles):
            return False
        words = dict.fromkeys((*service, *content_words(question.text)))
        all_of_it = " AND ".join(f'"{each}"' for each in words if each not in usual_words())
        roles = (filters.roles or _ABOUT_SERVICES) & _ABOUT_SERVICES
        narrowed = Filters(filters.payers, filters.policies, roles, filters.as_of)
        return not roles or not self.catalog.worded(all_of_it, narrowed, 1)

    def _is_known(self, word: str, question: Question, filters: Filters) -> bool:
        """Whether a passage or the terminology uses a word, or the question means less without."""
        if self.expand(word) != word or self.catalog.worded(f'"{word}"', filters, 1):
            return True
        without = re.sub(rf"\b{re.escape(word)}\b", " ", question.text, flags=re.IGNORECASE)
        meant = set(question.words) - set(content_words(question.text))
        return bool(meant - set(content_words(add_policy_words(self.expand(without)))))
