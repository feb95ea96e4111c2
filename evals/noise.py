"""Text that nobody would write, the same at every run: what a reader must survive."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator, Sequence

KINDS = ("printable ASCII", "Unicode", "bytes", "shuffled policy words", "glued charts")
SEED = 20261121
EACH = 40
GLUED = 5
LONGEST = 8000
_SURROGATES = range(0xD800, 0xE000)


def noise(sentences: Sequence[str], policies: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The kind and the text: characters at random, words of policies, sentences glued together."""
    chance = random.Random(SEED)  # noqa: S311
    for _ in range(EACH):
        length = chance.randrange(1, 400)
        yield KINDS[0], "".join(chance.choices(string.printable, k=length))
        yield KINDS[1], "".join(_character(chance) for _ in range(length))
        yield KINDS[2], chance.randbytes(length).decode("latin-1")
    words = [word for text in policies for word in text.split()]
    for _ in range(EACH):
        yield KINDS[3], " ".join(chance.sample(words, min(len(words), 60)))
    for _ in range(GLUED):
        shuffled = " ".join(chance.sample(list(sentences), len(sentences)))
        yield KINDS[4], shuffled[:LONGEST]


def _character(chance: random.Random) -> str:
    """Any code point that a message can hold; half of a surrogate pair is none."""
    point = chance.randrange(0x110000)
    return "�" if point in _SURROGATES else chr(point)
