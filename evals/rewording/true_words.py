"""Words that are spelled right, as far as the project knows any: what no typo may turn into."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from assistant.reading.mending.vocabulary import ordinary_words
from evals.expectations import own_sets
from retriever.corpus import Corpus
from terminology.spelling import known_words

_WORD = re.compile(r"[a-z]+")
_MISSPELT = "said-in-haste"
_SETS = Path(__file__).parents[1] / "conversations"


@cache
def true_words() -> frozenset[str]:
    """The words of the documents, of the terminology and of the conversations as written."""
    documents = (document.text for document in Corpus.load().documents.values())
    sets = (each for each in own_sets(_SETS) if each.name != _MISSPELT)
    turns = (turn for each in sets for one in each.conversations for turn in one.turns)
    written = (word for text in (*documents, *turns) for word in _WORD.findall(text.lower()))
    return frozenset(written) | known_words() | ordinary_words()
