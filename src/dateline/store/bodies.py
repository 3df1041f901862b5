"""Values as the JSON that is stored, and back."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any, TypeVar

from dateline.model.errors import SourceError, StoreError
from dateline.model.incident import Incident
from dateline.model.parsing import record_of, value_of
from dateline.model.record import Record, plain

T = TypeVar("T")


def dump(value: Any) -> str:
    """Plain JSON in one line. What UTF-8 cannot hold (half a surrogate pair) is escaped, and all else then too."""
    text = json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(plain(value), ensure_ascii=True, separators=(",", ":"))
    return text


def digest(body: str) -> str:
    """What tells two bodies apart."""
    return hashlib.sha256(body.encode()).hexdigest()


def record_digest(record: Record) -> str:
    """The same for records that say the same, wherever the report was read from, and after being read back."""
    # Read back, a whole number stands as the fraction that its field is of.
    body = json.loads(dump(replace(record, report=replace(record.report, ref=""))))
    return digest(dump(value_of(Record, body)))


def record_head(record: Record, *, with_text: bool) -> str:
    """The record without its claims, and without its text where that comes back from its column as it was."""
    head = plain(replace(record, claims=()))
    del head["claims"]
    if not with_text:
        del head["report"]["text"]
    return dump(head)


def parse_record(head: str, text: str, claims: list[str], ref: str) -> Record:
    """The inverse of ``record_head`` with the claims' bodies; raises ``StoreError`` where it is not whole."""
    try:
        value = json.loads(head)
        value["report"].setdefault("text", text)
        value["claims"] = [json.loads(claim) for claim in claims]
        return record_of(value, ref)
    except (ValueError, KeyError, TypeError, AttributeError, SourceError) as error:
        raise damaged(f"the record of {ref}", error) from None


def incident_body(incident: Incident) -> str:
    """The incident without what the store itself knows of it: when it was first and last seen, its history."""
    return dump(replace(incident, first_seen=None, last_updated=None, history=()))


def parse(kind: type[T], body: str, name: str) -> T:
    """The value in ``body``; ``name`` says in the ``StoreError`` what is not whole."""
    try:
        return value_of(kind, json.loads(body))
    except ValueError as error:
        raise damaged(name, error) from None


def damaged(name: str, error: Exception) -> StoreError:
    """What is said of a row that cannot be read back."""
    said = error.message if isinstance(error, SourceError) else str(error)
    return StoreError(
        f"The store is damaged: {name} cannot be read back ({said}).",
        "Run `dateline store check`, and restore a backup: dateline store restore BACKUP --store NEW.",
    )
