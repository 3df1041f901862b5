"""``dateline framing``."""

from __future__ import annotations

import json

from tests.cli.conftest import Command

OUTLET = ("--outlet", "Borno Courier", "--published", "2025-03-12")


def test_a_report_is_coded_and_its_words_shown(dateline: Command) -> None:
    result = dateline("framing", "damboa.txt", *OUTLET)
    assert result.exit_code == 0
    assert "Borno Courier" in result.stdout
    assert "so-called" in result.stdout
    assert "→ the group" in " ".join(result.stdout.replace("│", " ").split())


def test_records_coded_before_give_the_same_words(dateline: Command) -> None:
    dateline("code", "damboa.txt", "--out", "c.jsonl", *OUTLET)
    now = dateline("framing", "damboa.txt", "--format", "json", *OUTLET)
    before = dateline("framing", "c.jsonl", "--format", "json")
    assert json.loads(before.stdout) == json.loads(now.stdout)
    assert json.loads(now.stdout)[0]["kind"] == "so-called"


def test_csv(dateline: Command) -> None:
    rows = dateline("framing", "damboa.txt", "--format", "csv", *OUTLET).stdout.splitlines()
    assert rows[0] == "outlet,actor,about,kind,words,neutral,count,reports"
    assert "so-called caliphate" in rows[1]


def test_what_fails_does_not_stop_the_rest(dateline: Command) -> None:
    result = dateline("framing", "gone.txt", "damboa.txt", *OUTLET)
    assert result.exit_code == 1
    assert "so-called" in result.stdout
    assert "1 of 2 reports could not be coded" in result.stderr
    assert dateline("framing", "gone.txt").exit_code == 1
