"""The map of one incident: each place as a circle as wide as the place is uncertain."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.exports.geojson import CREDIT
from dateline.exports.page import ground
from dateline.exports.page.markup import element, said
from dateline.model.claim import Place

_WIDTH, _HEIGHT = 720.0, 420.0
_DOT = 5.0
_TOWNS = 14


def incident_map(places: Sequence[tuple[Place, tuple[str, ...]]]) -> str:
    """A figure of ``places``, the main one first, each with who names it; empty where none is located."""
    located = [(p, who) for p, who in places if p.lat is not None and p.lon is not None]
    if not located:
        return ""
    view = ground.View.around([(p.lat or 0.0, p.lon or 0.0, p.radius_km or 0.0) for p, _ in located], _WIDTH, _HEIGHT)
    lands = list(ground.countries(view))
    taken: list[tuple[float, float, float, float]] = []
    marks = "".join(_mark(place, view, taken, main=n == 0) for n, (place, _) in reversed(list(enumerate(located))))
    names = "".join(_country(name, middle, width, taken) for name, _, middle, width in lands)
    around = ground.towns(view, [(p.lat or 0.0, p.lon or 0.0) for p, _ in located])[:60]
    named = "".join(_town(town.name, at, taken) for town, at in around)
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
    box = (middle[0] - half, middle[1] - 10, middle[0] + half, middle[1] + 6)
    if 2 * half > width * 0.9 or not _free(box, taken):
        return ""
    taken.append(box)
    return f'<text class="country" x="{middle[0]:.1f}" y="{middle[1]:.1f}">{said(name.upper())}</text>'


def _scale(view: ground.View) -> str:
    km = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if step / view.km_per_pixel > 60)
    length = km / view.km_per_pixel
    return (
        f'<g class="scale"><path d="M16 {_HEIGHT - 22:.0f}v6h{length:.1f}v-6"/>'
        f'<text x="16" y="{_HEIGHT - 28:.0f}">{km} km</text></g>'
    )


def _line(place: Place, who: tuple[str, ...]) -> str:
    within = ", ".join(part for part in (place.admin1, place.country) if part)
    reach = f"within {place.radius_km:.0f} km" if place.radius_km else "the place itself"
    says = f" — {said(', '.join(who))}" if who else ""
    return f"<li><b>{said(place.name or place.text)}</b>{f', {said(within)}' if within else ''}: {reach}{says}</li>"
