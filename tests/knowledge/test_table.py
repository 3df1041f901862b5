import pytest

from dateline.knowledge.table import listed, read_rows
from dateline.model.errors import KnowledgeError


def write(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "mine.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_rows_come_with_their_line_and_stripped(tmp_path):
    path = write(tmp_path, 'a,b\n\n 1 ,"x, y"\n')
    assert list(read_rows(path, ("a", "b"))) == [(3, {"a": "1", "b": "x, y"})]


def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path):
    assert list(read_rows(write(tmp_path, "a\n1\n", "utf-8-sig"), ("a",))) == [(2, {"a": "1"})]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,c\n", "mine.csv, row 1: the columns are a,c"),
        ("", "mine.csv, row 1: the columns are missing"),
        ("a,b\n1\n", "mine.csv, row 2: 1 cells where 2"),
    ],
)
def test_a_bad_table_is_named(tmp_path, text, said):
    with pytest.raises(KnowledgeError, match=said):
        list(read_rows(write(tmp_path, text), ("a", "b")))


def test_a_file_that_is_missing_or_not_utf8_is_named(tmp_path):
    with pytest.raises(KnowledgeError, match=r"absent\.csv"):
        list(read_rows(tmp_path / "absent.csv", ("a",)))
    with pytest.raises(KnowledgeError, match="UTF-8"):
        list(read_rows(write(tmp_path, "é\n", "latin-1"), ("a",)))


def test_lists():
    assert listed("a| b ||") == ("a", "b")
    assert listed("") == ()
