"""Every format read back with the tool that its users use."""

from __future__ import annotations

import datetime
import io
import json
import time
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from dateline.exports.acled import ACLED, disorder_type
from dateline.exports.datapackage import TABLES, datapackage
from dateline.exports.formats import FORMATS
from dateline.exports.ged import priogrid, type_of_violence
from dateline.exports.selection import Selection
from dateline.model.claim import Participant
from dateline.model.parsing import record_of
from dateline.run.writing import write_export
from tests.accounts import INCIDENT, OTHER_TEXT, RUN, SELECTION, hostile

ACLED_COLUMNS = """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1
    inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude
    longitude geo_precision source source_scale notes fatalities tags timestamp""".split()
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "a\x00b", "half \ud800 pair", "</script><script>", "\r=cmd", "x" * 40_000)


def one(name: str, selection: Selection = SELECTION) -> bytes:
    return FORMATS[name].write(selection, RUN)[""]


def several(name: str, selection: Selection = SELECTION) -> dict[str, bytes]:
    return dict(FORMATS[name].write(selection, RUN))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    assert FORMATS[name].write(SELECTION, RUN) == FORMATS[name].write(SELECTION, RUN)


def test_a_workbook_does_not_tell_when_it_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    first = one("xlsx")
    later = time.localtime(time.time() + 90_000)
    then = datetime.datetime(2031, 5, 6, 7, 8, 9, tzinfo=datetime.UTC)
    clock = SimpleNamespace(datetime=SimpleNamespace(now=lambda **_: then), timezone=datetime.timezone)
    monkeypatch.setattr("openpyxl.writer.excel.datetime", clock)
    monkeypatch.setattr(time, "localtime", lambda *_: later)
    assert one("xlsx") == first


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_to_export_is_no_error(name: str) -> None:
    assert FORMATS[name].write(Selection((), ()), RUN)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", HOSTILE, ids=map(str, range(len(HOSTILE))))
def test_no_text_breaks_a_writer(name: str, text: str) -> None:
    for content in FORMATS[name].write(hostile(text), RUN).values():
        assert content


def test_json_lines_hold_whole_records_and_incidents() -> None:
    values = [json.loads(line) for line in one("jsonl").decode().splitlines()]
    assert [record_of(v, "x") for v in values if "report" in v] == list(SELECTION.records)
    assert [v["id"] for v in values if "fields" in v] == [INCIDENT.id]


def test_acled_has_its_31_columns_in_order() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.BytesIO(one("acled")))
    assert list(frame.columns) == ACLED_COLUMNS == [column.name for column in ACLED.columns]
    row = frame.iloc[0]
    wanted = {
        "event_id_cnty": "DTL-i-0badcafe", "event_date": "2025-03-11", "year": 2025, "disorder_type": "Political violence",
        "actor1": "unidentified gunmen", "actor2": "Nigerian Army", "inter2": "State forces", "iso": 566, "country": "Nigeria",
        "admin1": "Borno", "location": "Damboa", "geo_precision": 2, "source": "Borno Courier; Savannah Voice", "fatalities": 9,
        "timestamp": 1741939200,
    }  # fmt: skip
    assert {key: row[key] for key in wanted} == wanted
    assert row[["region", "admin2", "admin3", "source_scale", "inter1", "interaction"]].isna().all()
    assert "contested (low 9, best open, high 15)" in row["notes"]


@pytest.mark.parametrize(
    ("kind", "sub", "wanted"),
    [
        ("Battles", "Armed clash", "Political violence"),
        ("Protests", "Peaceful protest", "Demonstrations"),
        ("Riots", "Violent demonstration", "Demonstrations"),
        ("Riots", "Mob violence", "Political violence"),
        ("Protests", "Excessive force against protesters", "Political violence; Demonstrations"),
        ("Strategic developments", "Arrests", "Strategic developments"),
    ],
)
def test_disorder_types(kind: str, sub: str, wanted: str) -> None:
    assert disorder_type(kind, sub) == wanted


def test_ged_columns() -> None:
    pandas = pytest.importorskip("pandas")
    row = pandas.read_csv(io.BytesIO(one("ged"))).iloc[0]
    assert (row["low"], row["high"], row["where_prec"], row["date_prec"]) == (9, 15, 2, 1)
    assert pandas.isna(row["best"]) and row["number_of_sources"] == 2
    assert row["source_article"].startswith('"Borno Courier,2025-03-12,Nine soldiers killed near Damboa";"Savannah')


def test_priogrid_cells_are_those_of_ged() -> None:
    # Teir Maaleh, Syria: as coded in UCDP GED.
    assert priogrid(34.802462, 36.707602) == 179714


def test_types_of_violence() -> None:
    def party(kind: str) -> tuple[Participant, ...]:
        return (Participant("party", None, kind, None, kind, ()),)

    state, rebels, militia, civilians = map(party, ("State Forces", "Rebel Groups", "Identity Militias", "Civilians"))
    pairs = [(state, rebels), (rebels, state), (state, state), (rebels, militia), (rebels, civilians), (civilians, rebels)]
    assert [type_of_violence(*pair) for pair in pairs] == [1, 1, 1, 2, 3, None]


def test_csv_tables_in_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    files = several("csv")
    names = ("claims", "incidents", "accounts")
    claims, incidents, accounts = (pandas.read_csv(io.BytesIO(files[f"{name}.csv"])) for name in names)
    assert len(claims) == 5 and set(claims["incident"].dropna()) == {"i-0badcafe"}
    assert incidents.loc[0, "contested"] == "killed" and incidents.loc[0, "killed_high"] == 15
    killed = accounts[accounts["field"] == "killed"]
    assert list(killed["low"]) == [9, 15] and list(killed["origins"]) == ["Musa Ali", "Modu Bukar"]


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"])
def test_no_cell_of_a_csv_is_a_formula(start: str) -> None:
    import csv

    files = several("csv", hostile(start)) | {name: one(name, hostile(start)) for name in ("acled", "ged")}
    for content in files.values():
        for row in list(csv.reader(io.StringIO(content.decode())))[1:]:
            for cell in row:
                number = cell.replace(".", "", 1).removeprefix("-").isdigit()
                assert number or not cell.lstrip(" \t\r\n").startswith(("=", "+", "-", "@")), cell


def test_xlsx_holds_text_as_text() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(one("xlsx", hostile("=HYPERLINK(A1)"))))
    assert book.sheetnames == ["claims", "incidents", "accounts"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f"]
    risky = [cell for cell in cells if str(cell.value).startswith("=")]
    assert risky and all(cell.quotePrefix for cell in risky)


def test_xlsx_in_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    frames = pandas.read_excel(io.BytesIO(one("xlsx")), sheet_name=None)
    assert frames["incidents"].loc[0, "killed_low"] == 9 and len(frames["accounts"]) == 6


def test_parquet_keeps_types() -> None:
    arrow = pytest.importorskip("pyarrow.parquet")
    table = arrow.read_table(io.BytesIO(several("parquet")["incidents.parquet"]))
    types = {field.name: str(field.type) for field in table.schema}
    assert (types["start"], types["killed_low"], types["lat"]) == ("date32[day]", "int64", "double")
    assert table.schema.field("killed_low").metadata[b"description"].startswith(b"Killed")


def test_geoparquet_in_geopandas() -> None:
    geopandas = pytest.importorskip("geopandas")
    frame = geopandas.read_parquet(io.BytesIO(one("geoparquet")))
    assert (frame.geometry.x[0], frame.geometry.y[0]) == (12.756, 11.155)
    assert frame.crs.to_string() == "OGC:CRS84" and frame.loc[0, "title"].startswith("Armed clash near Damboa")


def test_geojson_in_geopandas(tmp_path: Path) -> None:
    geopandas = pytest.importorskip("geopandas")
    path = tmp_path / "incidents.geojson"
    path.write_bytes(one("geojson"))
    frame = geopandas.read_file(path)
    assert list(frame["killed_conservative"]) == [9] and frame.geometry.x[0] == 12.756


def test_the_data_package_is_valid(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    write_export(tmp_path / "package", datapackage(SELECTION, "0.9.0"))
    report = frictionless.Package(str(tmp_path / "package" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])


def test_the_codebook_describes_every_column() -> None:
    text = datapackage(SELECTION, "0.9.0")["codebook.md"].decode()
    for table in TABLES:
        for column in table.columns:
            assert f"| `{column.name}` | {column.kind} |" in text and column.about.endswith(".")


def test_annotations_are_found_again_by_position_and_by_quotation() -> None:
    page = json.loads(one("annotations"))
    texts = {record.report.url: record.report.text for record in SELECTION.records}
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld" and len(page["items"]) == 6
    for item in page["items"]:
        text = texts[item["target"]["source"]]
        position, quote = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert OTHER_TEXT in texts.values()


def test_provenance_refers_to_what_it_defines() -> None:
    document = json.loads(one("prov"))
    known = set(document["entity"]) | set(document["agent"]) | set(document["activity"])
    for kind in ("wasGeneratedBy", "used", "wasDerivedFrom", "wasAttributedTo", "wasAssociatedWith"):
        assert document[kind]
        for relation in document[kind].values():
            assert set(relation.values()) <= known
    assert {a.get("dtl:model") for a in document["agent"].values()} >= {"m1"}


def test_plover_records_have_what_is_required() -> None:
    events = [json.loads(line) for line in one("plover").decode().splitlines()]
    assert all({"id", "date", "actor", "event"} <= set(event) for event in events)
    attack = events[0]
    assert attack["size"] == {"dead": 9} and attack["quad_code"] == 4 and attack["link"] == INCIDENT.id
    assert attack["event_loc"]["country_code"] == "NGA" and attack["recipient"][0]["sector"] == "MIL"


FTM = {
    "Event": "name summary description keywords startDate endDate location country involved sourceUrl proof recordId "
    "publisher modifiedAt",
    "PublicBody": "name alias weakAlias country classification",
    "Organization": "name alias weakAlias country classification",
    "Article": "title publisher publishedAt sourceUrl language",
    "Documentation": "document entity role date",
    "UnknownLink": "subject object role",
}
"""Schemata and properties as in followthemoney 4.11."""


def test_ftm_entities_use_the_schema() -> None:
    entities = [json.loads(line) for line in one("ftm").decode().splitlines()]
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities) and {e["schema"] for e in entities} == set(FTM) - {"Organization"}
    for entity in entities:
        assert set(entity["properties"]) <= set(FTM[entity["schema"]].split())
        assert all(isinstance(v, str) and v for values in entity["properties"].values() for v in values)
        for name in ("subject", "object", "document", "entity", "involved", "proof"):
            assert set(entity["properties"].get(name, ())) <= ids


def test_ftm_entities_are_valid() -> None:
    model = pytest.importorskip("followthemoney").model
    for line in one("ftm").decode().splitlines():
        value = json.loads(line)
        proxy = model.get_proxy(value)
        proxy.schema.validate({"properties": value["properties"]})
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == {
            name: sorted(values) for name, values in value["properties"].items()
        }


def test_a_zip_holds_the_same_files(tmp_path: Path) -> None:
    write_export(tmp_path / "all.zip", several("csv"))
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == several("csv")


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    from dateline.run.ledger import OutputError

    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.docx").write_bytes(b"x")
    with pytest.raises(OutputError, match=r"thesis\.docx"):
        write_export(tmp_path / "out", several("csv"))
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    write_export(tmp_path / "new", several("csv"))
    write_export(tmp_path / "new", several("csv"))
    assert len(list((tmp_path / "new").iterdir())) == 3


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.run.ledger import OutputError

    written: list[Path] = []

    def full(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) > 1:
            raise OSError(28, "No space left on device")
        return len(data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="No space left"):
        write_export(tmp_path / "out", several("csv"))
    assert list(tmp_path.iterdir()) == []
