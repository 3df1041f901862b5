"""Records made up by hand, as the coder would give them: for tests that need no engine."""

from dateline.model.claim import (
    Carried,
    Cause,
    Claim,
    Event,
    Participant,
    Place,
    Source,
    Toll,
    Weapon,
    When,
)
from dateline.model.record import Framing, Record, Relation, Warning
from dateline.model.report import Report, report_id
from dateline.model.span import Span

TEXT = (
    "MAIDUGURI — Gunmen on motorcycles attacked an army outpost near Damboa on Tuesday, killing at least "
    "nine soldiers, two of them officers, according to police spokesman Musa Ali. Residents said several "
    "people were wounded when mortars hit the market.\n\n"
    "The attack followed the arrest of a commander of the so-called caliphate last week. The group, linked "
    "to the Islamic State, denied on its channel that it had hit the market.\n"
)


def span(words: str, text: str = TEXT, nth: int = 0) -> Span:
    """The ``nth`` place where ``words`` stand."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span.of(text, start, start + len(words))


def report(text: str = TEXT, outlet: str | None = "Borno Courier", ref: str = "damboa.txt") -> Report:
    return Report(
        report_id(text, outlet),
        ref,
        outlet,
        "https://courier.example/damboa",
        "Nine soldiers killed near Damboa",
        None,
        "2025-03-12",
        "en",
        text,
    )


OUTLET = Source(0, "Borno Courier", "outlet")
POLICE = Source(1, "Musa Ali", "official", None, span("according to"), span("police spokesman Musa Ali"))
RESIDENTS = Source(1, "residents", "witness", None, span("said"), span("Residents"))
GROUP = Source(1, "ISWAP", "organization", "iswap", span("denied"), span("The group"), party=True)

GUNMEN = Participant("party", 1, "unidentified gunmen", None, None, (span("Gunmen"),))
ARMY = Participant(
    "party", 2, "Nigerian Army", "nigeria-army", "State Forces", (span("army"), span("soldiers"))
)
DAMBOA = Place(
    "near",
    "Damboa",
    span("Damboa"),
    "Damboa",
    "geonames:2347468",
    11.155,
    12.756,
    "Borno",
    "NG",
    "populated place",
    2,
    2,
    5.0,
)
MARKET = Place("at", "the market", span("the market"), reason="no market is known by that name")
TUESDAY = When("2025-03-11", "2025-03-11", 1, 1, "on Tuesday", span("on Tuesday"), "published")

ATTACK = Claim(
    "c1",
    "e1",
    Event("Battles", "Armed clash", "ASSAULT", span("attacked"), 0.91),
    (GUNMEN, ARMY),
    (Weapon("motorcycle", "motorcycles", span("motorcycles")),),
    (
        Toll("killed", 9, 9, None, False, "persons", "soldiers", "at least nine", span("at least nine")),
        Toll("killed", 2, 2, 2, False, "persons", "officers", "two", span("two"), part_of=0),
    ),
    (DAMBOA,),
    TUESDAY,
    (OUTLET, POLICE),
    "attributed",
    "+",
    False,
    (Cause("c3", span("followed")),),
    (),
    (span(TEXT.split(". ", maxsplit=1)[0].split("— ")[1]),),
)
SHELLING = Claim(
    "c2",
    "e2",
    Event(
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
        "ASSAULT",
        span("mortars hit"),
        0.74,
    ),
    (Participant("victim", None, "civilians", None, "Civilians", (span("people"),)),),
    (Weapon("artillery", "mortars", span("mortars")),),
    (Toll("injured", 2, None, None, False, "persons", "people", "several", span("several")),),
    (MARKET,),
    When("2025-03-11", "2025-03-11", 1, 1, None, None, "context"),
    (OUTLET, RESIDENTS),
    "attributed",
    "+",
    False,
    (),
    (Carried("when", "c1"),),
    (span("Residents said several people were wounded when mortars hit the market."),),
)
ARREST = Claim(
    "c3",
    "e3",
    Event("Strategic developments", "Arrests", "COERCE", span("arrest"), 0.55),
    (
        Participant(
            "target",
            None,
            "ISWAP",
            "iswap",
            "Rebel Groups",
            (span("a commander of the so-called caliphate"),),
        ),
    ),
    (),
    (),
    (),
    When("2025-03-03", "2025-03-09", 2, 3, "last week", span("last week"), "published"),
    (OUTLET,),
    "stated",
    "+",
    True,
    (),
    (),
    (span(TEXT.split("\n\n")[1].split(". ", maxsplit=1)[0]),),
)
DENIAL = Claim(
    "c4",
    "e2",
    Event(
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
        None,
        span("hit the market", nth=1),
        0.6,
    ),
    (
        Participant(
            "party",
            1,
            "ISWAP",
            "iswap",
            "Rebel Groups",
            (span("it", nth=TEXT[: TEXT.index("it had")].count("it")),),
        ),
    ),
    (),
    (),
    (MARKET,),
    When(),
    (OUTLET, GROUP),
    "denied",
    "+",
    False,
    (),
    (Carried("places", "c2"),),
    (span("denied on its channel that it had hit the market."),),
)

RECORD = Record(
    report(),
    (ATTACK, SHELLING, ARREST, DENIAL),
    (
        Relation(
            "ISWAP",
            "affiliated_with",
            "Islamic State",
            None,
            span("linked to the Islamic State"),
            (OUTLET,),
            "stated",
        ),
    ),
    (Framing(span("so-called caliphate"), "so-called", "ISWAP", "the group"),),
    (Warning("publication-date-in-future", "The publication date given, 2025-03-12, is yet to come."),),
)

EMPTY = Record(report("The team won a long battle for the title.\n", None, "sport.txt"), (), (), (), ())
