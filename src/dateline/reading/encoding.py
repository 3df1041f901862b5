"""Bytes to text, saying so where the encoding had to be guessed."""

from __future__ import annotations

import codecs
import re

from dateline.model.errors import ReadingError
from dateline.model.record import Warning

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_WESTERN_SHARE = 0.2
_MOJIBAKE = re.compile(r"â€[™œ\x9d“”˜¦\u201c\u201d\u2122]|Ã[©¨¡¢£¤¥§ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿]|Â[\xa0«»°·]|ï»¿")
_NAMED = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]+)", re.IGNORECASE)


def declared_charset(media_type: str | None) -> str | None:
    """The ``charset`` of a media type, where it names an encoding that there is."""
    named = _NAMED.search(media_type or "")
    if named is None:
        return None
    try:
        return codecs.lookup(named[1]).name
    except LookupError:
        return None


def is_binary(content: bytes) -> bool:
    """True for bytes that are text in no encoding: many NULs or control bytes, and not UTF-16 or UTF-32."""
    sample = content[:_SAMPLE]
    if any(sample.startswith(mark) for mark, _ in _MARKS) or _wide(sample) is not None:
        return False
    odd = sum(sample.count(bytes([byte])) for byte in (*range(9), *range(14, 27), *range(28, 32), 127))
    return odd > 0.02 * len(sample) and odd > 1


def decode(content: bytes, ref: str, *, declared: str | None = None) -> tuple[str, tuple[Warning, ...]]:
    """The text of ``content``, as ``normalise_text`` makes it, and warnings where the encoding is a guess.

    In this order: a byte-order mark; UTF-16 that shows by its NULs; UTF-8, which other encodings hardly ever look like by
    chance, whatever is declared; ``declared``; Windows-1252 where four bytes in five are ASCII, as in an English text with
    curly quotes; else what ``charset_normalizer`` finds. Raises ``ReadingError`` where nothing fits.
    """
    text, warnings = _decode(content, ref, declared)
    text = normalise_text(text)
    if "\ufffd" in text:
        warnings = (
            *warnings,
            Warning(
                "text-damaged",
                f"{text.count(chr(0xFFFD))} characters of the text were lost before it came here (�).",
            ),
        )
    if len(_MOJIBAKE.findall(text)) > 1:
        warnings = (
            *warnings,
            Warning(
                "text-damaged",
                "The text has been through a wrong encoding ('â€™' for an apostrophe); it was left as it is."
                " Names with accents may not be recognised.",
            ),
        )
    return text, warnings


def normalise_text(text: str) -> str:
    """Line ends as ``\\n``, lone surrogates as ``�``, no NUL characters and no leading byte-order mark."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _decode(content: bytes, ref: str, declared: str | None) -> tuple[str, tuple[Warning, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.removeprefix(mark).decode(encoding, "replace"), ()
    for candidate in (_wide(content[:_SAMPLE]), "utf-8", declared):
        read = _strict(content, candidate)
        if read is not None:
            return read, ()
    foreign = sum(byte > 127 for byte in content[:_SAMPLE])
    if foreign <= _WESTERN_SHARE * len(content[:_SAMPLE]):
        western = _strict(content, "cp1252")
        if western is not None:
            return western, (_guessed("Windows-1252", western),)
    # Some 40 ms to load, and rarely asked.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(content).best()
    text = _strict(content, best.encoding) if best is not None else None
    if best is None or text is None:
        raise ReadingError(f"{ref} is not in an encoding that can be recognised.", "Save it as UTF-8.")
    return text, (_guessed(best.encoding, text),)


def _strict(content: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: in text mostly Latin, every second byte is NUL."""
    if len(sample) < 4:
        return None
    even, odd = sample[0::2], sample[1::2]
    if odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None


def _guessed(encoding: str, text: str) -> Warning:
    doubtful = sum(not character.isascii() for character in text)
    return Warning(
        "encoding-uncertain",
        f"The text is not UTF-8; it was read as {encoding}, a guess on which {doubtful} characters depend."
        " Save it as UTF-8 to be sure.",
    )
