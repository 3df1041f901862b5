"""``dateline code``: formats, options, exit statuses, bad input."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dateline.cli import coding, opening
from tests.cli.conftest import Command
from tests.records import TEXT

ENGLISH = (
    "Fighters attacked the village on Monday and the army said that it had sent help to the people there.\n"
)


def folder_of_three(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text("", encoding="utf-8")
    (folder / "c.txt").write_text(ENGLISH, encoding="utf-8")
    return folder


class TestFormats:
    def test_one_report_is_one_object(self, dateline: Command) -> None:
        result = dateline(
            "code", "damboa.txt", "--format", "json", "--outlet", "Borno Courier", "--published", "2025-03-12"
        )
        assert result.exit_code == 0
        record = json.loads(result.stdout)
        assert list(record) == ["report", "claims", "relations", "framing", "warnings"]
        assert record["report"]["outlet"] == "Borno Courier"
        assert record["report"]["published"] == "2025-03-12"
        assert result.stdout.startswith('{\n  "report"')

    def test_several_are_a_list_in_order(self, dateline: Command, tmp_path: Path) -> None:
        result = dateline("code", str(folder_of_three(tmp_path)), "--format", "json")
        assert [Path(record["report"]["ref"]).name for record in json.loads(result.stdout)] == [
            "a.txt",
            "c.txt",
        ]
        assert result.exit_code == 1

    def test_several_that_all_fail_are_an_empty_list(self, dateline: Command) -> None:
        result = dateline("code", "gone.txt", "also-gone.txt", "--format", "json")
        assert json.loads(result.stdout) == []
        assert result.exit_code == 1

    def test_jsonl_is_one_a_line(self, dateline: Command, tmp_path: Path) -> None:
        result = dateline("code", str(folder_of_three(tmp_path)), "--format", "jsonl")
        assert len([json.loads(line) for line in result.stdout.splitlines()]) == 2

    def test_csv_is_one_row_a_claim(self, dateline: Command) -> None:
        rows = list(csv.DictReader(io.StringIO(dateline("code", "damboa.txt", "--format", "csv").stdout)))
        assert [row["claim"] for row in rows] == ["c1", "c2", "c3", "c4"]

    def test_the_table_is_the_default(self, dateline: Command) -> None:
        result = dateline("code", "damboa.txt", "--outlet", "Borno Courier")
        assert "unidentified gunmen → Nigerian Army" in result.stdout
        assert "Borno Courier → Musa Ali (attributed)" in result.stdout
        assert max(map(len, result.stdout.splitlines())) <= 100

    def test_data_go_to_stdout_and_talk_to_stderr(self, dateline: Command, tmp_path: Path) -> None:
        result = dateline("code", str(folder_of_three(tmp_path)), "--format", "jsonl")
        assert "b.txt is empty" in result.stderr
        assert "b.txt" not in result.stdout
        assert "1 of 3 reports could not be coded" in result.stderr


class TestReadingOptions:
    def test_hints_stand_in_the_report(self, dateline: Command) -> None:
        options = [
            "--outlet",
            "O",
            "--published",
            "12 March 2025",
            "--url",
            "https://o.example/1",
            "--title",
            "T",
        ]
        report = json.loads(dateline("code", "damboa.txt", "--format", "json", *options).stdout)["report"]
        assert [report[key] for key in ("outlet", "published", "url", "title")] == [
            "O",
            "2025-03-12",
            "https://o.example/1",
            "T",
        ]

    def test_columns_map_a_table(self, dateline: Command) -> None:
        Path("t.csv").write_text(f'body,date\n"{ENGLISH}",2025-03-12\n', encoding="utf-8")
        result = dateline("code", "t.csv", "--columns", "text=body,published=date", "--format", "json")
        report = json.loads(result.stdout)["report"]
        assert (report["ref"], report["published"]) == ("t.csv#1", "2025-03-12")

    def test_actors_may_be_given_more_than_once(self, dateline: Command) -> None:
        for name in ("a.csv", "b.csv"):
            Path(name).write_text("id,name\n")
        assert dateline("code", "damboa.txt", "--actors", "a.csv", "--actors", "b.csv").exit_code == 0

    def test_an_actor_file_that_is_none_is_wrong_usage(self, dateline: Command) -> None:
        Path("a.csv").write_text("nothing")
        result = dateline("code", "damboa.txt", "--actors", "a.csv")
        assert result.exit_code == 2
        assert "holds no actors" in result.stderr

    def test_private_addresses_need_leave(self, dateline: Command) -> None:
        refused = dateline("code", "http://127.0.0.1:9/x")
        assert refused.exit_code == 1
        assert "public" in refused.stderr
        allowed = dateline("code", "http://127.0.0.1:9/x", "--allow-private")
        assert allowed.exit_code == 1
        assert "public" not in allowed.stderr

    def test_dash_reads_standard_input(self, dateline: Command) -> None:
        result = dateline("code", "-", "--format", "json", stdin=TEXT)
        assert len(json.loads(result.stdout)["claims"]) == 4


class TestUsage:
    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["damboa.txt", "--format", "xml"],
            ["damboa.txt", "--published", "some day"],
            ["damboa.txt", "--published", "07/08/2023"],
            ["damboa.txt", "--columns", "text"],
            ["damboa.txt", "--columns", "corpus=body"],
            ["damboa.txt", "--jobs", "0"],
            ["damboa.txt", "--actors", "gone.csv"],
            ["damboa.txt", "--out", "claims.xml"],
            ["damboa.txt", "--out", "claims.json", "--format", "table"],
            ["damboa.txt", "--nonsense"],
        ],
        ids=" ".join,
    )
    def test_wrong_usage_is_2(self, dateline: Command, arguments: list[str]) -> None:
        result = dateline("code", *arguments)
        assert result.exit_code == 2
        assert not result.stdout.startswith("{")

    def test_a_table_without_the_named_column_is_wrong_usage(self, dateline: Command) -> None:
        Path("t.csv").write_text("a,b\n1,2\n")
        result = dateline("code", "t.csv", "--columns", "text=body")
        assert result.exit_code == 2
        assert "body" in result.stderr
        assert "a, b" in result.stderr


class TestBadInput:
    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"   \n",
            b"\x00\xff\xfe\x01" * 100,
            b"%PDF-1.4 nothing more",
            b"PK\x03\x04broken",
            "Вооружённые люди напали на деревню в понедельник, сообщили местные жители и полиция.".encode(),
        ],
        ids=["empty", "blank", "binary", "pdf", "zip", "russian"],
    )
    def test_it_fails_with_advice_and_nothing_on_stdout(self, dateline: Command, content: bytes) -> None:
        Path("bad").write_bytes(content)
        result = dateline("code", "bad", "--format", "json", "--out", "o.json")
        assert result.exit_code == 1
        assert result.stdout == ""
        assert result.stderr.startswith("Error: ")
        assert [path.name for path in Path().glob("o.*")] == []

    @pytest.mark.parametrize("command", [("code", "-"), ("explain", "-", "c1"), ("framing", "-")], ids=" ".join)
    def test_standard_input_that_holds_nothing_is_called_so(
        self, dateline: Command, command: tuple[str, ...]
    ) -> None:
        result = dateline(*command, stdin="")
        assert result.exit_code == 1
        assert result.stderr.startswith("Error: Standard input is empty.")

    def test_control_characters_do_not_reach_the_screen(self, dateline: Command) -> None:
        Path("esc.txt").write_text(ENGLISH)
        result = dateline("code", "esc.txt", "--title", "\x1b[2Jgone\u202e", "--outlet", "[bold]B[/bold]")
        assert "\x1b" not in result.stdout
        assert "\u202e" not in result.stdout
        assert "[bold]B[/bold]" in result.stdout

    def test_control_characters_in_a_name_do_not_reach_the_screen(self, dateline: Command) -> None:
        assert "\x1b" not in dateline("code", "\x1b[31mgone.txt").stderr

    def test_half_a_surrogate_pair_is_written_escaped(self, dateline: Command) -> None:
        Path("t.jsonl").write_text(json.dumps({"text": ENGLISH, "title": "x\ud800"}))
        assert (
            json.loads(dateline("code", "t.jsonl", "--format", "json").stdout)["report"]["title"] == "x\ud800"
        )
        assert dateline("code", "t.jsonl").exit_code == 0
        assert dateline("code", "t.jsonl", "--format", "csv").exit_code == 0

    def test_a_fault_of_ours_is_told_as_one(self, dateline: Command) -> None:
        Path("crash.txt").write_text(ENGLISH + "CRASHME")
        result = dateline("code", "crash.txt")
        assert result.exit_code == 1
        assert "a fault in Dateline" in result.stderr


class TestOut:
    @pytest.mark.parametrize(("name", "form"), [("o.json", "json"), ("o.jsonl", "jsonl"), ("o.csv", "csv")])
    def test_a_file_holds_what_stdout_would(
        self, dateline: Command, tmp_path: Path, name: str, form: str
    ) -> None:
        folder = str(folder_of_three(tmp_path))
        result = dateline("code", folder, "--out", name)
        assert result.exit_code == 1
        assert result.stdout == ""
        assert Path(name).read_text("utf-8") == dateline("code", folder, "--format", form).stdout

    def test_a_folder_holds_a_file_a_report(self, dateline: Command, tmp_path: Path) -> None:
        folder = str(folder_of_three(tmp_path))
        first = dateline("code", folder, "--out", "coded")
        assert len(list(Path("coded").glob("*.json"))) == 2
        assert "2 reports coded" in first.stderr
        second = dateline("code", folder, "--out", "coded")
        assert "2 done before" in second.stderr
        assert second.exit_code == 1, "what failed is tried, and fails, again"

    def test_format_says_what_a_folder_holds(self, dateline: Command) -> None:
        dateline("code", "damboa.txt", "--out", "coded", "--format", "csv")
        assert [path.suffix for path in sorted(Path("coded").iterdir())] == [".csv", ".jsonl"]

    def test_quiet_says_only_what_failed(self, dateline: Command) -> None:
        assert dateline("code", "damboa.txt", "--out", "o.json", "--quiet").stderr == ""
        assert "gone.txt" in dateline("code", "gone.txt", "--quiet").stderr

    def test_several_processes_give_the_same(
        self, dateline: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = []

        def code_all(sources: object, *, make_coder: object, jobs: int) -> object:
            asked.append(jobs)
            return real(sources, make_coder=make_coder, jobs=1)  # type: ignore[arg-type]

        real = coding.code_all
        monkeypatch.setattr(coding, "code_all", code_all)
        dateline("code", "damboa.txt", "damboa.txt", "--jobs", "3")
        dateline("code", "damboa.txt")
        assert asked == [3, 1]

    def test_a_place_that_cannot_be_written_is_told(self, dateline: Command) -> None:
        Path("taken").write_text("a file")
        result = dateline("code", "damboa.txt", "--out", "taken/o.json")
        assert result.exit_code == 1
        assert "could not be written" in result.stderr

    def test_ctrl_c_leaves_the_part_to_go_on_with(
        self, dateline: Command, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def interrupted(*arguments: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(opening, "make_coder", interrupted)
        result = dateline("code", "damboa.txt", "--out", "o.jsonl")
        assert result.exit_code == 130
        assert "same command again" in result.stderr
        assert not Path("o.jsonl").exists()


def test_samples_code_the_bundled_reports(dateline: Command) -> None:
    result = dateline("samples", "--format", "json", "--quiet")
    assert result.exit_code == 0
    records = json.loads(result.stdout)
    assert len(records) >= 8
    assert all(record["report"]["outlet"] and record["report"]["published"] for record in records)


def test_a_sample_stands_where_a_path_may(dateline: Command) -> None:
    assert json.loads(dateline("code", "sample:djibo-wire", "--format", "json").stdout)["report"]["outlet"]
    unknown = dateline("code", "sample:nothing")
    assert unknown.exit_code == 1
    assert "djibo-wire" in unknown.stderr
