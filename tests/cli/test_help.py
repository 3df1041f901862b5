"""The help: at once, and with an example for every command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from dateline.cli.main import main
from tests.cli.conftest import Command

COMMANDS = sorted(main.commands)
DOCS = Path(__file__).parents[2] / "docs" / "commands.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(dateline: Command, name: str) -> None:
    result = dateline(name, "--help")
    assert result.exit_code == 0
    assert f"dateline {name}" in result.stdout.partition("Example")[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    page = DOCS.read_text(encoding="utf-8")
    section = page.partition(f"\n## dateline {name}\n")[2].partition("\n## ")[0]
    assert section, f"docs/commands.md has no section on dateline {name}"
    for option in main.commands[name].params:
        if isinstance(option, click.Option):
            assert option.help, f"{option.name} has no help"
            assert f"`{max(option.opts, key=len)}" in section, f"{option.name} is not documented"


def test_help_loads_neither_the_engine_nor_the_readers() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from dateline.cli.main import main\n"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0\n"
        "heavy = {'numpy', 'onnxruntime', 'rich', 'lxml', 'trafilatura', 'feedparser'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_package_loads_nothing_until_it_is_used() -> None:
    code = "import sys, dateline; assert 'dateline.api' not in sys.modules and dateline.__all__"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_version(dateline: Command) -> None:
    assert dateline("--version").stdout.startswith("dateline, version ")
