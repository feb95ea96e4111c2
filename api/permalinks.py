"""Permalinks: where a citation can be opened with its quote highlighted."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from assistant.answer_json import Permalink
from retriever.passages import Citation


def permalinks(public_url: str) -> Permalink:
    """Make permalinks under an address, or within the service where it is empty."""

    def permalink(citation: Citation) -> str:
        place = {
            "start": citation.start,
            "end": citation.end,
            "sha256": citation.document_sha256,
        }
        return f"{public_url}/library/{quote(citation.policy_id)}?{urlencode(place)}"

    return permalink
