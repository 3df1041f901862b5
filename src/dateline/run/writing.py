"""Files as a whole or not at all: one file, a folder of several, or a ``.zip`` of them."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from dateline.run.ledger import OutputError, write_whole

_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_export(out: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files``: the one with the empty name as ``out`` itself, several into the folder or ``.zip`` of that name.

    A folder takes the place of one written before in one step; other files in it would be lost, so a folder that
    holds any is refused. Raises ``OutputError``.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        if "" in files:
            write_whole(out, files[""])
        elif out.suffix.lower() == ".zip":
            write_whole(out, _zipped(files))
        else:
            _write_folder(out, files)
    except OSError as error:
        raise OutputError.of(out, error) from None


def _zipped(files: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            # The time of writing is no part of the data.
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _write_folder(out: Path, files: Mapping[str, bytes]) -> None:
    if out.exists():
        strange = sorted({path.name for path in out.iterdir()} - set(files)) if out.is_dir() else [out.name]
        if strange:
            raise OSError(f"it holds {strange[0]}, which is not of this export")
    beside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        beside.chmod(0o755)
        for name, content in files.items():
            (beside / name).write_bytes(content)
        if out.exists():
            shutil.rmtree(out)
        os.replace(beside, out)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
