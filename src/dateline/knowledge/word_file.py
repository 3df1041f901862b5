"""The JSON files of words, and phrases as readers compare them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import fields
from importlib.resources import files
from typing import Any, TypeVar, cast

from dateline.model.errors import KnowledgeError

Phrase = tuple[str, ...]
_Words = TypeVar("_Words")

_PIECE = re.compile(r"(?:\w\.){2,}|\w+|[^\w\s]")


class WordFile(dict[str, Any]):
    """The object in a JSON file of ``dateline.knowledge``, or of the package below it that is named.

    A key that is not there raises ``KnowledgeError`` with the file's name.
    """

    def __init__(self, name: str, package: str = "") -> None:
        folder = files(f"dateline.knowledge.{package}" if package else "dateline.knowledge")
        super().__init__(json.loads((folder / name).read_text("utf-8")))
        self.name = name

    def __missing__(self, key: str) -> Any:
        raise KnowledgeError(f"{self.name} lacks {key!r}")

    def words(self, key: str) -> frozenset[str]:
        """The words of the list ``key``."""
        return frozenset(self[key])

    def take(self, key: str) -> Any:
        """What ``key`` holds, which is then no longer there."""
        value = self[key]
        del self[key]
        return value


def read_words(kind: type[_Words], raw: WordFile, **shapes: Callable[[Any], Any]) -> _Words:
    """The dataclass ``kind`` from a file that has a key for each of its fields and no other: lists as sets, else as written,
    or as ``shapes`` make them by the field's name. Raises ``KnowledgeError``.
    """
    names = [field.name for field in fields(cast(Any, kind))]
    if unknown := sorted(set(raw) - set(names)):
        raise KnowledgeError(f"{raw.name} holds {unknown}, which {kind.__name__} does not")

    def value(name: str) -> Any:
        if name in shapes:
            return shapes[name](raw[name])
        return raw.words(name) if isinstance(raw[name], list) else raw[name]

    return kind(**{name: value(name) for name in names})


def pieces(phrase: str) -> Phrase:
    """A phrase as the words that the language step makes of it, in lower case."""
    return tuple(_PIECE.findall(phrase.lower()))


def longest_first(phrases: Iterable[str]) -> tuple[Phrase, ...]:
    """Phrases as their words, the longest first, those of one length in the order given."""
    return tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True))


def words_by_group(groups: dict[str, list[str]]) -> dict[str, str]:
    """Each word with the name of the group it is listed in; of several groups, the last."""
    return {word: group for group, words in groups.items() for word in words}
