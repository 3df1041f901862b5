"""Reports, or records coded before, to the page that ``dateline map`` writes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from dateline.cli import coding
from dateline.cli.coding import Request
from dateline.cli.screen import Screen
from dateline.exports.map import map_page
from dateline.model.errors import DatelineError, KnowledgeError, SourceError, UsageError
from dateline.model.parsing import is_record, record_of
from dateline.model.record import Record
from dateline.model.report import Failure
from dateline.run.batch import code_all
from dateline.run.ledger import OutputError, write_whole
from dateline.sources import count_sources

_SUFFIXES = (".json", ".jsonl", ".ndjson")
_RECORD = re.compile(rb'^(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"report"\s*:\s*\{')
_SNIFFED = 4096


def map_reports(request: Request) -> int:
    """Write the page; returns the exit status (0 all shown, 1 some reports failed, 2 wrong usage)."""
    with Screen(quiet=request.quiet) as screen:
        try:
            records, failures = gather(request, screen)
            if records:
                _write(request, records, screen)
        except DatelineError as error:
            screen.error(str(error))
            return 2 if isinstance(error, (UsageError, KnowledgeError)) else 1
        except KeyboardInterrupt:
            screen.error("Stopped.")
            return 130
        screen.failed(failures, len(records) + len(failures))
        return 1 if failures or not records else 0


def gather(request: Request, screen: Screen) -> tuple[list[Record], list[Failure]]:
    """The records behind all refs, in their order, each report once; and what failed."""
    records: dict[str, Record] = {}
    failures: list[Failure] = []
    for ref in request.refs:
        for result in _results(replace(request, refs=(ref,)), screen):
            if isinstance(result, Failure):
                failures.append(result)
            else:
                records.setdefault(result.report.id, result)
    screen.end_bar()
    return list(records.values()), failures


def _results(request: Request, screen: Screen) -> Iterator[Record | Failure]:
    ref = request.refs[0]
    if _holds_records(ref):
        yield from _coded_before(Path(ref))
        return
    total = count_sources(request.refs)
    screen.bar(total)
    coder = partial(coding.make_coder, request.actors)
    jobs = request.jobs or coding.jobs_for(total)
    sources = coding.sources_of(request, screen)
    with closing(code_all(sources, make_coder=coder, jobs=jobs)) as results:
        for _, result in results:
            yield result
            screen.advance()
    screen.end_bar()


def _holds_records(ref: str) -> bool:
    path = Path(ref)
    if path.suffix.lower() not in _SUFFIXES or not path.is_file():
        return False
    with path.open("rb") as file:
        return _RECORD.match(file.read(_SNIFFED)) is not None


def _coded_before(path: Path) -> Iterator[Record]:
    """The records of a file that ``dateline code`` wrote. Raises ``SourceError`` where one is not whole."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path} cannot be read ({error}).", "Code its reports again.") from None
    if path.suffix.lower() == ".json":
        found = _parsed(text, str(path))
        items = [(str(path), item) for item in (found if isinstance(found, list) else [found])]
    else:
        # Not splitlines: the line separators of Unicode may stand inside a JSON string.
        lines = [(f"{path}, line {n}", line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
        items = [(where, _parsed(line, where)) for where, line in lines]
    for where, item in items:
        if not is_record(item):
            raise SourceError(f"{where} is no record of a coded report.", "See docs/codebook.md.")
        yield record_of(item, where)


def _parsed(text: str, where: str) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(
            f"{where} is cut short or damaged ({error}).", "Code its reports again with `dateline code`."
        ) from None
    return value


def _write(request: Request, records: list[Record], screen: Screen) -> None:
    assert request.out is not None
    try:
        request.out.parent.mkdir(parents=True, exist_ok=True)
        write_whole(request.out, map_page(records).encode("utf-8"))
    except OSError as error:
        raise OutputError.of(request.out, error) from None
    claims = [claim for record in records for claim in record.claims]
    placed = sum(any(place.lat is not None for place in claim.places) for claim in claims)
    screen.say(
        f"Claims: {len(claims)}, of which located: {placed}. Reports: {len(records)}. Page: {request.out}"
    )
