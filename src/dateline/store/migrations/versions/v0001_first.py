"""The tables of the first version, and the index of words over the reports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SQLITE = (
    # The words are kept in step by the database itself; reports are never changed or removed.
    """CREATE VIRTUAL TABLE report_words USING fts5(
         title, text, content='reports', content_rowid='row', tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER report_words_in_step AFTER INSERT ON reports BEGIN
         INSERT INTO report_words (rowid, title, text) VALUES (new.row, new.title, new.text); END""",
)
_POSTGRES = (
    # A tsvector holds a megabyte at most; no report's first 300,000 characters come near it.
    """ALTER TABLE reports ADD COLUMN words tsvector GENERATED ALWAYS AS
         (to_tsvector('english', left(coalesce(title, '') || ' ' || text, 300000))) STORED""",
    "CREATE INDEX ix_reports_words ON reports USING gin (words)",
)


def upgrade() -> None:
    """Make all tables in an empty database."""
    op.create_table(
        "entries",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("clock", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_entries"),
    )
    op.create_index("ix_entries_at", "entries", ["at"])
    op.create_table(
        "feeds",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.Column("asked_at", sa.Text()),
        sa.Column("not_before", sa.Text()),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("url", name="pk_feeds"),
    )
    op.create_table(
        "failures",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("identity", sa.Text()),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name="fk_failures_entry"),
        sa.PrimaryKeyConstraint("row", name="pk_failures"),
    )
    op.create_index("ix_failures_entry", "failures", ["entry"])
    op.create_index("ix_failures_identity", "failures", ["identity"])
    op.create_index("ix_failures_ref", "failures", ["ref"])
    op.create_table(
        "incidents",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("incident", sa.Text(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("into", sa.Text()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("event_type", sa.Text(), nullable=False),
        sa.Column("sub_type", sa.Text(), nullable=False),
        sa.Column("contested", sa.Boolean(), nullable=False),
        sa.Column("independent_sources", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name="fk_incidents_entry"),
        sa.PrimaryKeyConstraint("row", name="pk_incidents"),
    )
    op.create_index("ix_incidents_entry", "incidents", ["entry"])
    op.create_index("ix_incidents_incident_row", "incidents", ["incident", "row"])
    op.create_table(
        "judgements",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("incident", sa.Text()),
        sa.Column("undoes", sa.Text()),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name="fk_judgements_entry"),
        sa.ForeignKeyConstraint(["undoes"], ["judgements.id"], name="fk_judgements_undoes"),
        sa.PrimaryKeyConstraint("row", name="pk_judgements"),
        sa.UniqueConstraint("id", name="uq_judgements_id"),
    )
    op.create_index("ix_judgements_entry", "judgements", ["entry"])
    op.create_index("ix_judgements_incident", "judgements", ["incident"])
    op.create_table(
        "refreshes",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("up_to", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name="fk_refreshes_entry"),
        sa.ForeignKeyConstraint(["up_to"], ["entries.seq"], name="fk_refreshes_up_to"),
        sa.PrimaryKeyConstraint("row", name="pk_refreshes"),
    )
    op.create_index("ix_refreshes_entry", "refreshes", ["entry"])
    op.create_table(
        "reports",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("outlet", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name="fk_reports_entry"),
        sa.PrimaryKeyConstraint("row", name="pk_reports"),
        sa.UniqueConstraint("id", name="uq_reports_id"),
    )
    op.create_index("ix_reports_entry", "reports", ["entry"])
    op.create_table(
        "runs",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("codebook", sa.Text(), nullable=False),
        sa.Column("gazetteer", sa.Text(), nullable=False),
        sa.Column("actors", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name="fk_runs_entry"),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_index("ix_runs_entry", "runs", ["entry"])
    op.create_table(
        "captures",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("report", sa.Text()),
        sa.Column("run", sa.Text()),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.Text()),
        sa.Column("fetched_at", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name="fk_captures_entry"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_captures_report"),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name="fk_captures_run"),
        sa.PrimaryKeyConstraint("row", name="pk_captures"),
    )
    op.create_index("ix_captures_entry", "captures", ["entry"])
    op.create_index("ix_captures_identity", "captures", ["identity"])
    op.create_index("ix_captures_report", "captures", ["report"])
    op.create_table(
        "incident_claims",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_incident_claims_report"),
        sa.ForeignKeyConstraint(["version"], ["incidents.row"], name="fk_incident_claims_version"),
        sa.PrimaryKeyConstraint("row", name="pk_incident_claims"),
    )
    op.create_index("ix_incident_claims_report_claim", "incident_claims", ["report", "claim"])
    op.create_index("ix_incident_claims_version", "incident_claims", ["version"])
    op.create_table(
        "records",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("run", sa.Text()),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("published", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.seq"], name="fk_records_entry"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_records_report"),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name="fk_records_run"),
        sa.PrimaryKeyConstraint("row", name="pk_records"),
    )
    op.create_index("ix_records_entry", "records", ["entry"])
    op.create_index("ix_records_report_row", "records", ["report", "row"])
    op.create_table(
        "claims",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("event_type", sa.Text(), nullable=False),
        sa.Column("sub_type", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("start_day", sa.Text()),
        sa.Column("end_day", sa.Text()),
        sa.Column("first_day", sa.Text()),
        sa.Column("last_day", sa.Text()),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["record"], ["records.row"], name="fk_claims_record"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_claims_report"),
        sa.PrimaryKeyConstraint("row", name="pk_claims"),
        sa.UniqueConstraint("record", "claim", name="uq_claims_record_claim"),
    )
    op.create_index("ix_claims_first_day_last_day", "claims", ["first_day", "last_day"])
    op.create_index("ix_claims_report_claim", "claims", ["report", "claim"])
    op.create_table(
        "claim_actors",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.row"], name="fk_claim_actors_claim"),
        sa.PrimaryKeyConstraint("row", name="pk_claim_actors"),
    )
    op.create_index("ix_claim_actors_actor", "claim_actors", ["actor"])
    op.create_index("ix_claim_actors_claim", "claim_actors", ["claim"])
    op.create_index("ix_claim_actors_name", "claim_actors", ["name"])
    op.create_table(
        "claim_places",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("cell", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("first_day", sa.Text()),
        sa.Column("last_day", sa.Text()),
        sa.ForeignKeyConstraint(["claim"], ["claims.row"], name="fk_claim_places_claim"),
        sa.PrimaryKeyConstraint("row", name="pk_claim_places"),
    )
    op.create_index(
        "ix_claim_places_cell_country_first_day_last_day_claim",
        "claim_places",
        ["cell", "country", "first_day", "last_day", "claim"],
    )
    op.create_index("ix_claim_places_claim", "claim_places", ["claim"])
    op.create_index(
        "ix_claim_places_country_first_day_last_day_claim",
        "claim_places",
        ["country", "first_day", "last_day", "claim"],
    )
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRES:
        op.execute(statement)
