"""Results on disk: whole or not there, and gone on with after a run that was broken off."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from dateline.exports.csv import Csv
from dateline.exports.json import Json, JsonLines
from dateline.model.report import Capture, Failure
from dateline.run import file as file_module
from dateline.run import folder as folder_module
from dateline.run import ledger
from dateline.run.batch import code_all
from dateline.run.file import ResultFile
from dateline.run.folder import ResultFolder
from dateline.run.ledger import OutputError, settings_digest
from tests.run.fakes import CountingCoder, FakeCoder, capture

Place = ResultFile | ResultFolder


def make_counting(log: Path, threads: int) -> FakeCoder:
    return CountingCoder(log)


def fill(
    place: Place, sources: list[Capture | Failure], log: Path, stop_after: int | None = None
) -> list[str]:
    """Run ``sources`` into ``place``; gives the refs that were coded this time. Stops as Ctrl-C would."""
    log.write_text("")
    with place as results:
        undone = (source for source in sources if not results.done(source))
        for number, (source, result) in enumerate(
            code_all(undone, make_coder=partial(make_counting, log), jobs=1)
        ):
            if number == stop_after:
                raise KeyboardInterrupt
            results.write(source, result)
    return log.read_text().split()


REPORTS: list[Capture | Failure] = [capture(f"r{n}") for n in range(5)]
BAD = Failure("gone", "SourceError", "There is no file gone.", "Check the path.")


class TestFolder:
    def place(self, tmp_path: Path, settings: str = "s") -> ResultFolder:
        return ResultFolder(tmp_path / "out", Json(many=False), settings)

    def test_one_file_a_report_and_a_manifest(self, tmp_path: Path) -> None:
        assert fill(self.place(tmp_path), [*REPORTS, BAD], tmp_path / "log") == [f"r{n}" for n in range(5)]
        lines = [json.loads(line) for line in (tmp_path / "out" / "manifest.jsonl").read_text().splitlines()]
        assert [(line["ref"], line["status"]) for line in lines][-2:] == [("r4", "coded"), ("gone", "failed")]
        assert lines[0]["sha256"] == REPORTS[0].sha256  # type: ignore[union-attr]
        assert lines[-1]["sha256"] is None
        record = json.loads((tmp_path / "out" / lines[0]["file"]).read_text())
        assert record["report"]["ref"] == "r0"
        assert len(list((tmp_path / "out").iterdir())) == 6

    def test_what_is_done_and_unchanged_is_passed_over(self, tmp_path: Path) -> None:
        fill(self.place(tmp_path), REPORTS, tmp_path / "log")
        changed = [
            *REPORTS[:2],
            capture("r2", "Another text of the report, in which the army attacked a village."),
        ]
        assert fill(self.place(tmp_path), [*changed, *REPORTS[3:]], tmp_path / "log") == ["r2"]

    def test_other_settings_or_a_file_that_is_gone_mean_coding_again(self, tmp_path: Path) -> None:
        fill(self.place(tmp_path), REPORTS, tmp_path / "log")
        next((tmp_path / "out").glob("r3-*.json")).unlink()
        assert fill(self.place(tmp_path), REPORTS, tmp_path / "log") == ["r3"]
        assert len(fill(self.place(tmp_path, "other"), REPORTS, tmp_path / "log")) == 5

    def test_what_failed_is_tried_again(self, tmp_path: Path) -> None:
        fault = capture(
            "fault", "CRASHME, said the army of the village that the fighters attacked on Monday."
        )
        fill(self.place(tmp_path), [fault], tmp_path / "log")
        assert fill(self.place(tmp_path), [fault], tmp_path / "log") == ["fault"]

    def test_a_torn_manifest_line_is_left_out(self, tmp_path: Path) -> None:
        fill(self.place(tmp_path), REPORTS, tmp_path / "log")
        manifest = tmp_path / "out" / "manifest.jsonl"
        manifest.write_bytes(manifest.read_bytes()[:-20])
        assert fill(self.place(tmp_path), REPORTS, tmp_path / "log") == ["r4"]

    def test_refs_that_look_alike_get_files_of_their_own(self, tmp_path: Path) -> None:
        refs = [
            "a/x.txt",
            "b/x.txt",
            "../x.txt",
            "https://e.example/?q=x.txt",
            "日本",
            "x" * 300,
            "t.csv#1",
            "t.csv#2",
        ]
        fill(self.place(tmp_path), [capture(ref) for ref in refs], tmp_path / "log")
        assert len(list((tmp_path / "out").glob("*.json"))) == len(refs)

    def test_a_full_disk_leaves_nothing_half_written(self, tmp_path: Path, full_disk: None) -> None:
        with pytest.raises(OutputError, match="No space left") as caught:
            fill(self.place(tmp_path), REPORTS, tmp_path / "log")
        assert "same command again" in caught.value.advice
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["manifest.jsonl"]

    def test_a_file_in_the_way_is_an_error(self, tmp_path: Path) -> None:
        (tmp_path / "out").write_text("mine")
        with pytest.raises(OutputError):
            self.place(tmp_path)


@pytest.mark.parametrize("form", [JsonLines(), Csv(), Json(many=True)], ids=lambda form: form.suffix)
class TestFile:
    def place(self, tmp_path: Path, form: JsonLines | Csv | Json, settings: str = "s") -> ResultFile:
        return ResultFile(tmp_path / f"out{form.suffix}", form, settings)

    def whole(self, tmp_path: Path, form: JsonLines | Csv | Json, sources: list[Capture | Failure]) -> bytes:
        aside = tmp_path / "aside"
        aside.mkdir(exist_ok=True)
        fill(self.place(aside, form), sources, tmp_path / "log")
        return (aside / f"out{form.suffix}").read_bytes()

    def test_only_the_whole_file_appears(self, tmp_path: Path, form: JsonLines) -> None:
        with pytest.raises(KeyboardInterrupt):
            fill(self.place(tmp_path, form), REPORTS, tmp_path / "log", stop_after=3)
        assert not (tmp_path / f"out{form.suffix}").exists()
        coded = fill(self.place(tmp_path, form), REPORTS, tmp_path / "log")
        assert coded == ["r3", "r4"]
        assert (tmp_path / f"out{form.suffix}").read_bytes() == self.whole(tmp_path, form, REPORTS)
        assert [path.name for path in tmp_path.glob("*.part*")] == []

    def test_where_nothing_is_coded_no_file_appears(self, tmp_path: Path, form: JsonLines) -> None:
        fill(self.place(tmp_path, form), [BAD], tmp_path / "log")
        assert [path.name for path in tmp_path.iterdir()] == ["log"]

    def test_stopping_at_once_keeps_what_an_earlier_run_did(self, tmp_path: Path, form: JsonLines) -> None:
        with pytest.raises(KeyboardInterrupt):
            fill(self.place(tmp_path, form), REPORTS, tmp_path / "log", stop_after=3)
        with pytest.raises(KeyboardInterrupt), self.place(tmp_path, form):
            raise KeyboardInterrupt
        assert fill(self.place(tmp_path, form), REPORTS, tmp_path / "log") == ["r3", "r4"]

    def test_an_older_file_stays_until_the_new_one_is_whole(self, tmp_path: Path, form: JsonLines) -> None:
        out = tmp_path / f"out{form.suffix}"
        out.write_text("older")
        with pytest.raises(KeyboardInterrupt):
            fill(self.place(tmp_path, form), REPORTS, tmp_path / "log", stop_after=2)
        assert out.read_text() == "older"
        fill(self.place(tmp_path, form), REPORTS, tmp_path / "log")
        assert out.read_bytes() == self.whole(tmp_path, form, REPORTS)

    def test_from_a_changed_item_on_all_is_coded_again(self, tmp_path: Path, form: JsonLines) -> None:
        with pytest.raises(KeyboardInterrupt):
            fill(self.place(tmp_path, form), REPORTS, tmp_path / "log", stop_after=4)
        other = capture("r1", "Another text of the report, in which the army attacked a village on Monday.")
        changed = [REPORTS[0], other, *REPORTS[2:]]
        assert fill(self.place(tmp_path, form), changed, tmp_path / "log") == ["r1", "r2", "r3", "r4"]
        assert (tmp_path / f"out{form.suffix}").read_bytes() == self.whole(tmp_path, form, changed)

    def test_failures_of_the_first_run_are_told_again(self, tmp_path: Path, form: JsonLines) -> None:
        with pytest.raises(KeyboardInterrupt):
            fill(self.place(tmp_path, form), [BAD, *REPORTS], tmp_path / "log", stop_after=3)
        place = self.place(tmp_path, form)
        assert fill(place, [BAD, *REPORTS], tmp_path / "log") == ["r2", "r3", "r4"]
        assert place.failures() == (BAD,)

    def test_other_settings_mean_coding_again(self, tmp_path: Path, form: JsonLines) -> None:
        with pytest.raises(KeyboardInterrupt):
            fill(self.place(tmp_path, form), REPORTS, tmp_path / "log", stop_after=3)
        assert len(fill(self.place(tmp_path, form, "other"), REPORTS, tmp_path / "log")) == 5

    def test_what_was_written_without_its_journal_line_is_cut_off(
        self, tmp_path: Path, form: JsonLines
    ) -> None:
        with pytest.raises(KeyboardInterrupt):
            fill(self.place(tmp_path, form), REPORTS, tmp_path / "log", stop_after=2)
        with (tmp_path / f"out{form.suffix}.part").open("ab") as part:
            part.write(b"half a reco")
        fill(self.place(tmp_path, form), REPORTS, tmp_path / "log")
        assert (tmp_path / f"out{form.suffix}").read_bytes() == self.whole(tmp_path, form, REPORTS)

    def test_a_full_disk_is_told_and_nothing_half_written(
        self, tmp_path: Path, form: JsonLines, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        written = 0
        real = ledger.append

        def fills_up(file: object, data: bytes) -> None:
            nonlocal written
            written += 1
            if written > 6:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            real(file, data)  # type: ignore[arg-type]

        with monkeypatch.context() as patch:
            patch.setattr(file_module, "append", fills_up)
            with pytest.raises(OutputError, match="No space left"):
                fill(self.place(tmp_path, form), REPORTS, tmp_path / "log")
        assert not (tmp_path / f"out{form.suffix}").exists()
        assert len(fill(self.place(tmp_path, form), REPORTS, tmp_path / "log")) < 5
        assert (tmp_path / f"out{form.suffix}").read_bytes() == self.whole(tmp_path, form, REPORTS)


class FullAfter:
    """A file whose disk takes so many bytes and no more."""

    def __init__(self, path: Path, room: int) -> None:
        self.file = path.open("ab", buffering=0)
        self.room = room

    def seek(self, *place: int) -> int:
        return self.file.seek(*place)

    def truncate(self, size: int) -> int:
        return self.file.truncate(size)

    def write(self, data: memoryview) -> int:
        if not self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken = self.file.write(data[: self.room])
        self.room -= taken
        return taken


def test_what_does_not_fit_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = FullAfter(tmp_path / "f", room=10)
    ledger.append(file, b"first\n")  # type: ignore[arg-type]
    with pytest.raises(OSError, match="No space left"):
        ledger.append(file, b"second\n")  # type: ignore[arg-type]
    assert (tmp_path / "f").read_bytes() == b"first\n"


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:10])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert folder_module.write_whole is ledger.write_whole


def test_settings_differ_by_format_and_actor_files(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    (tmp_path / "b").write_text("two")
    digests = {
        settings_digest(form, files)
        for form in ("json", "csv")
        for files in ((), (tmp_path / "a",), (tmp_path / "b",))
    }
    assert len(digests) == 6


SCRIPT = """
import sys, time
from pathlib import Path
from dateline.exports.json import Json, JsonLines
from dateline.run.batch import code_all
from dateline.run.file import ResultFile
from dateline.run.folder import ResultFolder
from tests.run.fakes import capture, make_fake
if __name__ == "__main__":
    out, jobs = Path(sys.argv[1]), int(sys.argv[2])
    place = ResultFile(out, JsonLines(), "s") if out.suffix else ResultFolder(out, Json(many=False), "s")
    text = "Report {}: SLEEP, said the army of the village that was attacked."
    sources = [capture(f"r{n}", text.format(n)) for n in range(8)]
    with place as results:
        undone = (source for source in sources if not results.done(source))
        for source, result in code_all(undone, make_coder=make_fake, jobs=jobs):
            results.write(source, result)
            print(source.ref, flush=True)
"""


@pytest.mark.parametrize(("name", "jobs"), [("out.jsonl", 1), ("out", 2)])
def test_a_run_that_is_killed_is_gone_on_with(tmp_path: Path, name: str, jobs: int) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"}
    command = [sys.executable, str(script), str(tmp_path / name), str(jobs)]
    first = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert first.stdout is not None
    done = [first.stdout.readline().strip() for _ in range(2)]
    first.send_signal(signal.SIGKILL)
    # Its processes hold the pipe open until they are gone too.
    done += first.communicate(timeout=20)[0].split()
    assert done[:2] == ["r0", "r1"]
    assert len(done) < 8
    second = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    # The last result may have been written without its line on standard output.
    assert second.stdout.split() in ([f"r{n}" for n in range(len(done) + extra, 8)] for extra in (0, 1))
    if name == "out.jsonl":
        lines = (tmp_path / name).read_text().splitlines()
        assert [json.loads(line)["report"]["ref"] for line in lines] == [f"r{n}" for n in range(8)]
    else:
        assert len(list((tmp_path / name).glob("*.json"))) == 8
