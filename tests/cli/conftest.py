"""The command with a coder that needs no engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import opening
from dateline.cli.main import main
from dateline.model.errors import KnowledgeError
from dateline.model.record import Record, Warning
from dateline.model.report import Report
from tests.records import RECORD, TEXT
from tests.run.fakes import FakeCoder

Command = Callable[..., Result]


class KnowingCoder(FakeCoder):
    """Gives the made-up claims for the text that they were made up for."""

    def code(self, report: Report, warnings: tuple[Warning, ...] = ()) -> Record:
        coded = super().code(report, warnings)
        if report.text != TEXT:
            return coded
        return Record(report, RECORD.claims, RECORD.relations, RECORD.framing, warnings)


def make_knowing(actors: tuple[Path, ...], threads: int) -> KnowingCoder:
    for path in actors:
        if "name" not in path.read_text():
            raise KnowledgeError(f"{path} holds no actors.", "See docs/actors.md.")
    return KnowingCoder()


@pytest.fixture
def dateline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """``dateline ARGUMENTS``, run in an empty folder that holds ``damboa.txt``."""
    monkeypatch.setattr(opening, "make_coder", make_knowing)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "damboa.txt").write_text(TEXT, encoding="utf-8")

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner(catch_exceptions=False).invoke(main, list(arguments), input=stdin)

    return run
