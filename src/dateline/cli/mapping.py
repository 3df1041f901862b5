"""What ``dateline map`` does: the records of many reports to one page."""

from __future__ import annotations

from pathlib import Path

from dateline.cli.gathering import gather
from dateline.cli.request import Request
from dateline.cli.running import carry_out
from dateline.cli.screen import Screen
from dateline.exports.map import map_page
from dateline.run.writing import write_export


def map_reports(request: Request, out: Path) -> int:
    """Write the page; returns the exit status (0 all shown, 1 some reports failed, 2 wrong usage)."""

    def work(screen: Screen) -> int:
        records, failures = gather(request, screen)
        if records:
            write_export(out, {"": map_page(records).encode("utf-8")})
            claims = [claim for record in records for claim in record.claims]
            placed = sum(any(place.lat is not None for place in claim.places) for claim in claims)
            screen.say(f"Claims: {len(claims)}, of which located: {placed}. Reports: {len(records)}. Page: {out}")
        return screen.failed(failures, len(records))

    return carry_out(work, quiet=request.quiet)
