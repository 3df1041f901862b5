"""What is said on standard error: progress, what failed, and how it ended."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from dateline.exports.wording import printable
from dateline.model.report import Capture, Failure

_LISTED = 50
"""Failures listed at the end; beyond that their number is said."""


class Screen:
    """Standard error for the time of one command; leave the ``with`` block to end the progress bar."""

    def __init__(self, *, quiet: bool) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._quiet = quiet
        self._progress: Progress | None = None
        self._handler = logging.StreamHandler(self._console.file)
        self._handler.setFormatter(logging.Formatter("%(message)s"))

    def __enter__(self) -> Screen:
        logger = logging.getLogger("dateline")
        logger.addHandler(self._handler)
        logger.setLevel(logging.WARNING if self._quiet else logging.INFO)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        logging.getLogger("dateline").removeHandler(self._handler)
        self.end_bar()

    def bar(self, total: int | None) -> None:
        """Begin a progress bar over ``total`` items (``None``: not known), on a terminal only."""
        if self._quiet or not self._console.is_terminal:
            return
        columns = (TextColumn("Coding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=self._console, transient=True)
        self._progress.add_task("coding", total=total)
        self._progress.start()

    def advance(self) -> None:
        """One item is done."""
        if self._progress is not None:
            self._progress.advance(self._progress.task_ids[0])

    def end_bar(self) -> None:
        """Take the progress bar away: what is said from here on is to stay."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = None

    def heard(self, sources: Iterator[Capture | Failure]) -> Iterator[Capture | Failure]:
        """``sources`` as they are; of each fetch over the network it is said what it did."""
        for source in sources:
            if isinstance(source, Capture) and "://" in source.ref:
                for sentence in source.log:
                    self.say(sentence)
            yield source

    def say(self, sentence: str) -> None:
        """Something that is good to know."""
        if not self._quiet:
            self._print(Text(printable(sentence), style="dim"))

    def error(self, message: str) -> None:
        """Why the command ends here."""
        self.end_bar()
        self._print(Text.assemble(("Error: ", "bold red"), printable(message)))

    def failed(self, failures: Sequence[Failure], done: int, *, what: str = "reports could not be coded") -> int:
        """The items that failed beside the ``done`` ones, each with what to do about it.

        Returns the exit status that follows: 0 without failures, 2 where the request itself was wrong and nothing was
        done, else 1.
        """
        self.end_bar()
        if not failures:
            return 0
        total = done + len(failures)
        if total > 1:
            self._print(Text(f"{len(failures)} of {total} {what}:", style="bold"))
        for failure in failures[:_LISTED]:
            said = f"{failure.message} {failure.advice}".strip()
            if failure.ref == "-":
                shown = re.sub("^- ", "Standard input ", said)
            else:
                # Messages mostly name their item.
                shown = said if failure.ref in said else f"{failure.ref}: {said}"
            self._print(Text.assemble(("  ✗ " if total > 1 else "Error: ", "bold red"), printable(shown)))
        if len(failures) > _LISTED:
            self._print(Text(f"  … and {len(failures) - _LISTED} more."))
        misused = all(failure.error == "UsageError" for failure in failures)
        return 2 if misused and not done else 1

    def _print(self, text: Text) -> None:
        # Paths are to be copied: a line is broken by the terminal, not by us.
        self._console.print(text, soft_wrap=True)
