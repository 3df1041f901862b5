"""How every command runs and ends: what went wrong is told on standard error, and decides the exit status."""

from __future__ import annotations

import errno
from collections.abc import Callable

from dateline.cli.screen import Screen
from dateline.model.errors import DatelineError, KnowledgeError, UsageError


def carry_out(
    work: Callable[[Screen], int], *, quiet: bool = False, stopped: str = "", output: str = "The output"
) -> int:
    """The exit status of ``work``, or that of the error that ended it: 2 for a wrong request or a wrong file of the
    user's own, 130 after Ctrl-C, else 1.

    ``stopped`` is said after Ctrl-C; ``output`` names what could not be written where the system refuses it.
    """
    with Screen(quiet=quiet) as screen:
        try:
            return work(screen)
        except DatelineError as error:
            screen.error(str(error))
            return 2 if isinstance(error, (UsageError, KnowledgeError)) else 1
        except OSError as error:
            # Whoever read our output has read enough; click ends the command without a word.
            if error.errno == errno.EPIPE:
                raise
            screen.error(f"{output} could not be written ({error.strerror or error}).")
            return 1
        except KeyboardInterrupt:
            screen.error(f"Stopped.{stopped}")
            return 130
