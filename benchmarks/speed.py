"""Speed and memory, on news texts of about 500 words: ``python -m benchmarks.speed [--full]``.

* end to end: the time of ``Coder.code`` over that of a bare run of the encoder file on the same batches of
  word pieces, both on two cores and in turns, text by text, so that whatever else the machine does falls on
  both alike;
* cold start: ``python -m dateline code FILE`` as a process of its own, the best of three;
* memory: the peak of one process that codes many reports, after a tenth of them and at the end.

The texts are articles of PolNeAR (``../shared/data/polnear``) put together. ``--full`` times 1,000 texts and codes 10,000.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import dateline
from benchmarks.corpus import DATA, Score, jsons
from dateline.language.feed import feed
from dateline.language.network import WEIGHTS, Network, session
from dateline.language.sentences import split
from dateline.language.windows import batches, windows, words_of
from dateline.model.report import Report, report_id
from dateline.run.coder import Coder

REPORTS = 40
"""Texts that are timed where nothing else is asked for."""
WORDS = 500
CORES = 2
MEGABYTE = 1024
"""Of ``ru_maxrss``, which Linux gives in kilobytes."""


def texts(count: int) -> Iterator[str]:
    """``count`` texts of about ``WORDS`` words: paragraphs in the corpus's order, from its start again where it ends."""
    paragraphs = (
        p
        for row in cycle([*jsons(DATA / "polnear/train.jsonl.gz")])
        for p in row["text"].split("\n")
        if p.strip()
    )
    for _ in range(count):
        chosen: list[str] = []
        words = 0
        while words < WORDS:
            chosen.append(next(paragraphs))
            words += len(chosen[-1].split())
        yield "\n\n".join(chosen)


def as_report(text: str) -> Report:
    """A text as a report of a made outlet."""
    return Report(report_id(text, "Wire"), "text", "Wire", None, None, None, "2024-05-01", "en", text)


def ratio(coder: Coder, count: int) -> tuple[float, float, float]:
    """End to end over bare run; texts a second end to end; words a second."""
    encoder, network = session(WEIGHTS / "encoder.onnx", CORES), Network(threads=CORES)
    whole = bare = 0.0
    words = 0
    for i, text in enumerate(texts(count + 2)):
        tokens, stretches = split(text)
        feeds = [
            feed([words_of(stretches[w.first : w.last], tokens) for w in batch], network.wordpiece)
            for batch in batches(windows(stretches))
        ]
        begun = time.perf_counter()
        for arrays in feeds:
            encoder.run(None, arrays)
        between = time.perf_counter()
        coder.code(as_report(text))
        if i >= 2:  # the first two warm the caches
            bare += between - begun
            whole += time.perf_counter() - between
            words += len(tokens)
    return whole / bare, count / whole, words / whole


def cold_start() -> float:
    """Seconds from the command to its end on one sample report, the best of three."""
    sample = Path(dateline.__file__).parent / "samples" / "kutum-wire.txt"
    command = [sys.executable, "-m", "dateline", "code", str(sample), "--format", "json"]
    seconds = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


def peaks(count: int) -> tuple[float, float]:
    """Peak memory in megabytes of a process that codes ``count`` texts, after a tenth of them and at the end."""
    command = [sys.executable, "-m", "benchmarks.speed", "--memory", str(count)]
    root = Path(__file__).resolve().parents[1]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root).stdout
    early, late = json.loads(told.splitlines()[-1])
    return early / MEGABYTE, late / MEGABYTE


def print_peaks(count: int) -> None:
    """Code ``count`` texts in this process and print its two peaks in kilobytes."""
    coder = Coder(threads=CORES)
    early = 0
    for i, text in enumerate(islice(texts(count), count)):
        coder.code(as_report(text))
        if i == count // 10:
            early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps([early, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))


def scores(*, most: int = REPORTS, coded: int = 10 * REPORTS) -> list[Score]:
    """All figures: ``most`` texts are timed, ``coded`` are coded for the peak of memory."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    times, texts_a_second, words_a_second = ratio(Coder(threads=CORES), most)
    early, late = peaks(coded)
    corpus = f"{most} texts of {WORDS} words"
    return [
        Score("speed", corpus, "end to end over bare encoder", times, 1.7, unit="×", lower=True),
        Score("speed", corpus, "reports a second", texts_a_second, unit="/s"),
        Score("speed", corpus, "words a second", words_a_second, unit="/s"),
        Score("speed", "one sample report", "cold start", cold_start(), 2.0, unit="s", lower=True),
        Score("memory", f"{coded} texts", "peak of one process", late, 600, unit="MB", lower=True),
        Score(
            "memory", f"{coded} texts", "growth after the first tenth", late - early, unit="MB", lower=True
        ),
    ]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__.split("\n")[0])
    parser.add_argument("--full", action="store_true", help="1,000 texts timed and 10,000 coded")
    parser.add_argument(
        "--memory", type=int, metavar="N", help="only code N texts and print the peaks, in kilobytes"
    )
    args = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    if args.memory:
        print_peaks(args.memory)
        return
    for s in scores(most=1000, coded=10_000) if args.full else scores():
        print(f"{s.corpus:28} {s.metric:32} {s.shown():>12}  {s.shown_bar()}")


if __name__ == "__main__":
    main()
