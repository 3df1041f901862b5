"""What kind of source a file is: one document, or a feed or table of many."""

from __future__ import annotations

import json
import re
from enum import Enum
from pathlib import PurePath


class Kind(Enum):
    """How a source is opened."""

    DOCUMENT = "document"
    FEED = "feed"
    CSV = "CSV table"
    TSV = "TSV table"
    JSON_LINES = "JSON Lines table"
    JSON = "JSON table"
    XLSX = "XLSX table"


DOCUMENT_SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The documents that a folder is searched for, with their media types."""

_SUFFIX_KINDS = {
    ".csv": Kind.CSV,
    ".tsv": Kind.TSV,
    ".tab": Kind.TSV,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".json": Kind.JSON,
    ".xlsx": Kind.XLSX,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
}

_TYPE_KINDS = {
    "text/csv": Kind.CSV,
    "text/tab-separated-values": Kind.TSV,
    "application/x-ndjson": Kind.JSON_LINES,
    "application/jsonl": Kind.JSON_LINES,
    "application/json": Kind.JSON,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Kind.XLSX,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
    "application/rdf+xml": Kind.FEED,
}

_FEED_START = re.compile(rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]", re.IGNORECASE)
_HTML_START = re.compile(rb"<!doctype html|<html", re.IGNORECASE)


def media_type_of(name: str) -> str | None:
    """The media type that a document's name promises, or ``None``."""
    return DOCUMENT_SUFFIXES.get(PurePath(name).suffix.lower())


def kind_of(name: str, media_type: str | None, head: bytes) -> Kind:
    """The kind by name, then by declared media type, then by the first bytes (``head``, 4 kB will do).

    A page whose server calls it a feed stays a page, and the other way round: the bytes decide between the two.
    """
    by_suffix = _SUFFIX_KINDS.get(PurePath(name).suffix.lower())
    by_type = _TYPE_KINDS.get((media_type or "").partition(";")[0].strip().lower())
    kind = by_suffix or by_type
    if kind is not None and kind is not Kind.FEED:
        return kind
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _HTML_START.match(start):
        return Kind.DOCUMENT
    if kind is Kind.FEED or (start.startswith(b"<") and _FEED_START.search(start)):
        return Kind.FEED
    return Kind.DOCUMENT


def kind_of_stream(head: bytes, *, columns_given: bool) -> Kind:
    """The kind of standard input, which has no name: JSON shows itself, ``columns_given`` tells of CSV."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"[") and re.match(rb"\[\s*\{\s*\"", start):
        return Kind.JSON
    if re.match(rb"\{\s*\"[^\"]*\"\s*:", start):
        first_line, newline, _ = start.partition(b"\n")
        # A first line longer than the head cannot be tried; a file written for reading breaks its lines sooner.
        return Kind.JSON_LINES if not newline or _is_json_object(first_line) else Kind.JSON
    kind = kind_of("", None, head)
    return Kind.CSV if columns_given and kind is Kind.DOCUMENT else kind


def _is_json_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
