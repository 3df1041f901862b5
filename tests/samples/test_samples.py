"""The sample reports that come with the package."""

import csv
import datetime
from importlib import resources

SAMPLES = resources.files("dateline") / "samples"


def test_the_index_and_the_files_agree() -> None:
    rows = list(csv.DictReader((SAMPLES / "index.csv").read_text(encoding="utf-8").splitlines()))
    assert list(rows[0]) == ["id", "file", "outlet", "published", "url", "title"]
    files = {item.name for item in SAMPLES.iterdir() if item.name.endswith(".txt")}
    assert {row["file"] for row in rows} == files
    assert len({row["id"] for row in rows}) == len(rows) == 10
    for row in rows:
        assert datetime.date.fromisoformat(row["published"])
        text = (SAMPLES / row["file"]).read_text(encoding="utf-8")
        assert 120 <= len(text.split()) <= 300
        assert row["title"] not in text
