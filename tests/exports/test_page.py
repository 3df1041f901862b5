"""The page: what it holds, that it needs nothing from outside, and that no report's text becomes markup."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from dateline.exports.page import report_page
from dateline.exports.page.ground import View, countries, latitude, mercator
from dateline.exports.page.places import places_drawn
from dateline.exports.selection import Selection
from dateline.model.incident import Account, FieldAccounts
from tests.accounts import INCIDENT, ONE, SELECTION, TWO, hostile
from tests.records import DAMBOA

ATTACKS = (
    "</style><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{articles}}", "javascript:alert(1)",
    "a\u202eb\x00c\ud800", "' onmouseover='alert(1)", "x" * 3000,
)  # fmt: skip


class Tags(HTMLParser):
    """Elements and attributes, and whether they nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "path", "circle", "rect"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def shown(page: str) -> str:
    return " ".join(" ".join(Tags(page).text).split())


def test_the_page_holds_the_accounts() -> None:
    text = shown(report_page(SELECTION))
    for said in (
        "Armed clash near Damboa", "2 independent sources", "how many were killed", "Modu Bukar", "in Savannah Voice",
        "party to the conflict", "≥9 soldiers", "≥15 soldiers", "contradicted", "9–15",
        "low 9, best open, high 15, conservative 9", "The lowest and the highest count told.",
        "Same day, same town, same target.", "name-calling", "within 5 km",
    ):  # fmt: skip
        assert said in text, said


def test_who_is_blamed_and_who_denies_it_stand_in_a_row() -> None:
    said_so = (
        Account({"name": "Nigerian Army", "actor": "military-ng", "denied": False}, (ONE,), (INCIDENT.origins[0].name,)),
        Account({"name": "the farmers", "actor": None, "denied": True}, (TWO,), (INCIDENT.origins[1].name,)),
    )
    blamed = replace(INCIDENT, fields=INCIDENT.fields | {"blame": FieldAccounts("contested", said_so)})
    text = shown(report_page(Selection(SELECTION.records, (blamed,))))
    assert "Who did it contradicted" in text and "denies it the farmers" in text


def test_a_field_without_a_number_is_no_key_figure() -> None:
    several = {"low": None, "best": None, "high": None, "unit": "families", "who": None}
    told = FieldAccounts("single-source", (Account(several, (ONE,), (INCIDENT.origins[0].name,)),))
    page = report_page(Selection(SELECTION.records, (replace(INCIDENT, fields=INCIDENT.fields | {"displaced": told}),)))
    figures = page.partition('<dl class="figures">')[2].partition("</dl>")[0]
    assert "Killed" in figures and "Displaced" not in figures


def test_a_place_gone_astray_is_not_drawn() -> None:
    astray = replace(DAMBOA, name="Damboa, far off", lat=38.0, lon=37.0)
    first, other = SELECTION.records
    lost = replace(first, claims=tuple(replace(c, places=(*c.places, astray)) for c in first.claims))
    drawn = [place.name for place, _ in places_drawn(Selection((lost, other), (INCIDENT,)), INCIDENT)]
    assert DAMBOA.name in drawn and "Damboa, far off" not in drawn


def test_it_needs_nothing_from_outside_and_runs_no_script() -> None:
    page = report_page(SELECTION)
    tags = Tags(page)
    assert tags.open == [] and not {"script", "img", "link", "iframe", "object"} & {tag for tag, _ in tags.seen}
    assert "default-src 'none'; style-src 'unsafe-inline'" in page and "url(" not in page and "@import" not in page
    links = [attributes["href"] for tag, attributes in tags.seen if tag == "a"]
    assert links and all(link and link.startswith(("https://", "#")) for link in links)
    assert len(page) < 120_000


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_reports_say_is_never_markup(attack: str) -> None:
    page = report_page(hostile(attack))
    page.encode("utf-8")
    tags = Tags(page)
    assert tags.open == []
    allowed = {"class", "href", "rel", "style", "scope", "id", "data-source", "data-label", "data-status", "lang", "charset",
               "name", "content", "http-equiv", "tabindex", "role", "aria-label", "aria-hidden", "viewbox", "d", "cx",
               "cy", "r", "x", "y", "width", "height"}  # fmt: skip
    for tag, attributes in tags.seen:
        assert tag not in ("script", "img") and set(attributes) <= allowed
        assert not (attributes.get("href") or "").lower().startswith("javascript")
    assert "\u202e" not in page and "\x00" not in page


def test_several_incidents_get_a_list() -> None:
    from dataclasses import replace

    page = report_page(Selection(SELECTION.records, (INCIDENT, replace(INCIDENT, id="i-2"))))
    assert page.count("<h1>") == 1 and page.count('class="headline"') == 2 and 'href="#i-2"' in page


def test_no_incident_is_said() -> None:
    assert "No incident is told" in report_page(Selection((), ()))


def test_every_colour_has_one_for_the_dark() -> None:
    page = report_page(SELECTION)
    light, dark = re.findall(r":root \{(.*?)\}", page, re.S)[:2]
    colours = {name for name, value in re.findall(r"(--[\w-]+):([^;]+)", light) if "#" in value}
    assert colours == set(re.findall(r"(--[\w-]+):", dark))
    assert "@media print" in page


def test_the_base_map_shows_the_country() -> None:
    view = View.around([(11.155, 12.756, 5.0)], 720, 420)
    assert latitude(mercator(12.756, 11.155)[1]) == pytest.approx(11.155)
    assert view.pixel(12.756, 11.155) == pytest.approx((360, 210), abs=1.0)
    assert {"Nigeria", "Cameroon"} <= {name for name, *_ in countries(view)}
