"""Look-ups: questions that are no case, answered from the documents with quotes."""

from assistant.lookup.answering import answer_question

__all__ = ["answer_question"]
