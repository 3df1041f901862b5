"""The command with its own engine, as a newcomer runs it."""

from __future__ import annotations

import json
import subprocess
import sys


def run(*arguments: str) -> bytes:
    return subprocess.run(
        [sys.executable, "-m", "dateline", *arguments], capture_output=True, check=True
    ).stdout


def test_samples_are_coded_the_same_in_any_number_of_processes() -> None:
    alone = run("samples", "--format", "jsonl")
    records = [json.loads(line) for line in alone.splitlines()]
    claims = {record["report"]["ref"]: record["claims"] for record in records}
    assert sum(map(bool, claims.values())) >= 5
    assert claims["sample:homs-football"] == []
    for record in records:
        text = record["report"]["text"]
        for claim in record["claims"]:
            for span in (claim["event"]["trigger"], *claim["evidence"]):
                assert text[span["start"] : span["end"]] == span["text"]
    assert run("code", *claims, "--format", "jsonl", "--jobs", "2") == alone
