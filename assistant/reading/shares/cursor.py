"""How far the reading of a sentence's tokens has come, with the tokens ahead."""

from __future__ import annotations

from assistant.reading.shares.lexer import Token


class Cursor:
    """A place `at` among tokens that moves on, within the sentence of the first one."""

    def __init__(self, tokens: list[Token], first: int) -> None:
        self.tokens = tokens
        self.first = first
        self.at = first

    @property
    def last(self) -> Token:
        """The token just behind which the cursor stands; only where `at` is not 0."""
        return self.tokens[self.at - 1]

    def token(self, ahead: int = 0) -> Token | None:
        """The token so far ahead; `None` behind the end of the sentence."""
        place = self.at + ahead
        if place >= len(self.tokens):
            return None
        token = self.tokens[place]
        return token if token.sentence == self.tokens[self.first].sentence else None

    def kind(self, ahead: int = 0) -> str:
        """The kind of the token so far ahead; "" behind the end of the sentence."""
        token = self.token(ahead)
        return token.kind if token else ""

    def text(self, ahead: int = 0) -> str:
        """The text of the token so far ahead; "" behind the end of the sentence."""
        token = self.token(ahead)
        return token.text if token else ""
