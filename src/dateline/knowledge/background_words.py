"""Words that mark what a text tells as history, court record, anniversary or biography."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from dateline.model.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class BackgroundWords:
    """Words and phrases in lower case, as written. ``recent`` ones tie a sentence to the days before
    publication."""

    anniversary: tuple[str, ...]
    court: tuple[str, ...]
    history: tuple[str, ...]
    phrases: tuple[str, ...]
    recent: tuple[str, ...]


@cache
def background_words() -> BackgroundWords:
    """The built-in words of background; raises ``KnowledgeError`` where the file does not hold what it
    must."""
    raw = json.loads((files("dateline.knowledge") / "background_words.json").read_text("utf-8"))
    try:
        return BackgroundWords(**{f.name: tuple(raw[f.name]) for f in fields(BackgroundWords)})
    except KeyError as missing:
        raise KnowledgeError(f"background_words.json lacks {missing}") from missing
