"""What a figure can be of: bones and joints with their marks, and whatever else is measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.reading.shares.lexer import Token
from assistant.reading.shares.lexicon import words
from assistant.reading.shares.quantities import Part

_NAMES = frozenset({"bone", "joint", "unheld_bone", "limb", "subject", "volume"})
_MARKS = frozenset({"bone_mark", "joint_mark"})
_STEPS = words(
    "of the his her their this that left right full entire whole distal proximal mid upper lower "
    "shaft diaphysis metaphysis space spaces affected involved adjacent its patient's s"
)
_JOINERS = frozenset({"and", "or", "nor", "/", "&", ","})


@dataclass(frozen=True, slots=True)
class Mention:
    """A structure spoken of: `kind` is bone, joint, unheld or subject.

    `names` is empty for "the joint space" alone; `is_marked` says that the words themselves tell
    what is measured (cortex, circumference, joint space). `why` belongs to an unheld structure.
    """

    start: int
    end: int
    sentence: int
    kind: str
    names: tuple[str, ...]
    is_marked: bool
    why: str = ""


Piece = Part | Mention


def with_mentions(parts: Sequence[Part]) -> list[Piece]:
    """The parts with the words of each structure put together."""
    return _of_unheld(list(_coordinated(list(_clustered(parts)))))


def _of_unheld(pieces: list[Piece]) -> list[Piece]:
    """The circumference in "the tibia gets 40 Gy over 80 % of its circumference" as the tibia's."""
    found = list(pieces)
    unheld: Mention | None = None
    for place, piece in enumerate(pieces):
        if isinstance(piece, Mention):
            is_bare = piece.kind == "bone" and not piece.names
            if is_bare and unheld is not None and unheld.sentence == piece.sentence:
                found[place] = replace(unheld, start=piece.start, end=piece.end)
            else:
                unheld = piece if piece.kind == "unheld" else None
    return found


def _clustered(parts: Sequence[Part]) -> Iterator[Piece]:
    i = 0
    while i < len(parts):
        cluster, after = _cluster(parts, i)
        mention = _mention(cluster) if cluster else None
        if mention is not None:
            yield _excluded(mention) if _is_excluded(parts, i) else mention
            i = after
        else:
            yield parts[i]
            i += 1


def _is_excluded(parts: Sequence[Part], place: int) -> bool:
    """Whether a structure is named only to be left out: "femur, not the tibia"."""
    before = [part for part in parts[max(0, place - 2) : place] if isinstance(part, Token)]
    if before and before[-1].text == "the":
        before.pop()
    return bool(before) and before[-1].text in {"not", "rather than", "instead of"}


def _excluded(mention: Mention) -> Token:
    return Token("other", "", mention.start, mention.end, "", mention.sentence, spaced=True)


def _cluster(parts: Sequence[Part], first: int) -> tuple[list[Token], int]:
    """The words of one structure from `first` on, and the place behind them."""
    cluster: list[Token] = []
    i = after = first
    while i < len(parts):
        part = parts[i]
        if not isinstance(part, Token) or (cluster and part.sentence != cluster[0].sentence):
            break
        if part.kind in _NAMES | _MARKS:
            if not _goes_with(part, cluster, is_adjacent=i == after):
                break
            cluster.append(part)
            after = i + 1
        elif not cluster or not (part.text in _STEPS or part.kind == "hyphen"):
            break
        i += 1
    return cluster, after


def _goes_with(word: Token, cluster: list[Token], *, is_adjacent: bool) -> bool:
    kinds = {token.kind for token in cluster}
    if not cluster or word.kind == "subject" or "subject" in kinds:
        return not cluster or is_adjacent or "subject" in kinds
    if word.kind in {"bone", "joint", "unheld_bone"} and kinds & {"bone", "joint", "unheld_bone"}:
        return any(token.name == word.name for token in cluster)
    is_of_joint = word.kind in {"joint", "joint_mark"}
    is_of_bone = word.kind in {"bone", "bone_mark"}
    if is_of_joint and kinds & {"bone", "bone_mark"}:
        return False
    return not (is_of_bone and "joint_mark" in kinds)


def _mention(cluster: list[Token]) -> Mention | None:
    kinds = {token.kind for token in cluster}
    start, end, sentence = cluster[0].start, cluster[-1].end, cluster[0].sentence
    names = {kind: [t.name for t in cluster if t.kind == kind] for kind in kinds}

    def made(kind: str, name: str = "", *, marked: bool = True, why: str = "") -> Mention:
        return Mention(start, end, sentence, kind, (name,) if name else (), marked, why)

    why = _why_unheld(kinds, names)
    if "subject" in kinds or kinds == {"volume"}:
        return made("subject")
    if why:
        return made("unheld", why=why)
    if kinds & {"joint", "joint_mark"}:
        unnamed = "other" if "limb" in kinds else ""
        name = names["joint"][0] if "joint" in kinds else unnamed
        return made("joint", name, marked="joint_mark" in kinds)
    if kinds & {"bone", "bone_mark"}:
        return made("bone", *names.get("bone", [])[:1], marked="bone_mark" in kinds)
    return None


def _why_unheld(kinds: set[str], names: dict[str, list[str]]) -> str:
    """Why a share of the structure is not one that the policies count; "" where it is."""
    if "unheld_bone" in kinds:
        return f"the policy counts the femur or humerus, not the {names['unheld_bone'][0]}"
    if {"bone_mark", "joint"} <= kinds:
        return "the policy counts the circumference of the femur or humerus"
    if "volume" in kinds:
        return "said of a volume or length, not of the circumference or the joint space"
    if {"limb", "bone_mark"} <= kinds and "bone" not in kinds:
        return "said of the limb, not of the femur or humerus cortex"
    return ""


def _coordinated(pieces: list[Piece]) -> Iterator[Piece]:
    """Put "femur or humerus" and "hip and knee joints" together as one mention of two names."""
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        if isinstance(piece, Mention):
            following = _joined_to(pieces, i)
            while following is not None and isinstance(pieces[following], Mention):
                other = pieces[following]
                if not isinstance(other, Mention):
                    break
                piece = replace(
                    piece,
                    end=other.end,
                    names=piece.names + other.names,
                    is_marked=piece.is_marked or other.is_marked,
                )
                i = following
                following = _joined_to(pieces, i)
        yield piece
        i += 1


def _joined_to(pieces: list[Piece], place: int) -> int | None:
    """The place of a structure of the same kind that stands behind "and", "or" or a slash."""
    first = pieces[place]
    i, has_joiner = place + 1, False
    while i < len(pieces):
        piece = pieces[i]
        if isinstance(piece, Mention):
            is_pair = (
                isinstance(first, Mention)
                and piece.kind == first.kind
                and piece.kind in {"bone", "joint"}
                and set(piece.names).isdisjoint(first.names)
                and bool(piece.names and first.names)
            )
            return i if has_joiner and is_pair and piece.sentence == first.sentence else None
        if not isinstance(piece, Token) or piece.text not in _JOINERS | {"the"}:
            return None
        has_joiner = has_joiner or piece.text != "the"
        i += 1
    return None
