"""The map of one incident: each place as a circle as wide as the place is uncertain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from dateline.exports.geojson import CREDIT
from dateline.exports.page import ground
from dateline.exports.page.markup import element, said
from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.knowledge.gazetteer.towns import Town
from dateline.model.claim import Place

_WIDTH, _HEIGHT = 720.0, 420.0
_DOT = 5.0
_TOWNS = 14


def incident_map(places: Sequence[tuple[Place, tuple[str, ...]]], towns: Sequence[Town]) -> str:
    """A figure of ``places``, the main one first, each with who names it, and of ``towns`` around them, the largest
    first; empty where none is located.
    """
    located = [(p, who) for p, who in places if p.lat is not None and p.lon is not None]
    if not located:
        return ""
    # Of a place and the region that it lies in, the place is drawn; both are listed.
    drawn = [p for p, _ in located if not any(_within(other, p) for other, _ in located)] or [located[0][0]]
    view = ground.View.around([(p.lat or 0.0, p.lon or 0.0, p.radius_km or 0.0) for p in drawn], _WIDTH, _HEIGHT)
    lands = list(ground.countries(view))
    taken: list[tuple[float, float, float, float]] = []
    marks = "".join(_mark(place, view, taken, main=n == 0) for n, place in reversed(list(enumerate(drawn))))
    names = "".join(_country(name, middle, width, taken) for name, _, middle, width in lands)
    named = "".join(_town(town.name, at, taken) for town, at in ground.towns(view, towns)[:60])
    told = ", ".join(dict.fromkeys(place.name or place.text for place, _ in located))
    drawing = "".join(f'<path d="{path}"/>' for _, path, _, _ in lands)
    sea = f'<rect class="sea" width="{_WIDTH:.0f}" height="{_HEIGHT:.0f}"/>'
    svg = element(
        "svg",
        f'{sea}<g class="land">{drawing}</g>{names}{named}{marks}{_scale(view)}',
        viewBox=f"0 0 {_WIDTH:.0f} {_HEIGHT:.0f}",
        role="img",
        aria_label=f"Map of {told}",
    )
    caption = "".join(_line(place, who) for place, who in located)
    note = "It happened somewhere within the circle. Borders are drawn as they are held and take no side."
    credit = f"<p>{note} {said(CREDIT)}; Natural Earth.</p>"
    return element("figure", svg + f"<figcaption><ul>{caption}</ul>{credit}</figcaption>", class_="map")


def _mark(place: Place, view: ground.View, taken: list[tuple[float, float, float, float]], *, main: bool) -> str:
    x, y = view.pixel(place.lon or 0.0, place.lat or 0.0)
    radius = (place.radius_km or 0.0) / view.km_per_pixel
    kind = "place main" if main else "place"
    wide = f'<circle class="reach" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>' if radius > _DOT else ""
    name = place.name or place.text
    half = len(name) * 4.0
    below = y + max(radius if radius < 60 else 0, _DOT) + 17
    at = min(max(x, half + 6), _WIDTH - half - 6)
    taken.append((at - half, below - 14, at + half, below + 5))
    taken.append((x - 8, y - 8, x + 8, y + 8))
    label = f'<text x="{at:.1f}" y="{below:.1f}">{said(name)}</text>'
    return f'<g class="{kind}">{wide}<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{_DOT if not wide else 2.5}"/>{label}</g>'


def _within(one: Place, other: Place) -> bool:
    """Whether ``other`` is a wider place around ``one``."""
    if (one.radius_km or 0.0) >= (other.radius_km or 0.0) / 2:
        return False
    (x, y), (ox, oy) = (ground.mercator(p.lon or 0.0, p.lat or 0.0) for p in (one, other))
    return hypot(x - ox, y - oy) < 1.3 * ground.world(other.radius_km or 0.0, other.lat or 0.0)


def _free(box: tuple[float, float, float, float], taken: list[tuple[float, float, float, float]]) -> bool:
    if box[0] < 4 or box[1] < 4 or box[2] > _WIDTH - 4 or box[3] > _HEIGHT - 4:
        return False
    return all(box[2] < t[0] or box[0] > t[2] or box[3] < t[1] or box[1] > t[3] for t in taken)


def _town(name: str, at: tuple[float, float], taken: list[tuple[float, float, float, float]]) -> str:
    x, y = at
    box = (x - 4, y - 9, x + 8 + len(name) * 6.3, y + 8)
    if len(taken) > _TOWNS or not _free(box, taken):
        return ""
    taken.append(box)
    label = f'<text x="{x + 6:.1f}" y="{y + 4:.1f}">{said(name)}</text>'
    return f'<g class="town"><circle cx="{x:.1f}" cy="{y:.1f}" r="2"/>{label}</g>'


def _country(name: str, middle: tuple[float, float], width: float, taken: list[tuple[float, float, float, float]]) -> str:
    half = len(name) * 5.2
    if 2 * half > width * 0.9:
        return ""
    for x, y in _around(middle, width):
        box = (x - half, y - 10, x + half, y + 6)
        if _free(box, taken):
            taken.append(box)
            return f'<text class="country" x="{x:.1f}" y="{y:.1f}">{said(name.upper())}</text>'
    return ""


def _around(middle: tuple[float, float], width: float) -> Iterator[tuple[float, float]]:
    """The middle of a country, then places beside it, as far as a label may stray in one so wide."""
    x, y = middle
    yield x, y
    if width > _WIDTH / 2:
        yield from ((x - width / 5, y - 50), (x - width / 5, y + 60), (x, y + 80), (x, y - 80))


def _scale(view: ground.View) -> str:
    km = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if step / view.km_per_pixel > 60)
    length = km / view.km_per_pixel
    return (
        f'<g class="scale"><path d="M16 {_HEIGHT - 22:.0f}v6h{length:.1f}v-6"/>'
        f'<text x="16" y="{_HEIGHT - 28:.0f}">{km} km</text></g>'
    )


def _line(place: Place, who: tuple[str, ...]) -> str:
    land = load_demonyms().by_iso(place.country or "")
    within = ", ".join(part for part in (place.admin1, land.name if land else None) if part and part != place.name)
    reach = f"within {place.radius_km:.0f} km" if place.radius_km else "the place itself"
    says = f" — {said(', '.join(who))}" if who else ""
    return f"<li><b>{said(place.name or place.text)}</b>{f', {said(within)}' if within else ''}: {reach}{says}</li>"
