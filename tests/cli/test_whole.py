"""The command with its own engine, as a newcomer runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: str) -> bytes:
    return subprocess.run(
        [sys.executable, "-m", "dateline", *arguments], capture_output=True, check=True
    ).stdout


def test_samples_are_coded_the_same_in_any_number_of_processes() -> None:
    names = [f"sample:{name}" for name in ("kutum-wire", "homs-football", "djibo-wire", "sagaing-local")]
    alone = run("code", *names, "--format", "jsonl")
    records = [json.loads(line) for line in alone.splitlines()]
    claims = {record["report"]["ref"]: record["claims"] for record in records}
    assert list(claims) == names
    assert any(claims.values())
    for record in records:
        text = record["report"]["text"]
        for claim in record["claims"]:
            for span in (claim["event"]["trigger"], *claim["evidence"]):
                assert text[span["start"] : span["end"]] == span["text"]
    assert run("code", *names, "--format", "jsonl", "--jobs", "2") == alone


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize(
    "arguments",
    [
        ("code", "sample:homs-football", "--format", "table"),
        ("code", "sample:homs-football", "--format", "json"),
        ("gazetteer", "find", "Kutum", "--format", "json"),
    ],
    ids=" ".join,
)
def test_a_full_disk_behind_standard_output_is_told(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "dateline", *arguments]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 1
    assert "No space left" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "Exception ignored" not in ended.stderr


def test_a_reader_that_goes_away_ends_the_command_quietly() -> None:
    names = ["sample:homs-football", "sample:homs-football"]
    command = [sys.executable, "-m", "dateline", "code", *names, "--format", "jsonl", "--quiet"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.read(1)
    running.stdout.close()
    assert running.stderr is not None
    assert running.stderr.read() == b""
