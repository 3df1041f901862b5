"""A record with words of its text replaced: every span moves with the text, every other string is rewritten too."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from dateline.model.record import Record
from dateline.model.span import Span

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Edited:
    """``text`` with replacements done; ``edits`` are (start, end, new start, new end), in order."""

    text: str
    edits: tuple[tuple[int, int, int, int], ...]

    def span(self, span: Span) -> Span:
        """Where ``span`` of the old text is in the new; a replaced word that it cuts is taken in whole."""
        start, end = self._at(span.start, 2), self._at(span.end, 3)
        return Span(start, max(start, end), self.text[start : max(start, end)])

    def _at(self, offset: int, side: int) -> int:
        number = bisect_right(self.edits, (offset, -1, -1, -1)) - 1
        # An edit that begins at the offset itself leaves a start before it and an end behind the one before.
        if number < 0:
            return offset
        edit = self.edits[number]
        if offset < edit[1]:
            return edit[side]
        return offset + edit[3] - edit[1]


def edited(text: str, pattern: re.Pattern[str] | None, word: Callable[[re.Match[str]], str]) -> Edited:
    """``text`` with every match of ``pattern`` replaced by what ``word`` gives for it."""
    pieces, edits, last, length = [], [], 0, 0
    for match in pattern.finditer(text) if pattern else ():
        pieces.append(text[last : match.start()])
        length += match.start() - last
        said = word(match)
        edits.append((match.start(), match.end(), length, length + len(said)))
        pieces.append(said)
        length += len(said)
        last = match.end()
    return Edited("".join([*pieces, text[last:]]), tuple(edits))


def rewritten(record: Record, new: Edited, word: Callable[[str], str]) -> Record:
    """``record`` on the new text: spans moved, every string outside the text passed through ``word``; ids stay."""
    report = replace(
        record.report,
        text=new.text,
        **{
            name: word(value)
            for name in ("ref", "outlet", "url", "title", "author")
            if (value := getattr(record.report, name)) is not None
        },
    )
    whole = mapped(replace(record, report=report), new.span, word, skip=report)
    return whole


def mapped(value: _Value, span: Callable[[Span], Span] | None, word: Callable[[str], str], *, skip: object = None) -> _Value:
    """``value`` with every span and every string in it replaced, through dataclasses, tuples, lists and dicts.

    ``skip`` is a part of it that is left as it is; so are fields called ``id``, ``report``, ``claim`` and ``actor``.
    """
    return _mapped(value, span, word, skip)  # type: ignore[no-any-return]


_IDS = frozenset({"id", "claim", "actor", "event_ref", "supersedes"})


def _mapped(value: Any, span: Callable[[Span], Span] | None, word: Callable[[str], str], skip: object) -> Any:
    if value is skip and skip is not None:
        return value
    if isinstance(value, str):
        return word(value)
    if isinstance(value, Span):
        return span(value) if span else value
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            f.name: getattr(value, f.name)
            if f.name in _IDS
            else _mapped(getattr(value, f.name), span, word, skip)
            for f in fields(value)
        }
        return type(value)(**changed)
    if isinstance(value, dict):
        return {key: item if key in _IDS else _mapped(item, span, word, skip) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(_mapped(item, span, word, skip) for item in value)
    return value
