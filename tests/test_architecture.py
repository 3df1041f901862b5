"""The layers of the house hold, and nothing below the commands prints."""

import ast
import tomllib
from pathlib import Path

import pytest

import dateline

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "src" / "dateline").rglob("*.py"))


def test_imports_keep_to_the_layers(monkeypatch):
    cli = pytest.importorskip("importlinter.cli", reason="import-linter is not installed")
    monkeypatch.chdir(ROOT)
    assert cli.lint_imports(no_cache=True) == 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src" / "dateline")))
def test_only_the_commands_print(path):
    calls = (n.func for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call))
    prints = any(isinstance(f, ast.Name) and f.id == "print" for f in calls)
    assert not prints or "cli" in path.parts


def test_the_version_is_told_in_one_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert f"\nversion: {dateline.__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\n## {dateline.__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
