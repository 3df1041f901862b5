"""An incident made up by hand, with two contradictory reports: for tests of exports that need no engine."""

from dataclasses import replace

from dateline.exports.selection import Selection
from dateline.model.claim import Claim, Event, Participant, Source, Toll, When
from dateline.model.incident import Account, ClaimRef, FieldAccounts, Incident, Origin
from dateline.model.record import Framing, Record
from dateline.model.report import Report, report_id
from dateline.model.run import RunInfo
from dateline.model.span import Span
from tests.records import ATTACK, DAMBOA, RECORD

OTHER_TEXT = (
    "At least 15 soldiers died when terrorists stormed a base near Damboa on Tuesday, farmer Modu Bukar said. "
    "“They came from the north,” Bukar told this newspaper.\n"
)


def other_span(words: str) -> Span:
    """Where ``words`` stand in the other report."""
    start = OTHER_TEXT.index(words)
    return Span.of(OTHER_TEXT, start, start + len(words))


OTHER_REPORT = Report(
    report_id(OTHER_TEXT, "Savannah Voice"), "voice.txt", "Savannah Voice", "https://voice.example/modu-bukar-saw-it",
    "Farmer Modu Bukar: 15 soldiers dead", "Aisha Lawan", "2025-03-13", "en", OTHER_TEXT,
)  # fmt: skip
FARMER = Source(1, "Modu Bukar", "person", None, other_span("said"), other_span("farmer Modu Bukar"))
STORMING = Claim(
    "c1",
    "e1",
    Event("Battles", "Armed clash", "ASSAULT", other_span("stormed"), 0.88),
    (
        Participant("party", 1, "unidentified gunmen", None, None, (other_span("terrorists"),)),
        Participant("party", 2, "Nigerian Army", "military-ng", "State Forces", (other_span("soldiers"),)),
    ),
    (),
    (Toll("killed", 15, 15, None, False, "persons", "soldiers", "At least 15", other_span("At least 15")),),
    (replace(DAMBOA, span=other_span("Damboa")),),
    When("2025-03-11", "2025-03-11", 1, 1, "on Tuesday", other_span("on Tuesday"), "published"),
    (Source(0, "Savannah Voice", "outlet"), FARMER),
    "attributed",
    "+",
    False,
    (),
    (),
    (other_span(OTHER_TEXT.partition(" “")[0]), other_span("“They came from the north,” Bukar told this newspaper.")),
)
OTHER_RECORD = Record(
    OTHER_REPORT,
    (STORMING,),
    (),
    (Framing(other_span("terrorists"), "name-calling", "gunmen", "gunmen"),),
    (),
)

ONE, TWO = ClaimRef(RECORD.report.id, "c1"), ClaimRef(OTHER_REPORT.id, "c1")
PLACE = {"relation": "near", "name": "Damboa", "id": "geonames:2347468", "lat": 11.155, "lon": 12.756, "country": "NG",
         "radius_km": 5.0}  # fmt: skip


def count(low: int | None, best: int | None, high: int | None) -> dict[str, object]:
    """The value of an account of a toll."""
    return {"low": low, "best": best, "high": high, "approx": False, "unit": "persons", "who": "soldiers"}


INCIDENT = Incident(
    "i-0badcafe",
    (ONE, TWO),
    "machine",
    "Battles",
    "Armed clash",
    {
        "when": FieldAccounts(
            "agreed",
            (Account({"start": "2025-03-11", "end": "2025-03-11", "date_prec": 1}, (ONE, TWO), ("Musa Ali", "Modu Bukar"),
                     ("attributed",)),),
        ),
        "places": FieldAccounts("agreed", (Account(PLACE, (ONE, TWO), ("Musa Ali", "Modu Bukar"), ("attributed",)),)),
        "participants": FieldAccounts(
            "agreed",
            (
                Account({"role": "party", "side": 1, "name": "unidentified gunmen", "actor": None}, (ONE, TWO),
                        ("Musa Ali", "Modu Bukar"), ("attributed",)),
                Account({"role": "party", "side": 2, "name": "Nigerian Army", "actor": "military-ng"}, (ONE, TWO),
                        ("Musa Ali", "Modu Bukar"), ("attributed",)),
            ),
        ),
        "killed": FieldAccounts(
            "contested",
            (
                Account(count(9, 9, None), (ONE,), ("Musa Ali",), ("attributed",)),
                Account(count(15, 15, None), (TWO,), ("Modu Bukar",), ("attributed",)),
            ),
            9, None, 15, 9, "The lowest and the highest count told.",
        ),
    },
    2,
    (Origin("Musa Ali", (RECORD.report.id,), True), Origin("Modu Bukar", (OTHER_REPORT.id,), False)),
    ("Same day, same town, same target.",),
    "2025-03-13T08:00:00Z",
    "2025-03-14T08:00:00Z",
)  # fmt: skip

SELECTION = Selection((RECORD, OTHER_RECORD), (INCIDENT,))
RUN = RunInfo("0.9.0", "m1", "k1", "g1")


def hostile(text: str) -> Selection:
    """``SELECTION`` with ``text`` as title, outlet and name of a party, and at the head of both texts."""
    report = replace(RECORD.report, title=text, outlet=text, ref=text)
    party = replace(ATTACK.participants[0], name=text)
    claim = replace(ATTACK, participants=(party, *ATTACK.participants[1:]))
    record = replace(RECORD, report=report, claims=(claim, *RECORD.claims[1:]))
    accounts = (Account({"role": "party", "side": 1, "name": text, "actor": None}, (ONE,), (text,), ("attributed",)),)
    incident = replace(
        INCIDENT,
        fields=INCIDENT.fields | {"participants": FieldAccounts("single-source", accounts)},
        reasons=(text,),
        origins=(Origin(text, (report.id,), True),),
    )
    return Selection((record, OTHER_RECORD), (incident,))
