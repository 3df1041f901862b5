"""Text that every reader takes: no half surrogate pairs, which UTF-8 cannot hold, and no NUL, over which readers trip."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

_UNSOUND = re.compile("[\x00\ud800-\udfff]")


def sound(text: str) -> str:
    """``text`` with ``�`` for what no reader takes; as long as before, so that offsets hold."""
    return _UNSOUND.sub("�", text)


def sound_values(value: Any) -> Any:
    """Plain JSON with every string in it made sound."""
    if isinstance(value, str):
        return sound(value)
    if isinstance(value, dict):
        return {sound(key): sound_values(item) for key, item in value.items()}
    return [sound_values(item) for item in value] if isinstance(value, (list, tuple)) else value


def json_bytes(value: Any) -> bytes:
    """``value`` as indented JSON in UTF-8 with a line end."""
    return (json.dumps(sound_values(value), ensure_ascii=False, indent=2) + "\n").encode()


def json_lines(values: Iterable[Any]) -> bytes:
    """One object a line, UTF-8."""
    lines = (json.dumps(sound_values(value), ensure_ascii=False) + "\n" for value in values)
    return "".join(lines).encode()


def without_empty(value: dict[str, Any]) -> dict[str, Any]:
    """``value`` without what is ``None``, an empty text or an empty list: for formats in which absence says it."""
    return {key: item for key, item in value.items() if item not in (None, "", [], {})}
