"""Records from their JSON form back to values: the inverse of ``record.plain``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from dateline.model.errors import SourceError
from dateline.model.record import Record
from dateline.model.report import Report

T = TypeVar("T")


def is_record(value: object) -> bool:
    """True for an object that says that it is a coded report, whether or not it is a whole one."""
    return isinstance(value, dict) and isinstance(value.get("report"), dict) and "claims" in value


def record_of(value: object, ref: str) -> Record:
    """The record that ``value``, a parsed JSON object, holds; ``ref`` names it in the error.

    Fields that a later version may have added are passed over. Raises ``SourceError`` where a field is
    missing or is not what it must be, with the field's path.
    """
    try:
        record = value_of(Record, value)
        _check_spans(record.report, value)
    except ValueError as error:
        raise SourceError(
            f"{ref} is not a whole record: {error}.", "Code its report again with `dateline code`."
        ) from None
    return record


def value_of(kind: type[T], value: object) -> T:
    """``value``, parsed JSON, as the frozen value of ``kind`` whose ``record.plain`` form it is.

    Raises ``ValueError`` with the path of the field that is missing or is not what it must be.
    """
    read: T = _read(kind, value, "")
    return read


@cache
def _types(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, value: object, path: str) -> Any:
    if is_dataclass(kind):
        return _read_object(kind, value, path)
    if kind is Any:
        return value
    origin, inner = get_origin(kind), get_args(kind)
    if origin is dict:
        if not isinstance(value, dict):
            raise ValueError(f"{path} is no object")
        return {key: _read(inner[1], item, f"{path}.{key}") for key, item in value.items()}
    if origin is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{path} is no list")
        return tuple(_read(inner[0], item, f"{path}[{number}]") for number, item in enumerate(value))
    if origin in (Union, UnionType):
        if value is None and NoneType in inner:
            return None
        return _read(next(choice for choice in inner if choice is not NoneType), value, path)
    if origin is Literal:
        if value not in inner:
            raise ValueError(f"{path} is {value!r}, not one of {', '.join(map(repr, inner))}")
        return value
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"{path} is {value!r}, not of type {kind.__name__}")
    return value


def _read_object(kind: Any, value: object, path: str) -> Any:
    if not isinstance(value, dict):
        raise ValueError(f"{path or 'it'} is no object")
    found = {}
    for field in fields(kind):
        inner = f"{path}.{field.name}" if path else field.name
        if field.name in value:
            found[field.name] = _read(_types(kind)[field.name], value[field.name], inner)
    try:
        return kind(**found)
    except TypeError:
        lacking = [field.name for field in fields(kind) if field.name not in value]
        raise ValueError(f"{path or 'it'} lacks {', '.join(lacking)}") from None


def _check_spans(report: Report, value: object) -> None:
    """Every span must be what the text holds there: a text that was edited by hand moves them all."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if (
                set(item) == {"start", "end", "text"}
                and report.text[item["start"] : item["end"]] != item["text"]
            ):
                raise ValueError(f"at {item['start']} its text does not say {item['text']!r}")
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
