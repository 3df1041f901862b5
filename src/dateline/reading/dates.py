"""Publication dates as people and machines write them, read only where they can mean one day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from dateline.knowledge.time_words import time_words
from dateline.model.errors import UsageError

_MONTHS = time_words().months
_MONTH = rf"({'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}.*)?|\d{8}(?:T\d{2}.*)?", re.IGNORECASE)
_ZONE = r"(?:\(?[A-Z]{1,5}\)?|[+-]\d{2}:?\d{2})?"
_CLOCK = rf"(?:\s*(?:,|at|-|–|\|)?\s*\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?\s*(?:[ap]\.?m\.?)?\s*{_ZONE})?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"

_Reader = Callable[[re.Match[str]], tuple[int, int, int] | None]


def _slashed(match: re.Match[str]) -> tuple[int, int, int] | None:
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    if first > 12 or first == second:
        return year, second, first
    return (year, first, second) if second > 12 else None


_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(rf"(?<![\w/.-]){form}(?![\w/-]|\.\d)", re.IGNORECASE), reader)
    for form, reader in (
        (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?=T\d)T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
         lambda m: (int(m[1]), int(m[2]), int(m[3]))),
        (rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]*(\d{{4}})",
         lambda m: (int(m[3]), _MONTHS[m[2].lower()], int(m[1]))),
        (rf"{_MONTH}\s+{_DAY},?\s+(\d{{4}})",
         lambda m: (int(m[3]), _MONTHS[m[1].lower()], int(m[2]))),
        # With full stops, the day comes first wherever it is the custom (DIN 1355, GOST R 7.0.97).
        (r"(\d{1,2})\.(\d{1,2})\.(\d{4})", lambda m: (int(m[3]), int(m[2]), int(m[1]))),
        (r"(\d{1,2})/(\d{1,2})/(\d{4})", _slashed),
    )
)  # fmt: skip


def normalise_published(value: str) -> str:
    """``value`` as an ISO 8601 date, or date-time where it has a time that ISO 8601 or RFC 2822 can give.

    Taken: ``2023-07-26``, ``20230726``, ``2023-07-26T10:00Z``, ``26 July 2023``, ``Jul 26, 2023``,
    ``Wed, 26 Jul 2023 10:00:00 GMT``, ``2023/07/26``, ``26.07.2023``, ``26/07/2023``. Raises ``UsageError``
    where the value is no date, or could be two (``07/08/2023``).
    """
    text = " ".join(value.split())
    moment = _moment(text)
    if moment is not None:
        return moment
    for form, reader in _FORMS:
        match = re.fullmatch(_WEEKDAY + form.pattern + _CLOCK, text, re.IGNORECASE)
        if match is None:
            continue
        parts = reader(match)
        if parts is None:
            raise UsageError(
                f"The publication date {value!r} could be two days.",
                f"Write it as {match[3]}-{int(match[1]):02}-{int(match[2]):02}"
                f" or {match[3]}-{int(match[2]):02}-{int(match[1]):02}.",
            )
        day = _date(*parts)
        if day is not None:
            return day.isoformat()
    raise UsageError(f"The publication date {value[:80]!r} is not a date.", "Write it as 2023-07-26.")


def dates_in(text: str) -> list[tuple[int, int, date]]:
    """Every full date in ``text`` that can mean only one day, in order: start, end (code points), date."""
    found: list[tuple[int, int, date]] = []
    for form, reader in _FORMS:
        for match in form.finditer(text):
            parts = reader(match)
            day = _date(*parts) if parts else None
            if day is not None:
                found.append((match.start(), match.end(), day))
    return sorted(found)


def machine_date(value: str) -> date | None:
    """The day that a page's own data names, in the page's own time zone; ``None`` where it names none."""
    try:
        return date.fromisoformat(normalise_published(value)[:10])
    except UsageError:
        return None


def plausible(day: date, fetched_at: str) -> bool:
    """False before the web had pages, and from three days after ``fetched_at`` (time zones allowed)."""
    return date(1991, 8, 6) <= day <= date.fromisoformat(fetched_at[:10]) + timedelta(days=2)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= 1000 else None
    except ValueError:
        return None


def _moment(text: str) -> str | None:
    if _ISO.fullmatch(text):
        try:
            if len(text) in (8, 10):
                return date.fromisoformat(text).isoformat()
            return _iso(datetime.fromisoformat(text.upper().replace(" Z", "Z")))
        except ValueError:
            return None
    if re.fullmatch(
        r"(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})?(?: [A-Z]{2,4}| [+-]\d{4})?",
        text,
    ):
        # The mail library is slow to load, and this form is a feed's.
        from email.utils import parsedate_to_datetime  # noqa: PLC0415

        try:
            return _iso(parsedate_to_datetime(text))
        except (ValueError, TypeError, OverflowError):
            return None
    return None


def _iso(moment: datetime) -> str:
    text = moment.isoformat(timespec="seconds")
    return text.replace("+00:00", "Z") if moment.tzinfo == UTC or moment.utcoffset() == timedelta(0) else text
