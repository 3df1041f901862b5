"""Records and incidents as JSON Lines, with the names of ``docs/codebook.md``; nothing added or left out."""

from __future__ import annotations

from dateline.exports.json import to_json
from dateline.exports.selection import Selection
from dateline.exports.text import json_lines
from dateline.model.record import plain


def record_lines(selection: Selection) -> bytes:
    """One record a line, as ``dateline code --format jsonl`` writes it."""
    return "".join(to_json(record) + "\n" for record in selection.records).encode()


def incident_lines(selection: Selection) -> bytes:
    """One incident a line, as ``dateline incidents show --format json`` has it."""
    return json_lines(plain(incident) for incident in selection.incidents)


def jsonl(selection: Selection) -> bytes:
    """Records, then incidents, one object a line: a record has ``report``, an incident ``fields``."""
    return record_lines(selection) + incident_lines(selection)

