"""The steps after reading, in their order: language, then coding."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.coding.coder import Knowledge, code
from dateline.knowledge.actors import load_actors
from dateline.knowledge.gazetteer import load_gazetteer
from dateline.language.analyse import Analyser
from dateline.language.network import load as load_network
from dateline.model.record import Record, Warning
from dateline.model.report import Report


class Coder:
    """Codes reports with the embedded engine."""

    def __init__(self, *, actor_files: Sequence[Path] = (), threads: int = 0) -> None:
        """``actor_files`` are the user's own actors; ``threads`` 0 uses every core.

        Raises ``KnowledgeError`` and ``EngineError``.
        """
        self._analyser = Analyser(load_network(threads))
        self._knowledge = Knowledge(load_actors(tuple(actor_files)), load_gazetteer())

    def code(self, report: Report, warnings: tuple[Warning, ...] = ()) -> Record:
        """The record of ``report``; ``warnings`` are those of its reading and come first."""
        return code(report, self._analyser.analyse(report.text), self._knowledge, warnings)
