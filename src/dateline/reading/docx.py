"""DOCX: paragraphs and tables in the order of the page."""

from __future__ import annotations

import io
import zipfile

from dateline.limits import MAX_UNPACKED, megabytes, unpacked_size
from dateline.model.errors import ReadingError
from dateline.model.report import Capture
from dateline.reading.article import Article
from dateline.reading.encoding import normalise_text


def read_docx(capture: Capture) -> Article:
    """The text of a Word document, paragraphs with an empty line between them, table rows as lines of cells.

    Title, author and dates of the file's own data are not taken: they are most often those of a template.
    Raises ``ReadingError``, also where the ``office`` extra is not installed.
    """
    ref, content = capture.ref, capture.content
    _check(ref, content)
    try:
        import docx  # noqa: PLC0415 - an extra
    except ImportError:
        raise ReadingError(
            f"{ref} is a Word document, which needs the office extra.",
            'Install it (pip install "dateline[office]"), or save the text as plain text.',
        ) from None
    try:
        document = docx.Document(io.BytesIO(content))
        blocks: list[str] = []
        for item in document.iter_inner_content():
            if hasattr(item, "rows"):
                blocks.extend(_row(row) for row in item.rows)
            else:
                blocks.append(item.text)
    except Exception as error:  # a damaged file can raise nearly anything from inside the library
        raise ReadingError(
            f"{ref} is damaged, or not a Word document that can be read ({error}).",
            "Open it and save it again, or save its text.",
        ) from None
    return Article(normalise_text("\n\n".join(block.strip() for block in blocks if block.strip())))


def _check(ref: str, content: bytes) -> None:
    """Raise ``ReadingError`` unless the archive ``content`` is a Word document of a bearable size."""
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
        unpacked = unpacked_size(content)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeError) as error:
        raise ReadingError(f"{ref} is a damaged archive ({error}).", "Save or fetch it again.") from None
    if "word/document.xml" not in names:
        if "xl/workbook.xml" in names:
            raise ReadingError(f"{ref} is an Excel table.", "Call it .xlsx; one report a row is read.")
        raise ReadingError(
            f"{ref} is an archive, not a document.", "Unpack it and give the files or the folder."
        )
    if unpacked > MAX_UNPACKED:
        raise ReadingError(
            f"{ref} unpacks to {megabytes(unpacked)}; {megabytes(MAX_UNPACKED)} are allowed.",
            "Save its text as plain text.",
        )


def _row(row: object) -> str:
    # A merged cell comes once for each column that it covers.
    cells = dict.fromkeys(cell.text.strip() for cell in row.cells)  # type: ignore[attr-defined]
    return " | ".join(cell for cell in cells if cell)
