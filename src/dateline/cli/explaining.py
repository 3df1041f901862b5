"""What ``dateline explain`` does: find the one report, code it, and show the words of one of its claims."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from dateline.cli import opening
from dateline.cli.request import Request
from dateline.cli.running import carry_out
from dateline.cli.screen import Screen
from dateline.exports.evidence import evidence
from dateline.exports.table import table_console
from dateline.model.claim import Claim
from dateline.model.errors import SourceError, UsageError
from dateline.model.record import Record
from dateline.model.report import Capture, Failure
from dateline.run.one import code_one


def explain_claim(request: Request, claim_id: str) -> int:
    """Print the claim with its words; returns the exit status (0, 1 where the report fails, 2 wrong usage)."""

    def work(screen: Screen) -> int:
        source = _one(request, screen)
        result = source if isinstance(source, Failure) else code_one(opening.make_coder(request.actors, 0), source)
        if isinstance(result, Failure):
            return screen.failed([result], 0)
        console = table_console(sys.stdout)
        console.print(evidence(result, _claim(result, claim_id), colour=console.color_system is not None))
        return 0

    return carry_out(work)


def _claim(record: Record, claim_id: str) -> Claim:
    for claim in record.claims:
        if claim.id == claim_id:
            return claim
    known = ", ".join(claim.id for claim in record.claims)
    advice = f"Its claims are: {known}." if known else "It tells of no event of conflict."
    raise UsageError(f"{record.report.ref} has no claim {claim_id}.", advice)


def _one(request: Request, screen: Screen) -> Capture | Failure:
    """The one document that is meant: all there is, or the item of a table or feed by its whole ref."""
    ref = request.refs[0]
    container, mark, _ = ref.rpartition("#")
    if mark and not Path(ref).exists() and ("://" in ref or Path(container).is_file()):
        for source in opening.sources_of(replace(request, refs=(container,)), screen):
            if source.ref == ref:
                return source
        raise SourceError(
            f"{container} has no item {ref}.", f"See how its records are called: dateline code {container}"
        )
    found = opening.sources_of(request, screen)
    first, second = next(found, None), next(found, None)
    if first is None:
        raise SourceError(f"{ref} holds no report.", "Check that it is what you meant.")
    if second is not None:
        raise UsageError(
            f"{ref} holds several reports.", f"Name one of them as its record calls it, such as {first.ref}"
        )
    return first
