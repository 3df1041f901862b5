"""The words that are not to be said in a release, and what stands in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from dateline.exports.release.places import WITHHELD
from dateline.knowledge.names import normalise

NAME_WITHHELD = "[name withheld]"


class Words:
    """What is not to be said, and what is said instead."""

    def __init__(self, instead: Mapping[str, str], places: Iterable[str] = ()) -> None:
        self._instead = dict(instead)
        self._places = frozenset(places)
        self.pattern = _pattern([*self._instead, *self._places])
        self._slugs = [slug for text in (*self._instead, *self._places) if len(slug := _slug(text)) > 3]

    def with_places(self, places: Iterable[str]) -> Words:
        """These words and ``places``."""
        return Words(self._instead, places)

    def mark(self, match: re.Match[str]) -> str:
        """What stands in a text for a match."""
        return WITHHELD if " ".join(match[0].split()) in self._places else NAME_WITHHELD

    def text(self, text: str) -> str:
        """``text`` without them: the role where it is nothing but a name, ``[name withheld]`` within others."""
        if text in self._instead:
            return self._instead[text]
        if " " not in text.strip() and re.search(r"[/._-]", text):
            slug = f"-{_slug(text)}-"
            if any(f"-{word}-" in slug for word in self._slugs):
                return "withheld"
        return self.pattern.sub(self.mark, text) if self.pattern else text

    def roles_of(self, name: str) -> str:
        """The role of whoever ``name`` holds, or ``name``."""
        changed = self.text(name)
        if NAME_WITHHELD not in changed:
            return changed
        held = (role for word, role in self._instead.items() if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", name))
        return next(held, changed)


def _pattern(words: Sequence[str]) -> re.Pattern[str] | None:
    """Any of ``words``, the longest first, with any space between their parts."""
    longest_first = sorted((word for word in words if word.strip()), key=len, reverse=True)
    spaced = [r"\s+".join(map(re.escape, word.split())) for word in longest_first]
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)") if spaced else None


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", normalise(re.sub(r"%20|[+_./]", " ", text))))
