"""The help: at once, and with an example for every command."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from dateline.cli.main import main
from tests.cli.conftest import Command

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"


def _leaves() -> dict[str, click.Command]:
    """Every command by its whole name, those of the groups included."""
    found: dict[str, click.Command] = {}
    for name, command in main.commands.items():
        inner = command.commands if isinstance(command, click.Group) else {}
        found |= {f"{name} {sub}": one for sub, one in inner.items()} or {name: command}
    return found


COMMANDS = _leaves()


def _section(name: str) -> str:
    """What docs/commands.md says of a command, under the heading of its group."""
    page = DOCS.read_text(encoding="utf-8")
    return page.partition(f"\n## dateline {name.partition(' ')[0]}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", [*COMMANDS, *(n for n, c in main.commands.items() if isinstance(c, click.Group))])
def test_every_command_has_an_example(dateline: Command, name: str) -> None:
    result = dateline(*name.split(), "--help")
    assert result.exit_code == 0
    assert f"dateline {name}" in result.stdout.partition("Example")[2]


@pytest.mark.parametrize("group", ["", *(n for n, c in main.commands.items() if isinstance(c, click.Group))])
def test_the_list_of_commands_says_of_each_a_whole_sentence(dateline: Command, group: str) -> None:
    listed = dateline(*group.split(), "--help").stdout.partition("Commands:")[2]
    assert listed and "..." not in listed


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    section = _section(name)
    assert section, f"docs/commands.md has no section on dateline {name}"
    for option in COMMANDS[name].params:
        if isinstance(option, click.Option):
            assert option.help, f"{option.name} has no help"
            assert f"`{max(option.opts, key=len)}" in section, f"{option.name} is not documented"


@pytest.mark.parametrize("name", COMMANDS)
def test_no_option_is_documented_that_there_is_not(name: str) -> None:
    group, _, _ = name.partition(" ")
    known = {
        opt for n, command in COMMANDS.items() if n.partition(" ")[0] == group for o in command.params for opt in o.opts
    }
    rows = re.findall(r"^\|.*?\|", _section(name), re.MULTILINE)
    assert {opt for row in rows for opt in re.findall(r"`(--[a-z-]+)`", row)} <= known


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
