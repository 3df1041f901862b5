"""The one exception tree: everything Dateline raises on purpose is a ``DatelineError``."""

from __future__ import annotations


class DatelineError(Exception):
    """Something went wrong that the user can be told about.

    ``message`` says what is wrong with which item; ``advice`` says what to do about it.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class SourceError(DatelineError):
    """A path, URL or stream could not be fetched; ``status`` is the HTTP status of a server that refused."""

    def __init__(self, message: str, advice: str = "", *, status: int | None = None) -> None:
        super().__init__(message, advice)
        self.status = status


class ReadingError(DatelineError):
    """A capture was fetched, but holds no report that can be read."""


class UnsupportedLanguage(ReadingError):
    """The report is in a language that the engine does not read."""


class EngineError(DatelineError):
    """The language engine could not be loaded or failed on a text."""


class KnowledgeError(DatelineError):
    """A knowledge file (built-in or the user's own) does not hold what it must."""


class StoreError(DatelineError):
    """The store could not be opened, read or written, or does not hold what it must."""


class UsageError(DatelineError):
    """The request itself does not make sense: an option, a column, a format."""
