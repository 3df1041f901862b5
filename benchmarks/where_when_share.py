"""The part of coding that goes into places and times: ``python -m benchmarks.where_when_share [--texts N]``.

CPU time of finding the words of time, resolving them, and resolving places, over that of ``Coder.code`` as a
whole, on the texts of ``benchmarks.speed``. The two steps are timed where the coder calls them, so that the
share is of the same run.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from benchmarks.speed import as_report, texts
from dateline.coding import details
from dateline.coding.when import resolve_time
from dateline.coding.where import PlaceResolver
from dateline.language import analyse
from dateline.language.times import find_times
from dateline.run.coder import Coder

BAR = 0.15


class Clock:
    """Adds up the CPU seconds that a function takes."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time added."""

        def run(*args: Any, **options: Any) -> Any:
            begun = time.process_time()
            try:
                return function(*args, **options)
            finally:
                self.seconds += time.process_time() - begun

        return run


def share(count: int) -> tuple[float, float, float]:
    """Shares of places and of times, and milliseconds a text of both, over ``count`` texts."""
    coder, places, times = Coder(), Clock(), Clock()
    reports = [as_report(text) for text in texts(count + 1)]
    coder.code(reports[0])
    with (
        patch.object(PlaceResolver, "resolve", places.timed(PlaceResolver.resolve)),
        patch.object(analyse, "find_times", times.timed(find_times)),
        patch.object(details, "resolve_time", times.timed(resolve_time)),
    ):
        begun = time.process_time()
        for report in reports[1:]:
            coder.code(report)
        whole = time.process_time() - begun
    return places.seconds / whole, times.seconds / whole, 1000 * (places.seconds + times.seconds) / count


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=40)
    places, times, each = share(parser.parse_args().texts)
    print(f"places {places:.1%}, times {times:.1%} of coding ({each:.1f} ms a text of 500 words); bar {BAR:.0%}")


if __name__ == "__main__":
    main()
