"""The map page: everything within it, nothing that a report says can become code."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dateline.exports.map import map_page, page_data
from tests.records import EMPTY, RECORD

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Scripts(HTMLParser):
    """Collects the script elements of a page, as a browser cuts them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._id: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self._id = dict(attrs).get("id") or "code"
            assert self._id not in self.found
            self.found[self._id] = ""

    def handle_data(self, data: str) -> None:
        if self._id:
            self.found[self._id] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._id = None


def test_the_page_holds_all_it_needs() -> None:
    page = map_page([RECORD])
    fetched = re.findall(r"""(?:src|href)\s*=\s*["']([^"']+)""", page.partition("<script")[0])
    assert fetched == ["https://www.geonames.org"]  # a link, which is followed by a click alone
    assert "default-src 'none'" in page
    assert "GeoNames" in page
    assert "CC BY 4.0" in page
    assert "{{" not in page.partition("<script")[0]
    scripts = Scripts(page).found
    assert set(scripts) == {"data", "world", "code"}
    assert json.loads(scripts["world"])["type"] == "Topology"
    assert len(json.loads(scripts["data"])["claims"]) == len(RECORD.claims)


def test_the_same_records_give_the_same_page() -> None:
    assert map_page([RECORD, EMPTY]) == map_page([RECORD, EMPTY])


def test_text_cannot_end_its_script() -> None:
    bad = "</script><script>alert(1)</script>{{script}}<!--"
    page = map_page([replace(RECORD, report=replace(RECORD.report, title=bad, outlet=bad))])
    scripts = Scripts(page).found
    assert set(scripts) == {"data", "world", "code"}
    assert json.loads(scripts["data"])["reports"][0]["title"] == bad


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", None])
def test_only_web_addresses_become_links(url: str | None) -> None:
    report = replace(RECORD.report, url=url)
    assert page_data([replace(RECORD, report=report)])["reports"][0]["url"] is None


def test_towns_around_the_places_are_named() -> None:
    near = {town[0] for town in page_data([RECORD])["towns"]}
    assert {"Maiduguri", "Paris", "Tokyo"} <= near
    assert len(near) < 2000


def test_a_page_without_claims_is_a_page() -> None:
    assert "0 claims from 1 report<" in map_page([EMPTY])


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs chromium")
def test_a_browser_draws_it_without_a_network(tmp_path: Path) -> None:
    page = tmp_path / "map.html"
    page.write_text(map_page([RECORD]), encoding="utf-8")
    assert CHROMIUM is not None
    flags = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
        "--disable-component-update --disable-sync --proxy-server=127.0.0.1:9 --virtual-time-budget=4000"
    )
    flags += f" --user-data-dir={tmp_path / 'profile'} --dump-dom {page.as_uri()}#1/c1"
    command = [CHROMIUM, *flags.split()]
    dom = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    drawn = dom.partition('<script type="application/json"')[0]
    assert drawn.count('class="mark') >= 1
    assert drawn.count('class="bar') >= 2
    assert 'class="claim"' in drawn
    assert "Borno Courier" in drawn.partition("<aside")[2]
