"""What the HTTP interface itself refuses, and the one table from error class to problem.

ApiError
├── UnacceptableMediaType   nothing the client accepts can be sent
├── UnsupportedMediaType    the body is not JSON
├── BodyTooLarge            the body exceeds the limit
├── UnfitValue              a well-formed value that the corpus or the rules refuse
└── NotReady                corpus, index or embedder are still loading, or failed to
"""

from __future__ import annotations

from dataclasses import dataclass

from api.models.problems import FieldError
from assistant.storage import (
    ConversationConflict,
    ConversationNotFound,
    DeterminationNotFound,
    StorageUnavailable,
)
from retriever.errors import EmbedderUnavailable, IndexUnavailable, UnknownPolicy


class ApiError(Exception):
    """A request that cannot be answered."""


class UnacceptableMediaType(ApiError):
    """Nothing the client accepts can be sent."""


class UnsupportedMediaType(ApiError):
    """The body is not JSON."""


class BodyTooLarge(ApiError):
    """The body exceeds the limit."""


class UnfitValue(ApiError):
    """A well-formed value that the corpus or the rules refuse; `errors` says which."""

    def __init__(self, *errors: FieldError) -> None:
        super().__init__(" ".join(error.detail for error in errors))
        self.errors = errors


class NotReady(ApiError):
    """Corpus, index or embedder are still loading, or failed to."""


@dataclass(frozen=True)
class ProblemKind:
    """One kind of problem; `retry_after` is in seconds, `detail` replaces the error's own text."""

    status: int
    name: str
    title: str
    retry_after: int | None = None
    detail: str = ""


INVALID = ProblemKind(422, "invalid-request", "A value does not fit")
UNEXPECTED = ProblemKind(
    500,
    "unexpected",
    "The service failed",
    detail="The service could not answer. Try again; if it fails again, report the request_id.",
)
PROBLEMS: dict[type[Exception], ProblemKind] = {
    UnacceptableMediaType: ProblemKind(406, "not-acceptable", "Nothing acceptable can be sent"),
    UnsupportedMediaType: ProblemKind(415, "unsupported-media-type", "The body is not JSON"),
    BodyTooLarge: ProblemKind(413, "body-too-large", "The body is too large"),
    UnfitValue: INVALID,
    NotReady: ProblemKind(503, "not-ready", "The service is not ready", retry_after=2),
    ConversationNotFound: ProblemKind(404, "unknown-conversation", "Unknown conversation"),
    DeterminationNotFound: ProblemKind(404, "unknown-determination", "Unknown determination"),
    ConversationConflict: ProblemKind(409, "conversation-changed", "The conversation has changed"),
    UnknownPolicy: ProblemKind(404, "unknown-policy", "Unknown policy"),
    StorageUnavailable: ProblemKind(
        503,
        "storage-unavailable",
        "Conversations cannot be kept",
        retry_after=5,
        detail="The service cannot read or write conversations now. Repeat the request later.",
    ),
    IndexUnavailable: ProblemKind(
        503,
        "index-unavailable",
        "The policies cannot be searched",
        retry_after=30,
        detail="The index of policies cannot be read now. Repeat the request later.",
    ),
    EmbedderUnavailable: ProblemKind(
        503,
        "embedder-unavailable",
        "The policies cannot be searched",
        retry_after=30,
        detail="The embedding model cannot be used now. Repeat the request later.",
    ),
}
BY_STATUS = {
    400: ProblemKind(400, "bad-request", "The request cannot be read"),
    404: ProblemKind(404, "not-found", "Nothing stands here"),
    405: ProblemKind(405, "method-not-allowed", "The method does not apply here"),
}
"""Problems that the framework finds before any of our code runs."""


def kinds() -> tuple[ProblemKind, ...]:
    """Every kind of problem once, by status and name."""
    found = {*PROBLEMS.values(), *BY_STATUS.values(), UNEXPECTED}
    return tuple(sorted(found, key=lambda kind: (kind.status, kind.name)))
