# ruff: noqa: E501 - the sample texts are easier to read on one line
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.report import Capture, Failure, Hints
from dateline.reading import read
from dateline.sources import open_sources

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Sahel Courier</title><link>https://sahel.example/</link>
<item><title>Seven killed</title><link>https://sahel.example/1</link><guid>g1</guid><dc:creator>Awa Traoré</dc:creator>
<pubDate>Wed, 26 Jul 2023 22:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The army said that seven people were killed in the attack.</p><p>It was on Tuesday.</p>]]></content:encoded></item>
<item><title>Summary only</title><pubDate>soon</pubDate><guid isPermaLink="false">g2</guid>
<description>The army said that the road was closed.</description></item>
<item><title>Nothing</title><link>https://sahel.example/3</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Delta Radio</title><id>f</id>
<entry><title>One</title><id>e1</id><link href="https://delta.example/1"/><updated>2023-07-28T00:00:00Z</updated>
<content type="html">&lt;p&gt;The army said that it was attacked.&lt;/p&gt;</content></entry>
<entry><title>Two</title><id>e2</id><link href="https://delta.example/2"/><published>2023-07-26T10:00:00+03:00</published>
<source><title>Partner Agency</title></source><summary>The army said that it was attacked again.</summary></entry></feed>"""


def opened(content: str | bytes, tmp_path: Path, name: str = "feed.xml", hints: Hints | None = None):
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(open_sources([str(path)], hints=hints or Hints()))


def test_rss_entries_with_full_text_summary_or_nothing(tmp_path: Path) -> None:
    full, summary, nothing = opened(RSS, tmp_path)
    assert isinstance(full, Capture)
    assert full.ref == full.url == "https://sahel.example/1"
    assert full.hints == Hints(
        "Sahel Courier", "2023-07-27T03:30:00Z", "https://sahel.example/1", "Seven killed", "Awa Traoré", "g1"
    )
    report, warnings = read(full)
    assert report.text == "The army said that seven people were killed in the attack.\n\nIt was on Tuesday."
    assert warnings == ()
    assert isinstance(summary, Capture)
    assert summary.ref == f"{tmp_path / 'feed.xml'}#g2"
    assert summary.hints.published is None
    assert any("summary" in line for line in summary.log)
    assert any("'soon' could not be read" in line for line in summary.log)
    assert isinstance(nothing, Failure)
    assert "holds no text" in nothing.message


def test_atom_update_is_no_publication_and_source_is_the_outlet(tmp_path: Path) -> None:
    first, second = opened(ATOM, tmp_path, "feed.atom")
    assert (first.hints.published, first.hints.outlet) == (None, "Delta Radio")
    assert (second.hints.published, second.hints.outlet) == ("2023-07-26T07:00:00Z", "Partner Agency")


def test_options_win_over_the_feed(tmp_path: Path) -> None:
    first, *_ = opened(RSS, tmp_path, hints=Hints(outlet="Mine"))
    assert (first.hints.outlet, first.hints.title) == ("Mine", "Seven killed")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<rss version='2.0'><channel></channel></rss>", "no entries"),
        ("just text", "not an RSS or Atom feed"),
        ("", "not an RSS"),
    ],
)
def test_what_is_no_feed_is_one_failure_with_advice(tmp_path: Path, content: str, said: str) -> None:
    (failure,) = opened(content, tmp_path, "feed.rss")
    assert isinstance(failure, Failure)
    assert said in failure.message
    assert failure.advice


def test_broken_feed_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    first, *_ = opened(RSS.replace("</channel></rss>", "<item>"), tmp_path)
    assert isinstance(first, Capture)
    assert any("not well formed" in line for line in first.log)


@settings(max_examples=60)
@given(st.binary(max_size=200), st.integers(0, len(RSS)))
def test_arbitrary_bytes_give_captures_or_failures(content: bytes, place: int) -> None:
    broken = RSS.encode()[:place] + content + RSS.encode()[place:]
    for item in open_sources(["-"], hints=Hints(), stdin=io.BytesIO(b"<rss" + broken)):
        assert isinstance(item, Capture | Failure)
