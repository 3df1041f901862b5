"""What a command was asked to read, whatever it then does with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.model.report import Hints


@dataclass(frozen=True, slots=True)
class Request:
    """Reports by name, and how they are read and coded; the fields are the options that commands share.

    ``columns`` maps our names of a table's columns to the table's; ``jobs`` is the number of processes, ``None`` for as
    many as pay off.
    """

    refs: tuple[str, ...]
    hints: Hints = field(default_factory=Hints)
    columns: Mapping[str, str] = field(default_factory=dict)
    actors: tuple[Path, ...] = ()
    allow_private: bool = False
    jobs: int | None = None
    quiet: bool = False


def request_of(refs: tuple[str, ...], options: Mapping[str, Any]) -> Request:
    """The request that ``refs`` and the values of ``reading_options`` make, with those of ``jobs_option`` and
    ``quiet_option`` where the command has them.
    """
    return Request(
        refs=refs,
        hints=Hints(**{name: options[name] for name in ("outlet", "published", "url", "title")}),
        columns=options["columns"],
        actors=options["actors"],
        allow_private=options["allow_private"],
        jobs=options.get("jobs"),
        quiet=options.get("quiet", False),
    )
