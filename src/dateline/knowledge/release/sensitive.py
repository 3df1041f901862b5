"""Kinds of events whose exact place could endanger people, with the reason for each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.codebook.types import SUB_TYPES
from dateline.knowledge.table import packaged, read_rows, wrong

COLUMNS = ("kind", "value", "reason", "source")


@dataclass(frozen=True, slots=True)
class Sensitive:
    """``sub_types`` of events, and ``words`` for who or what was hit or where, in lower case; each with its reason."""

    sub_types: dict[str, str]
    words: dict[str, str]

    def reason(self, sub_type: str, texts: tuple[str, ...]) -> str | None:
        """Why an event of ``sub_type``, with ``texts`` for its participants and places, is sensitive; ``None`` if not."""
        if sub_type in self.sub_types:
            return self.sub_types[sub_type]
        told = " | ".join(texts).lower()
        return next((why for word, why in self.words.items() if re.search(rf"\b{re.escape(word)}\b", told)), None)


@cache
def load_sensitive() -> Sensitive:
    """The built-in list. Raises ``KnowledgeError`` for a kind or a sub-type that there is not."""
    source = packaged("release", "sensitive.csv")
    found: dict[str, dict[str, str]] = {"sub_type": {}, "word": {}}
    for row, cells in read_rows(source, COLUMNS):
        if cells["kind"] not in found:
            raise wrong(source, row, "kind", f"{cells['kind']!r} is unknown.", "One of: sub_type, word.")
        if cells["kind"] == "sub_type" and cells["value"] not in SUB_TYPES:
            raise wrong(source, row, "value", f"{cells['value']!r} is no sub-type of the codebook.")
        found[cells["kind"]][cells["value"]] = cells["reason"]
    return Sensitive(found["sub_type"], found["word"])
