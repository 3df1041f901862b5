"""Where a report names persons, by the engine: what a release needs beside the record."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.language.analyse import Analyser
from dateline.language.network import load as load_network
from dateline.model.record import Record
from dateline.model.span import Span


def persons_named(records: Iterable[Record]) -> dict[str, tuple[Span, ...]]:
    """The spans of persons' names in the text of each record, by report id. Raises ``EngineError``."""
    analyser = Analyser(load_network(0))
    found = {}
    for record in records:
        text = record.report.text
        analysis = analyser.analyse(text)
        words = analysis.words
        found[record.report.id] = tuple(
            Span.of(text, words[mention.first].start, words[mention.last - 1].end)
            for mention in analysis.mentions
            if mention.kind == "name:PER"
        )
    return found
