"""Everything that can go wrong between a corpus folder and a checked citation.

```
LibraryError
├── CorpusError            the folder of documents cannot be used
│   ├── ManifestInvalid    a manifest is missing, unreadable or says what its text does not
│   └── DocumentAltered    a document's bytes are not those its manifest vouches for
├── UnknownPolicy          no document of the corpus has that policy id
├── UnknownPayer           no document of the corpus is of that payer
├── UnknownPassage         the policy has no passage under that label
├── QuoteError             words cannot be cited
│   ├── QuoteNotFound      no passage holds them
│   ├── QuoteAmbiguous     several passages hold them: name the label
│   └── QuoteAltered       a citation's quote is not what stands at its offsets
├── IndexUnavailable       the index is missing, half built or of another corpus: index again
└── EmbedderUnavailable    the embedding model is missing or is not the one expected
```

Not finding anything in a search is no error: it is an empty list.
"""

from __future__ import annotations


class LibraryError(Exception):
    """Anything the library of policies refuses or cannot do."""


class CorpusError(LibraryError):
    """The folder of documents cannot be used."""


class ManifestInvalid(CorpusError):
    """A manifest is missing, unreadable or says what its text does not."""


class DocumentAltered(CorpusError):
    """A document's bytes are not those its manifest vouches for."""


class UnknownPolicy(LibraryError):
    """No document of the corpus has that policy id."""


class UnknownPayer(LibraryError):
    """No document of the corpus is of that payer."""


class UnknownPassage(LibraryError):
    """The policy has no passage under that label."""


class QuoteError(LibraryError):
    """Words that cannot be cited."""


class QuoteNotFound(QuoteError):
    """No passage holds the words."""


class QuoteAmbiguous(QuoteError):
    """Several passages hold the words; `labels` says which."""

    def __init__(self, message: str, labels: tuple[str, ...]) -> None:
        super().__init__(message)
        self.labels = labels


class QuoteAltered(QuoteError):
    """A citation's quote is not what stands at its offsets."""


class IndexUnavailable(LibraryError):
    """The index is missing, half built or of another corpus."""


class EmbedderUnavailable(LibraryError):
    """The embedding model is missing or is not the one expected."""
