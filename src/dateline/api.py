"""Dateline from Python: ``dateline.code(text, outlet=…, published=…)``."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from dateline.exports.html import page
from dateline.exports.json import to_json
from dateline.exports.table import table, table_console
from dateline.model.errors import SourceError
from dateline.model.record import Record
from dateline.model.report import Capture, Failure, Hints
from dateline.reading import read
from dateline.run.coder import Coder
from dateline.sources import open_sources


class CodedReport(Record):
    """A record that shows itself: as a table when printed, as a page in a notebook. Its fields are ``Record``'s."""

    __slots__ = ()

    def __repr__(self) -> str:
        """One line: what was read and how much it tells."""
        said = ", ".join(part for part in (self.report.outlet, self.report.published) if part)
        return f"<CodedReport {self.report.id}{f' ({said})' if said else ''}: {len(self.claims)} claims>"

    def __str__(self) -> str:
        """The table that ``dateline code`` shows."""
        text = io.StringIO()
        table_console(text).print(table(self))
        return "\n".join(line.rstrip() for line in text.getvalue().splitlines())

    def _repr_html_(self) -> str:
        return page(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The claim record as JSON, as ``dateline code --format json`` writes it."""
        return to_json(self, indent=indent)


def code(
    text: str,
    *,
    outlet: str | None = None,
    published: str | date | None = None,
    url: str | None = None,
    title: str | None = None,
    actors: Sequence[str | Path] = (),
) -> CodedReport:
    """The claims that ``text`` makes, with the words behind every field.

    ``published`` is the publication date, without which "Tuesday" has no date; ``actors`` are files of
    actors of your own. Raises ``DatelineError``: ``ReadingError`` for a text that is none or not in English,
    ``UsageError`` for a date that is none, ``KnowledgeError`` for an actor file that does not hold what it
    must.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    hints = _hints(outlet, published, url, title)
    content = text.encode("utf-8", "replace")
    return _coded(
        Capture.of(
            "text", content, media_type="text/plain; charset=utf-8", fetched_at=now, url=url, hints=hints
        ),
        actors,
    )


def code_file(
    path: str | Path,
    *,
    outlet: str | None = None,
    published: str | date | None = None,
    url: str | None = None,
    title: str | None = None,
    actors: Sequence[str | Path] = (),
) -> CodedReport:
    """As ``code``, for the one report in a text, HTML, PDF or DOCX file, whose own outlet, date and title hold.

    Raises also ``SourceError`` where the file cannot be read or holds more reports than one.
    """
    found = list(open_sources([str(path)], hints=_hints(outlet, published, url, title)))
    if len(found) != 1:
        raise SourceError(f"{path} holds {len(found)} reports, not one.", "Code it with: dateline code")
    if isinstance(found[0], Failure):
        raise SourceError(found[0].message, found[0].advice)
    return _coded(found[0], actors)


def _hints(outlet: str | None, published: str | date | None, url: str | None, title: str | None) -> Hints:
    day = published.isoformat() if isinstance(published, date) else published
    return Hints(outlet=outlet, published=day, url=url, title=title)


def _coded(capture: Capture, actors: Sequence[str | Path]) -> CodedReport:
    report, warnings = read(capture)
    record = _coder(tuple(Path(path) for path in actors)).code(report, warnings)
    return CodedReport(record.report, record.claims, record.relations, record.framing, record.warnings)


@lru_cache(maxsize=2)
def _coder(actors: tuple[Path, ...]) -> Coder:
    return Coder(actor_files=actors)
