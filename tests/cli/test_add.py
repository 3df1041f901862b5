"""``dateline add`` and ``dateline store``: what is said, and the exit statuses."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command


def test_add_search_check_and_back_up(dateline: Command) -> None:
    result = dateline("add", "damboa.txt", "--outlet", "Borno Courier", "--published", "2025-03-12")
    assert result.exit_code == 0
    assert "dateline.db: 1 new reports, 4 claims." in result.stderr
    again = dateline("add", "damboa.txt", "--outlet", "Borno Courier", "--published", "2025-03-12")
    assert "1 unchanged" in again.stderr
    found = json.loads(dateline("store", "search", "army outpost", "--format", "json").stdout)
    assert [one["outlet"] for one in found] == ["Borno Courier"]
    assert dateline("store", "search", "nonsense").exit_code == 1
    assert dateline("store", "check").stdout.startswith("All is well: 1 reports")
    assert dateline("store", "backup", "b.db").exit_code == 0
    assert dateline("store", "backup", "b.db").exit_code == 1
    assert dateline("store", "backup", "new/b.db").exit_code == 0
    taken = dateline("store", "backup", "damboa.txt/b.db")
    assert taken.exit_code == 1
    assert "damboa.txt/b.db could not be written" in taken.stderr
    assert dateline("store", "restore", "b.db", "--store", "again.db").exit_code == 0
    assert "All is well" in dateline("store", "check", "--store", "again.db").stdout


def test_exit_statuses(dateline: Command) -> None:
    assert dateline("add", "damboa.txt", "gone.txt").exit_code == 1
    assert dateline("add").exit_code == 2
    assert dateline("add", "damboa.txt", "--store", "none/x.db").exit_code == 1
    assert dateline("add", "damboa.txt", "--store", "mysql://x/y").exit_code == 2
    assert dateline("store", "check", "--store", "gone.db").exit_code == 1
    assert not Path("gone.db").exists()
    assert dateline("watch", "gone.opml").exit_code == 2


def test_the_feeds_that_could_not_be_read_are_told_as_feeds(dateline: Command) -> None:
    urls = ("http://127.0.0.1:9/a.xml", "http://127.0.0.1:9/b.xml")
    result = dateline("watch", *urls, "--once")
    assert result.exit_code == 1
    assert "2 of 2 feeds could not be read:" in result.stderr
    assert "reports could not be coded" not in result.stderr
