"""The dateline that heads an agency report: "GOMA, Congo, March 3 (Agency) — "."""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"\s*(?P<place>[A-ZÀ-Þ][\w’'.-]*(?:[ -][A-ZÀ-Þ][\w’'.-]*){0,4})"
    r"(?:,[^\n—–(]{1,40}){0,3}\s*(?:\([^)\n]{1,60}\)\s*)?(?:—|–|--| - )\s*"
)
_LONGEST = 110


def dateline_end(text: str) -> int:
    """Offset at which the report itself begins, 0 where no dateline heads it.

    A dateline names a town in capitals, or any town before an agency in brackets, and ends with a dash.
    """
    m = _DATELINE.match(text[:_LONGEST])
    if not m or not (m["place"].isupper() or "(" in m.group()):
        return 0
    return m.end()
