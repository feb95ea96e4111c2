"""Look-ups: questions that are no case, answered from the documents with quotes."""

from assistant.lookup.answering import answer_question
from assistant.lookup.several import answered_together

__all__ = ["answer_question", "answered_together"]
