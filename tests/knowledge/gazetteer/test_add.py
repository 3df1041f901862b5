"""Files that a user adds: what is learned from them, and what is refused."""

import gzip
import json
import multiprocessing
import sqlite3
from pathlib import Path

import pytest

from dateline.knowledge.gazetteer import add_file, added_files, load_gazetteer, remove_file
from dateline.model.errors import KnowledgeError


def _dump_line(id_: int, name: str, lat: float, lon: float, others: str = "") -> str:
    cells = [
        str(id_),
        name,
        name,
        others,
        str(lat),
        str(lon),
        "P",
        "PPL",
        "SY",
        "",
        "07",
        "",
        "",
        "",
        "0",
        "",
        "",
        "",
        "",
    ]
    return "\t".join(cells)


@pytest.fixture()
def store(tmp_path: Path) -> Path:
    return tmp_path / "own" / "gazetteer.sqlite"


def test_geonames_dump_is_added_and_found(tmp_path: Path, store: Path) -> None:
    source = tmp_path / "SY.txt"
    source.write_text(
        _dump_line(900001, "Qaryat az Zuhur", 35.1, 40.2, "Zouhour Village,قرية") + "\n", encoding="utf-8"
    )
    added = add_file(source, store)
    assert (added.kind, added.new, added.known) == ("geonames", 1, 0)
    found = load_gazetteer(store).candidates("Zouhour Village")
    assert found[0].id == "geonames:900001"
    assert found[0].admin1 == "Deir ez-Zor"


def test_adding_twice_changes_nothing(tmp_path: Path, store: Path) -> None:
    source = tmp_path / "SY.txt"
    source.write_text(_dump_line(900001, "Abu Kharqan", 35.1, 40.2) + "\n", encoding="utf-8")
    add_file(source, store)
    again = add_file(source, store)
    assert (again.new, again.known) == (0, 1)
    assert len([c for c in load_gazetteer(store).candidates("Abu Kharqan") if c.id == "geonames:900001"]) == 1


def test_events_teach_places(tmp_path: Path, store: Path) -> None:
    source = tmp_path / "ged.csv"
    source.write_text(
        "where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,country\n"
        "1.0,Tuwaylah village/Tweila,Al Hasakah Governorate,X,36.6,40.3,Syria\n"
        "1,Tuwaylah village/Tweila,Al Hasakah Governorate,X,36.6,40.3,Syria\n"
        "4,Al Hasakah Governorate,Al Hasakah Governorate,,36.5,40.7,Syria\n",
        encoding="utf-8",
    )
    added = add_file(source, store)
    assert (added.kind, added.new, added.left_out) == ("ged", 1, 1)
    place = next(c for c in load_gazetteer(store).candidates("Tweila", 60) if c.id.startswith("user:"))
    assert (place.name, place.country, place.admin1, place.events) == ("Tuwaylah", "SY", "Al-Hasakah", 2)


def test_plain_table_with_semicolons(tmp_path: Path, store: Path) -> None:
    source = tmp_path / "places.csv"
    source.write_text(
        "Name;Lat;Lon;Country;Aliases\nKafr Testia;35.9;36.5;SY;Kafar Tist|كفر\n", encoding="utf-8"
    )
    assert add_file(source, store).kind == "plain"
    assert load_gazetteer(store).candidates("Kafar Tist")[0].name == "Kafr Testia"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (_dump_line(1, "A", 35.0, 40.0) + "\n" + "\t".join(["2", "B", "B"]), "line 2: 3 columns"),
        (_dump_line(1, "A", 135.0, 40.0), "swapped"),
        (_dump_line(1, "A", 195.0, 240.0), "out of range"),
        ("name,lat,lon\nA,1.0,2.0\nB,3.0", "not as many columns"),
        ("name,lat,lon\nA,x,2.0\n", "no coordinates"),
        ("name,height\nA,1\n", "no column for latitude"),
        ("name,lat,lon,country\nA,40.1,35.2,SY\nB,40.5,35.0,SY\n", "swapped"),
        ("", "is empty"),
    ],
)
def test_what_cannot_be_right_is_refused(tmp_path: Path, store: Path, content: str, message: str) -> None:
    source = tmp_path / "bad.csv"
    source.write_text(content, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        add_file(source, store)
    assert not store.exists()


def test_truncated_gzip_is_told(tmp_path: Path, store: Path) -> None:
    source = tmp_path / "SY.txt.gz"
    source.write_bytes(
        gzip.compress(("\n".join(_dump_line(i, f"N{i}", 35, 40) for i in range(500))).encode())[:-200]
    )
    with pytest.raises(KnowledgeError, match="cut short"):
        add_file(source, store)


def test_missing_file_is_told(tmp_path: Path, store: Path) -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        add_file(tmp_path / "none.csv", store)


VILLAGE = {"name": "Tuwaylah", "lat": 36.6, "lon": 40.3, "n": 4, "aliases": ["Tweila"]}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("places.json", json.dumps([VILLAGE])),
        ("places.jsonl", json.dumps(VILLAGE) + "\n"),
        (
            "divisions.json",
            json.dumps(
                [{"name": {"en": "Tuwaylah", "ar": "طويلة"}, "aliases": [{"value": "Tweila"}], "n": 4,
                  "centroid": {"latitude": 36.6, "longitude": 40.3}}]
            ),
        ),
        (
            "layer.geojson",
            json.dumps(
                {"type": "FeatureCollection", "features": [
                    {"type": "Feature", "geometry": {"type": "Point", "coordinates": [40.3, 36.6]},
                     "properties": {"name": "Tuwaylah", "aliases": ["Tweila"], "n": 4}}
                ]}
            ),
        ),
    ],
)  # fmt: skip
def test_json_of_every_shape_is_read_and_its_country_found(tmp_path: Path, store: Path, name: str, text: str) -> None:
    source = tmp_path / name
    source.write_text(text, encoding="utf-8")
    assert add_file(source, store).new == 1
    place = next(c for c in load_gazetteer(store).candidates("Tweila", 60) if c.id.startswith("user:"))
    assert (place.name, place.lat, place.lon, place.events) == ("Tuwaylah", 36.6, 40.3, 4)
    assert (place.country, place.admin1) == ("SY", "Al-Hasakah")


def test_a_point_in_the_sea_gets_no_country(tmp_path: Path, store: Path) -> None:
    source = tmp_path / "places.csv"
    source.write_text("name,lat,lon\nLonely Shoal,-40.0,-100.0\n", encoding="utf-8")
    add_file(source, store)
    assert load_gazetteer(store).candidates("Lonely Shoal")[0].country is None


def test_alternate_names_lead_to_places_on_file(tmp_path: Path, store: Path) -> None:
    dump, names = tmp_path / "SY.txt", tmp_path / "names.txt"
    dump.write_text(_dump_line(900001, "Abu Kharqan", 35.1, 40.2) + "\n", encoding="utf-8")
    names.write_text(
        "1\t900001\ten\tWhitewell\t\t\t\t\t\t\n"
        "2\t900001\tlink\thttps://example.org\t\t\t\t\t\t\n"
        "3\t170654\ten\tOldgate of Syria\t\t\t\t\t\t\n"
        "4\t1\ten\tNowhere at All\t\t\t\t\t\t\n",
        encoding="utf-8",
    )
    add_file(dump, store)
    added = add_file(names, store)
    gazetteer = load_gazetteer(store)
    assert (added.kind, added.new, added.known, added.left_out) == ("names", 1, 1, 1)
    assert gazetteer.candidates("Whitewell")[0].id == "geonames:900001"
    assert gazetteer.candidates("Oldgate of Syria")[0].name == "Damascus"
    assert not gazetteer.candidates("Nowhere at All")


def test_a_file_can_be_taken_out_again(tmp_path: Path, store: Path) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text("name,lat,lon,country\nQuarrelton,35.1,40.2,SY\nSharedby,35.5,40.5,SY\n", encoding="utf-8")
    two.write_text("name,lat,lon,country\nSharedby,35.5,40.5,SY\n", encoding="utf-8")
    add_file(one, store)
    add_file(two, store)
    assert [(f.name, f.places) for f in added_files(store)] == [("one.csv", 2), ("two.csv", 1)]
    assert remove_file("one.csv", store) == 1
    assert [f.name for f in added_files(store)] == ["two.csv"]
    gazetteer = load_gazetteer(store)
    assert not [c for c in gazetteer.candidates("Quarrelton") if c.id.startswith("user:")]
    assert [c for c in gazetteer.candidates("Sharedby") if c.id.startswith("user:")]
    with pytest.raises(KnowledgeError, match=r"one\.csv.*two\.csv"):
        remove_file("one.csv", store)
    # A row that is used again must not be found under the names of the place that had it.
    one.write_text("name,lat,lon,country\nElsewhere Point,35.1,40.2,SY\n", encoding="utf-8")
    add_file(one, store)
    assert not [c for c in load_gazetteer(store).candidates("Quarrelton") if c.id.startswith("user:")]


def test_two_processes_add_at_once(tmp_path: Path, store: Path) -> None:
    files = []
    for k in range(2):
        source = tmp_path / f"{k}.csv"
        rows = "".join(f"Hamlet{k} Number{n},{35 + n / 1000},40.2,SY\n" for n in range(200))
        source.write_text("name,lat,lon,country\n" + rows, encoding="utf-8")
        files.append(source)
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=add_file, args=(source, store)) for source in files]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert [p.exitcode for p in processes] == [0, 0]
    assert [f.places for f in added_files(store)] == [200, 200]


@pytest.mark.parametrize("kept", [3000, 200_000])
def test_a_store_that_is_cut_short_is_told(tmp_path: Path, store: Path, kept: int) -> None:
    source = tmp_path / "places.csv"
    rows = "".join(f"Hamlet{n},{35 + n / 5000},40.2,SY\n" for n in range(3000))
    source.write_text("name,lat,lon,country\n" + rows, encoding="utf-8")
    add_file(source, store)
    store.write_bytes(store.read_bytes()[:kept])
    with pytest.raises(KnowledgeError, match=r"gazetteer add"):
        load_gazetteer(store).candidates("Hamlet2999")


def test_a_store_of_another_version_is_told(store: Path) -> None:
    store.parent.mkdir(parents=True)
    with sqlite3.connect(store) as connection:
        connection.execute("CREATE TABLE place (row)")
        connection.execute("CREATE TABLE bucket (id)")
        connection.execute("PRAGMA user_version = 9")
    with pytest.raises(KnowledgeError, match="version 9"):
        load_gazetteer(store)


def test_adding_names_keeps_the_count_of_events(tmp_path: Path, store: Path) -> None:
    ged, plain = tmp_path / "a.csv", tmp_path / "b.csv"
    ged.write_text("name,lat,lon,country,n\nQuarrelton,35.1,40.2,SY,7\n", encoding="utf-8")
    plain.write_text("name,lat,lon,country,aliases\nQuarrelton,35.1,40.2,SY,Strifeham\n", encoding="utf-8")
    add_file(ged, store)
    add_file(plain, store)
    found = load_gazetteer(store).candidates("Strifeham")[0]
    assert (found.name, found.events) == ("Quarrelton", 7)


def test_a_name_with_its_word_of_type_is_found_without_it(tmp_path: Path, store: Path) -> None:
    source = tmp_path / "places.csv"
    source.write_text("name,lat,lon,country\nQuarrelton village,35.1,40.2,SY\n", encoding="utf-8")
    add_file(source, store)
    found = load_gazetteer(store).candidates("Quarrelton")[0]
    assert (found.name, found.match) == ("Quarrelton village", "alternate")
