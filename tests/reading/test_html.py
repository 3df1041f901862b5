import pytest

from dateline.model.errors import ReadingError
from dateline.model.report import Capture, Hints
from dateline.reading import read
from tests.reading.pages import FIRST, PAGES, SECOND, THIRD, TITLE, Page

FETCHED = "2025-10-22T08:00:00Z"


def capture(
    html: str | bytes, *, media_type: str = "text/html", hints: Hints | None = None, url: str | None = None
):
    content = html.encode() if isinstance(html, str) else html
    return Capture.of("page.html", content, media_type=media_type, fetched_at=FETCHED, url=url, hints=hints)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_gives_what_it_says_and_no_more(page: Page) -> None:
    report, warnings = read(capture(page.html))
    assert report.published == page.published
    assert report.outlet == page.outlet
    assert report.title == page.title
    assert report.author == page.author
    codes = {warning.code for warning in warnings}
    assert ("publication-date-disputed" in codes) == page.disputed
    assert ("no-publication-date" in codes) == (page.published is None and not page.disputed)
    assert ("no-outlet" in codes) == (page.outlet is None)
    assert report.language == "en"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_text_is_the_article_in_paragraphs(page: Page) -> None:
    text = read(capture(page.html))[0].text
    standfirst = "The attack of 12 June 2014 killed forty.\n\n"
    assert text.removeprefix(standfirst).startswith("\n\n".join((FIRST, SECOND, THIRD)))
    for alien in ("Copyright", "Related stories", "Older attack", TITLE, "Home"):
        assert alien not in text


def test_dispute_names_its_candidates() -> None:
    page = next(page for page in PAGES if page.name == "meta and byline a week apart")
    _, warnings = read(capture(page.html))
    (dispute,) = [warning for warning in warnings if warning.code == "publication-date-disputed"]
    assert "2023-08-02" in dispute.message
    assert "2023-07-26" in dispute.message


def test_options_win_over_the_page_and_settle_a_dispute() -> None:
    page = next(page for page in PAGES if page.disputed)
    hints = Hints(
        outlet="Mine", published="26 July 2023", title="Own", author="Me", url="https://own.example/"
    )
    report, warnings = read(capture(page.html, hints=hints, url="https://fetched.example/"))
    assert (report.outlet, report.published, report.title, report.author, report.url) == (
        "Mine", "2023-07-26", "Own", "Me", "https://own.example/",
    )  # fmt: skip
    assert warnings == ()


def test_address_of_the_fetch_is_kept_and_dates_the_page() -> None:
    page = next(page for page in PAGES if page.name.startswith("no date but"))
    report, _ = read(capture(page.html, url="https://daily.example/2021-03-04/karma"))
    assert report.url == "https://daily.example/2021-03-04/karma"
    assert report.published == "2021-03-04"


def test_browser_comment_gives_the_address() -> None:
    page = PAGES[3].html.replace(
        "<html", "<!-- saved from url=(0026)https://saved.example/karma -->\n<html", 1
    )
    assert read(capture(page))[0].url == "https://saved.example/karma"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "iso-8859-1", "utf-16"])
def test_encodings_of_a_page(encoding: str) -> None:
    html = (
        PAGES[3]
        .html.replace("Gunmen", "Gunmen of São Tomé")
        .replace("charset='utf-8'", f"charset='{encoding}'")
    )
    html = html.replace("©", "(c)")
    report, warnings = read(capture(html.encode(encoding)))
    assert "São Tomé" in report.text
    assert "encoding-uncertain" not in {warning.code for warning in warnings}


def test_charset_of_the_server_is_believed_where_the_page_is_silent() -> None:
    html = (
        PAGES[3]
        .html.replace("Gunmen", "Gunmen of Łódź")
        .replace("<meta charset='utf-8'>", "")
        .replace("©", "")
    )
    report, _ = read(capture(html.encode("iso-8859-2"), media_type="text/html; charset=ISO-8859-2"))
    assert "Łódź" in report.text


@pytest.mark.parametrize(
    "html",
    [
        "<!doctype html><html><head><title>Home</title></head><body></body></html>",
        "<html><body><nav><a href='/a'>World</a><a href='/b'>Sport</a></nav><script>x</script></body></html>",
        "<html>",
    ],
)
def test_page_without_an_article_is_refused_with_advice(html: str) -> None:
    with pytest.raises(ReadingError, match="no article was found") as raised:
        read(capture(html))
    assert raised.value.advice


def test_table_rows_are_lines_of_cells() -> None:
    table = "<table><tr><th>Place</th><th>Killed</th></tr><tr><td>Karma</td><td>7</td></tr></table>"
    page = PAGES[3].html.replace("</h1>", "</h1>" + table)
    text = read(capture(page))[0].text
    assert text.startswith(f"Place | Killed\n\nKarma | 7\n\n{FIRST}")


def test_page_of_deep_nesting_is_read_or_refused() -> None:
    html = "<html><body>" + "<div>" * 20_000 + FIRST + "</div>" * 20_000 + "</body></html>"
    try:
        read(capture(html))
    except ReadingError as error:
        assert error.advice


def test_feed_body_is_taken_whole() -> None:
    html = f"<p>{FIRST}</p><script>x</script><ul><li>One dead</li><li>2   hurt</li></ul>End &amp; end<br>Last"
    report, _ = read(capture(html, media_type="text/html; charset=utf-8; part=body"))
    assert report.text == f"{FIRST}\n\nOne dead\n\n2 hurt\n\nEnd & end\n\nLast"
