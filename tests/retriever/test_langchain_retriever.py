"""The search behind LangChain's retriever interface."""

from __future__ import annotations

from retriever.langchain_retriever import CitationRetriever
from retriever.library import Library


def test_documents_carry_the_quote_and_its_citation(library: Library) -> None:
    retriever = CitationRetriever(library=library, payer="lhcc", k=2)
    documents = retriever.invoke("reference 47 and I.E.8.a")
    assert {each.metadata["label"] for each in documents} == {"I.E.8.a", "Reference 47"}
    text = library.text("lhcc-la-cp-mp-69-imrt")
    for each in documents:
        assert text[each.metadata["start"] : each.metadata["end"]] == each.page_content


def test_what_is_not_held_gives_no_document(library: Library) -> None:
    assert CitationRetriever(library=library).invoke("proton therapy") == []
