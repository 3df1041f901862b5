"""One capture, from bytes to record."""

from __future__ import annotations

import logging
from typing import Protocol

from dateline.model.errors import DatelineError
from dateline.model.record import Record, Warning
from dateline.model.report import Capture, Failure, Report
from dateline.reading import read

log = logging.getLogger(__name__)


class Codes(Protocol):
    """Whatever codes a report: the engine's ``Coder``."""

    def code(self, report: Report, warnings: tuple[Warning, ...] = ()) -> Record:
        """The record of ``report``; ``warnings`` are those of its reading and come first."""
        ...


def code_one(coder: Codes, capture: Capture) -> Record | Failure:
    """Read and code ``capture``; whatever goes wrong with it becomes a ``Failure``, nothing is raised."""
    try:
        report, warnings = read(capture)
        return coder.code(report, warnings)
    except DatelineError as error:
        return Failure(capture.ref, type(error).__name__, error.message, error.advice)
    except MemoryError:
        return Failure(
            capture.ref, "MemoryError", f"{capture.ref} needs more memory than there is.", "Split it."
        )
    except Exception as error:  # one report must never stop the other thousands
        log.debug("%s could not be coded", capture.ref, exc_info=True)
        message = f"{capture.ref} met a fault in Dateline ({type(error).__name__}: {error})."
        return Failure(capture.ref, "InternalError", message, "Please report it, with the text if you may.")
