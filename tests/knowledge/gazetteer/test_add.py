"""Files that a user adds: what is learned from them, and what is refused."""

import gzip
from pathlib import Path

import pytest

from dateline.knowledge.gazetteer import add_file, load_gazetteer
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
