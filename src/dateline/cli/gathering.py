"""Records behind what a user names: files that ``dateline code`` wrote, and reports that are coded now."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path

from dateline.cli import opening
from dateline.cli.request import Request
from dateline.cli.screen import Screen
from dateline.model.errors import SourceError
from dateline.model.parsing import is_record, record_of
from dateline.model.record import Record
from dateline.model.report import Failure
from dateline.run.batch import code_all

_SUFFIXES = (".json", ".jsonl", ".ndjson")
_RECORD = re.compile(rb'^(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"report"\s*:\s*\{')
_SNIFFED = 4096


def gather(request: Request, screen: Screen) -> tuple[list[Record], list[Failure]]:
    """The records behind all refs, in their order, each report once; and what failed.

    Raises ``SourceError`` for a file of records that is not whole.
    """
    records: dict[str, Record] = {}
    failures: list[Failure] = []
    for result in _results(request, screen):
        if isinstance(result, Failure):
            failures.append(result)
        else:
            records.setdefault(result.report.id, result)
    screen.end_bar()
    return list(records.values()), failures


def _results(request: Request, screen: Screen) -> Iterator[Record | Failure]:
    # Reports that are named side by side are coded together: the engine is loaded once for them.
    for coded, refs in groupby(request.refs, key=_holds_records):
        if coded:
            for ref in refs:
                yield from _coded_before(Path(ref))
        else:
            yield from _coded_now(replace(request, refs=tuple(refs)), screen)


def _coded_now(request: Request, screen: Screen) -> Iterator[Record | Failure]:
    opened = opening.open_request(request, screen)
    coder = partial(opening.make_coder, request.actors)
    with closing(code_all(opened.sources, make_coder=coder, jobs=opened.jobs)) as results:
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
