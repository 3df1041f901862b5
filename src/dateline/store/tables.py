"""The tables, all but one append-only: rows are added and never changed or removed, and each names the entry of
the log that added it. What a store holds now is the newest version of each thing; what it held on an earlier day
is the newest version up to that day's last entry.

``feeds`` alone is state, not history: when each feed is to be asked next.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def storable(text: str) -> str:
    """``text`` without what one of the databases cannot hold (half a surrogate pair, NUL), told in its stead."""
    return text.replace("\x00", "\\x00").encode("utf-8", "backslashreplace").decode("utf-8")


class Words(TypeDecorator[str]):
    """Text from outside, in a column for searching; what must come back as it was stands in a JSON body."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is written."""
        return None if value is None else storable(value)


def _entry() -> Column[int]:
    return Column("entry", ForeignKey("entries.seq"), nullable=False, index=True)


entries = Table(
    "entries",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False, index=True, comment="UTC; never before that of an earlier entry"),
    Column("clock", Text, nullable=False, comment="what the clock said, which may have been set back"),
    Column("who", Words, nullable=False),
    Column("why", Words, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Text, primary_key=True),
    _entry(),
    Column("version", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("codebook", Text, nullable=False),
    Column("gazetteer", Text, nullable=False),
    Column("actors", Text, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _entry(),
    Column("outlet", Words),
    Column("title", Words, comment="as first read; for searching"),
    Column("text", Words, nullable=False),
)

captures = Table(
    "captures",
    metadata,
    Column("row", Integer, primary_key=True),
    _entry(),
    Column("identity", Text, nullable=False, index=True, comment="the item, its bytes, what is said of it, the run"),
    Column("report", ForeignKey("reports.id"), index=True, comment="NULL where nothing came of it"),
    Column("run", ForeignKey("runs.id")),
    Column("ref", Words, nullable=False),
    Column("url", Words),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("media_type", Words),
    Column("fetched_at", Text, nullable=False),
    Column("body", Text, nullable=False, comment="hints and log, JSON"),
)

records = Table(
    "records",
    metadata,
    Column("row", Integer, primary_key=True),
    _entry(),
    Column("report", ForeignKey("reports.id"), nullable=False),
    Column("run", ForeignKey("runs.id")),
    Column("change", Text, nullable=False, comment="new, recoded, withdrawn"),
    Column("published", Text),
    Column("url", Words),
    Column("title", Words),
    Column("digest", Text, nullable=False),
    Column("body", Text, nullable=False, comment="the record without text and claims, JSON"),
    Index(None, "report", "row"),
)

claims = Table(
    "claims",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("record", ForeignKey("records.row"), nullable=False),
    Column("report", ForeignKey("reports.id"), nullable=False),
    Column("claim", Text, nullable=False),
    Column("event_type", Text, nullable=False),
    Column("sub_type", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("start_day", Text),
    Column("end_day", Text),
    Column("first_day", Text, comment="of the days to look under: the report's where the claim has none"),
    Column("last_day", Text),
    Column("body", Text, nullable=False, comment="the claim, JSON"),
    UniqueConstraint("record", "claim"),
    Index(None, "report", "claim"),
    Index(None, "first_day", "last_day"),
)

claim_places = Table(
    "claim_places",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("claim", ForeignKey("claims.row"), nullable=False, index=True),
    Column("cell", Text, nullable=False, comment="'' for a place too wide for cells, or none at all"),
    Column("country", Text, nullable=False, comment="'' where not known"),
    Column("name", Words),
    Column("lat", Float),
    Column("lon", Float),
    Column("first_day", Text),
    Column("last_day", Text),
    Index(None, "cell", "country", "first_day", "last_day", "claim"),
    Index(None, "country", "first_day", "last_day", "claim"),
)

claim_actors = Table(
    "claim_actors",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("claim", ForeignKey("claims.row"), nullable=False, index=True),
    Column("actor", Text, index=True),
    Column("name", Words, nullable=False, index=True),
)

incidents = Table(
    "incidents",
    metadata,
    Column("row", Integer, primary_key=True),
    _entry(),
    Column("incident", Text, nullable=False),
    Column("change", Text, nullable=False, comment="new, changed, merged, withdrawn"),
    Column("into", Text, comment="the incident that it was merged into"),
    Column("status", Text, nullable=False),
    Column("event_type", Text, nullable=False),
    Column("sub_type", Text, nullable=False),
    Column("contested", Boolean, nullable=False, comment="some field's accounts differ"),
    Column("independent_sources", Integer, nullable=False),
    Column("what", Text, nullable=False, comment="fields, claims added and removed by this version, JSON"),
    Column("digest", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index(None, "incident", "row"),
)

incident_claims = Table(
    "incident_claims",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("version", ForeignKey("incidents.row"), nullable=False, index=True),
    Column("report", ForeignKey("reports.id"), nullable=False),
    Column("claim", Text, nullable=False),
    Index(None, "report", "claim"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("row", Integer, primary_key=True),
    _entry(),
    Column("id", Text, nullable=False, unique=True),
    Column("verdict", Text, nullable=False),
    Column("incident", Text, index=True),
    Column("undoes", ForeignKey("judgements.id")),
    Column("body", Text, nullable=False),
)

failures = Table(
    "failures",
    metadata,
    Column("row", Integer, primary_key=True),
    _entry(),
    Column("identity", Text, index=True, comment="of the capture that failed"),
    Column("ref", Words, nullable=False, index=True),
    Column("error", Text, nullable=False),
    Column("message", Words, nullable=False),
    Column("advice", Words, nullable=False),
)

refreshes = Table(
    "refreshes",
    metadata,
    Column("row", Integer, primary_key=True),
    _entry(),
    Column("up_to", ForeignKey("entries.seq"), nullable=False, comment="incidents hold all reports up to here"),
)

feeds = Table(
    "feeds",
    metadata,
    Column("url", Text, primary_key=True),
    Column("etag", Words),
    Column("last_modified", Words),
    Column("asked_at", Text),
    Column("not_before", Text, comment="asked again no sooner than this"),
    Column("failed", Integer, nullable=False, comment="times in a row"),
    Column("said", Words, nullable=False, comment="the last failure, in words"),
)
