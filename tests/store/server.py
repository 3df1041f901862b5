"""A PostgreSQL server of the tests' own: a cluster in a temporary folder, reached by a Unix socket alone."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OPTIONS = "-c listen_addresses='' -c fsync=off -c shared_buffers=32MB -c max_connections=40"


def binaries() -> Path | None:
    """The folder of ``initdb`` and ``pg_ctl``, where Debian puts them or on the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def running(bin_folder: Path) -> Iterator[Path]:
    """A running cluster; gives the folder of its socket. PostgreSQL does not run as root: then as another user."""
    # The path of a socket has room for some hundred characters, fewer than a test's own folder has.
    memory = Path("/dev/shm")
    within = memory if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 1 << 30 else None
    folder = Path(tempfile.mkdtemp(prefix="dateline-pg-", dir=within))
    data = folder / "data"
    data.mkdir()
    who: dict[str, Any] = {}
    if os.geteuid() == 0:
        user = _user()
        for path in (folder, data):
            os.chown(path, user.pw_uid, user.pw_gid)
        who = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}

    def run(*command: str) -> None:
        subprocess.run(
            [bin_folder / command[0], "-D", data, *command[1:]],
            check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120, **who,
        )  # fmt: skip

    try:
        run("initdb", "-U", "dateline", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        run("pg_ctl", "-w", "-o", f"{OPTIONS} -k {folder}", "-l", str(folder / "log"), "start")
        try:
            yield folder
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("There is no user to run PostgreSQL as.")
