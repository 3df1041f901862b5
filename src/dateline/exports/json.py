"""JSON and JSON Lines: the claim record as ``docs/codebook.md`` has it, nothing added or left out."""

from __future__ import annotations

import json
from dataclasses import dataclass

from dateline.model.record import Record, plain


def to_json(record: Record, *, indent: int | None = None) -> str:
    """``record`` as one JSON object, keys in the order of the codebook, no line end.

    Text stands as it is, not escaped; only where it holds half a surrogate pair, which UTF-8 cannot, is all
    that is not ASCII escaped.
    """
    value = plain(record)
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, indent=indent)
    return text


@dataclass(frozen=True, slots=True)
class Json:
    """One object where one report is coded, a list where there are ``many``; indented by two."""

    many: bool
    suffix: str = ".json"

    def begin(self) -> str:
        """The list's opening."""
        return "[" if self.many else ""

    def record(self, record: Record, *, first: bool) -> str:
        """One object."""
        text = to_json(record, indent=2)
        if not self.many:
            return text + "\n"
        # No line break stands inside a JSON string, so every line can be indented.
        return ("\n" if first else ",\n") + "\n".join("  " + line for line in text.split("\n"))

    def end(self) -> str:
        """The list's end."""
        return "\n]\n" if self.many else ""


@dataclass(frozen=True, slots=True)
class JsonLines:
    """One object a line."""

    suffix: str = ".jsonl"

    def begin(self) -> str:
        """Nothing."""
        return ""

    def record(self, record: Record, *, first: bool) -> str:
        """One line."""
        return to_json(record) + "\n"

    def end(self) -> str:
        """Nothing."""
        return ""
