"""Find the one report, code it, and show the words of one of its claims."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dateline.cli.coding import Request, make_coder, sources_of
from dateline.cli.screen import Screen
from dateline.exports.evidence import evidence
from dateline.exports.table import table_console
from dateline.model.errors import DatelineError, KnowledgeError, SourceError, UsageError
from dateline.model.report import Capture, Failure
from dateline.run.one import code_one


def explain_claim(request: Request, claim_id: str) -> int:
    """Print the claim with its words; returns the exit status (0, 1 where the report fails, 2 wrong
    usage).
    """
    with Screen(quiet=False) as screen:
        try:
            source = _one(request, screen)
            result = (
                source if isinstance(source, Failure) else code_one(make_coder(request.actors, 0), source)
            )
            if isinstance(result, Failure):
                screen.failed([result], 1)
                return 2 if result.error == "UsageError" else 1
            claim = next((claim for claim in result.claims if claim.id == claim_id), None)
            if claim is None:
                known = ", ".join(claim.id for claim in result.claims)
                advice = f"Its claims are: {known}." if known else "It tells of no event of conflict."
                raise UsageError(f"{source.ref} has no claim {claim_id}.", advice)
            console = table_console(sys.stdout)
            console.print(evidence(result, claim, colour=console.color_system is not None))
            return 0
        except DatelineError as error:
            screen.error(str(error))
            return 2 if isinstance(error, (UsageError, KnowledgeError)) else 1
        except KeyboardInterrupt:
            screen.error("Stopped.")
            return 130


def _one(request: Request, screen: Screen) -> Capture | Failure:
    """The one document that is meant: all there is, or the item of a table or feed by its whole ref."""
    ref = request.refs[0]
    container, mark, _ = ref.rpartition("#")
    if mark and not Path(ref).exists() and ("://" in ref or Path(container).is_file()):
        for source in sources_of(replace(request, refs=(container,)), screen):
            if source.ref == ref:
                return source
        raise SourceError(
            f"{container} has no item {ref}.", f"See how its records are called: dateline code {container}"
        )
    found: Iterator[Capture | Failure] = sources_of(request, screen)
    first, second = next(found, None), next(found, None)
    if first is None:
        raise SourceError(f"{ref} holds no report.", "Check that it is what you meant.")
    if second is not None:
        raise UsageError(
            f"{ref} holds several reports.", f"Name one of them as its record calls it, such as {first.ref}"
        )
    return first
