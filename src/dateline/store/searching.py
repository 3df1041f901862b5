"""Reports by their words: FTS5 in SQLite, tsvector in PostgreSQL; English stems, all words must be there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection, text

from dateline.model.errors import UsageError

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w")

_CURRENT = """JOIN records r ON r.report = p.id AND r.entry <= :bound AND r.change <> 'withdrawn'
    AND NOT EXISTS (SELECT 1 FROM records n WHERE n.report = r.report AND n.row > r.row AND n.entry <= :bound)"""

_SQLITE = f"""SELECT p.id, p.outlet, r.title, r.published, snippet(report_words, -1, '', '', ' … ', 24) AS snippet
    FROM report_words JOIN reports p ON p.row = report_words.rowid {_CURRENT}
    WHERE report_words MATCH :words ORDER BY report_words.rank, p.row LIMIT :limit"""

_POSTGRES = f"""SELECT p.id, p.outlet, r.title, r.published,
      ts_headline('english', left(p.text, 300000), q.query,
                  'StartSel="",StopSel="",MaxFragments=1,MaxWords=24,MinWords=12') AS snippet
    FROM (SELECT %s AS query) q JOIN reports p ON p.words @@ q.query {_CURRENT}
    ORDER BY ts_rank(p.words, q.query) DESC, p.row LIMIT :limit"""


@dataclass(frozen=True, slots=True)
class Found:
    """A report that holds the words; ``snippet`` is the part of its text that does."""

    report: str
    outlet: str | None
    title: str | None
    published: str | None
    snippet: str


def search(connection: Connection, bound: int, words: str, limit: int) -> list[Found]:
    """The best ``limit`` reports that hold every one of ``words``, best first; ``"in quotes"`` is a phrase.

    Raises ``UsageError`` where there is no word among them.
    """
    terms = [phrase or word for phrase, word in _TERM.findall(words)]
    terms = [term for term in terms if _WORD.search(term)]
    if not terms:
        raise UsageError(f"{words!r} holds no word to search for.", "Give one or more words.")
    if connection.dialect.name == "sqlite":
        # Quoted, so that nothing in it is taken for FTS5's own language.
        asked = " ".join('"' + term.replace('"', " ") + '"' for term in terms)
        rows = connection.execute(text(_SQLITE), {"bound": bound, "limit": limit, "words": asked})
    else:
        query = " && ".join(f"phraseto_tsquery('english', :term{number})" for number in range(len(terms)))
        named = {f"term{number}": term for number, term in enumerate(terms)}
        rows = connection.execute(text(_POSTGRES % query), {"bound": bound, "limit": limit, **named})
    return [Found(row.id, row.outlet, row.title, row.published, " ".join(row.snippet.split())) for row in rows]
