"""What misuse of the rules raises. Not knowing is a value and never raises."""

from __future__ import annotations


class RulesError(ValueError):
    """The caller passed something that no case can hold; `fact` names what."""

    def __init__(self, fact: str, message: str) -> None:
        super().__init__(message)
        self.fact = fact


class UnknownFact(RulesError):
    """No policy asks for a fact of this name."""

    def __init__(self, fact: str) -> None:
        super().__init__(fact, f"No policy asks for a fact named {fact!r}; see Policy.facts.")


class FactOutOfRange(RulesError):
    """A value of the right type that the fact cannot have; `limits` says what it can be."""

    def __init__(self, fact: str, value: object, limits: str) -> None:
        super().__init__(fact, f"{fact} cannot be {value}: give {limits}.")
        self.value = value
        self.limits = limits


class WrongFactType(RulesError):
    """A value of a type that the fact does not take; `expected` says which it takes."""

    def __init__(self, fact: str, value: object, expected: str) -> None:
        super().__init__(fact, f"{fact} takes {expected}, not {type(value).__name__} {value!r}.")
        self.value = value
        self.expected = expected
