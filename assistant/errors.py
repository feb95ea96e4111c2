"""What can go wrong with a turn, beside the errors of the rooms below.

TurnError
└── UnknownPayer    the corpus holds no policy of the payer that the client named
"""


class TurnError(Exception):
    """A turn could not be taken."""


class UnknownPayer(TurnError, ValueError):
    """The corpus holds no policy of the payer that the client named."""

    def __init__(self, payer: str, known: tuple[str, ...]) -> None:
        self.payer = payer
        super().__init__(
            f"The corpus holds no policy of the payer {payer!r}. It holds: {', '.join(known)}."
        )
