"""How the time of fusion grows with the number of claims, on records from a generator.

The records are made up: towns on a grid, dates over years in proportion to the number of reports (a war goes on at
the same pace), three claims a report, some three reports an incident, names of its own in each. Processor time, so
that other work on the machine does not count.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from math import log

from benchmarks.corpus import Score
from dateline.incidents import fuse
from dateline.model.claim import Claim, Event, Participant, Place, Source, Toll, When
from dateline.model.record import Record
from dateline.model.report import Report, report_id
from dateline.model.span import Span

SIZES = (1_000, 10_000, 100_000)
_A_DAY = 10
"""Incidents a day over the whole region."""


def records(claims: int, seed: int = 1) -> Iterator[Record]:
    """Records with ``claims`` claims in all."""
    rng = random.Random(seed)
    for number in range(claims // 9):
        day = date(2015, 1, 1) + timedelta(days=number // _A_DAY)
        town = rng.randrange(2000)
        name, lat, lon = f"Town{town}", 5 + town % 50 * 0.4, 10 + town // 50 * 0.5
        place = Place("at", name, Span(0, 4, "Town"), name, f"geonames:{town}", lat, lon, None, "SD", None, 1, 1, 3.0)
        killed = rng.randrange(1, 30)
        for outlet in rng.sample(range(300), 3):
            yield _record(f"Outlet {outlet}", day, place, killed + rng.choice((0, 0, 1)), number, rng)


def _record(outlet: str, day: date, place: Place, killed: int, number: int, rng: random.Random) -> Record:
    words = " ".join(rng.choice("abcdefghij") * 4 + str(rng.randrange(500)) for _ in range(60))
    text = f"{place.text} saw shells fall. Mayor Name{number}a Name{number}b spoke in {place.text}. {words}"
    published = (day + timedelta(days=1)).isoformat()
    report = Report(report_id(text, outlet), f"{outlet}-{number}", outlet, None, None, None, published, "en", text)
    span = Span.of(text, 0, 4)
    toll = Toll("killed", killed, killed, killed, False, "persons", None, str(killed), span)
    market = Participant("target", None, "market", None, None, ())
    when = When(day.isoformat(), day.isoformat(), 1, 1, None, None, "explicit")
    chain = (Source(0, outlet, "outlet"), Source(1, f"Name{number}a Name{number}b", "official"))
    kinds = (
        ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
        ("Context", "Displacement"),
        ("Context", "Accusation"),
    )
    claims = tuple(
        Claim(
            f"c{k}", f"e{k}", Event(kind, sub, None, span, 0.8), (market,), (), (toll,) if k == 1 else (), (place,), when,
            chain, "attributed", "+", False, (), (), (span,),
        )
        for k, (kind, sub) in enumerate(kinds, 1)
    )  # fmt: skip
    return Record(report, claims, (), (), ())


def seconds(claims: int) -> float:
    """Processor time of fusing so many claims."""
    made = list(records(claims))
    start = time.process_time()
    fuse(made)
    return time.process_time() - start


def scores(sizes: tuple[int, ...] = SIZES) -> list[Score]:
    """Seconds for each size, and how much the last step exceeds n log n (1 and below: it does not)."""
    seconds(100)
    found = {size: seconds(size) for size in sizes}
    out = [Score("fusing", f"{size:,} made-up claims", "processor time", s, unit="s", lower=True) for size, s in found.items()]
    if len(sizes) > 1:
        small, large = sizes[-2:]
        growth = (found[large] / found[small]) / (large * log(large) / (small * log(small)))
        step = f"{small:,} to {large:,} claims"
        out.append(Score("fusing", step, "growth over n log n", growth, 1.1, unit="times", lower=True))
    return out
