"""What the database says went wrong, in words that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, InterfaceError, NoSuchModuleError, TimeoutError

from dateline.model.errors import StoreError

_SQLITE = (
    # Primary result codes of SQLite, https://sqlite.org/rescode.html
    ((13,), "has no room left: the disk is full.", "Free some space and give the same command again."),
    (
        (5, 6),
        "is locked: another program has been writing to it for too long.",
        "Wait for it to end, or end it, and try again.",
    ),
    (
        (11, 26),
        "is damaged, or not a Dateline store.",
        "Check the path; if it is right, restore a backup: dateline store restore BACKUP --store NEW.",
    ),
    ((8,), "may not be written to.", "Check the permissions of the file and of its folder."),
    ((14, 23), "could not be opened.", "Check that its folder exists and that you may write to both."),
    (
        (10,),
        "could not be read or written: the disk reports an error or is full.",
        "Check the disk; what was written before is whole.",
    ),
)

_POSTGRES = (
    # Classes and codes of SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html
    ("53100", "has no room left: the server's disk is full.", "Free some space and give the same command again."),
    ("53", "is out of memory or connections.", "Wait, or ask whoever runs the server."),
    ("55P03", "is locked: another program has been writing to it for too long.", "Try again later."),
    ("57", "is being shut down or was interrupted.", "Try again when the server is up; nothing is half done."),
    ("28", "refuses the user or the password.", "Check the user and the password in the URL."),
    ("3D", "does not exist.", "Make it first: createdb NAME."),
    ("42501", "does not let this user do that.", "Grant the user the right to create and write tables."),
    ("08", "cannot be reached.", "Check that the server runs, and the host and port in the URL."),
)


@contextmanager
def told(place: str) -> Iterator[None]:
    """Let the database's errors out as ``StoreError``; ``place`` is the store as the user knows it."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise store_error(place, error) from error
    except TimeoutError as error:
        raise StoreError(f"The store {place} is busy ({error}).", "Try again later.") from error
    except (ArgumentError, NoSuchModuleError) as error:
        raise StoreError(f"The store {place} cannot be opened ({error}).", "Check the URL.") from error
    except OSError as error:
        said = error.strerror or str(error)
        raise StoreError(f"The store {place} could not be read or written ({said}).", "Check the path.") from error


def store_error(place: str, error: DBAPIError | sqlite3.Error) -> StoreError:
    """``error`` in words."""
    cause: Any = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    if code is not None:
        for codes, what, advice in _SQLITE:
            if code & 0xFF in codes:
                return StoreError(f"The store {place} {what}", advice)
    state = getattr(cause, "sqlstate", None)
    for start, what, advice in _POSTGRES:
        if state and state.startswith(start):
            return StoreError(f"The store {place} {what}", advice)
    said = " ".join(str(cause).split())
    if isinstance(error, (InterfaceError, DatabaseError)) and state is None and code is None:
        return StoreError(
            f"The store {place} cannot be reached ({said}).",
            "Check that the server runs, and the host, port, user and database in the URL.",
        )
    return StoreError(f"The store {place} refused that ({said}).", "Run `dateline store check`.")
