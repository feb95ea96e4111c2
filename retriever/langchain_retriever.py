"""The library's search as a LangChain retriever."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from retriever.library import Library
from retriever.passages import Role


class CitationRetriever(BaseRetriever):
    """Documents whose content is a quote and whose metadata is its citation and score.

    The fields beside `library` are the filters of `Library.search`.
    """

    library: Library
    payer: str | None = None
    policy_id: str | None = None
    roles: tuple[Role, ...] = ()
    as_of: date | None = None
    k: int = 5

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        del run_manager
        hits = self.library.search(
            query,
            payer=self.payer,
            policy_id=self.policy_id,
            roles=self.roles,
            as_of=self.as_of,
            k=self.k,
        )
        return [
            Document(
                page_content=hit.citation.quote,
                metadata={**asdict(hit.citation), "score": hit.score},
            )
            for hit in hits
        ]
