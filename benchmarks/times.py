"""Time expressions scored: our own news phrases, and the normalised dates of GUM, with dateparser beside where installed.

``python -m benchmarks.times [open|sealed|open-hard|sealed-hard] [--errors]`` prints the share of phrases whose interval is
exactly right (and whose ACLED precision is right as well), the same for dateparser, and the share of GUM's date expressions
(news, interview, bio and voyage: the genres from wikis) that are found and given the same interval. GUM is read from
``../shared/data/gum``.
"""

from __future__ import annotations

import argparse
import calendar
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from dateline.coding.when import resolve_time
from dateline.language.times import find_times
from dateline.model.claim import When
from dateline.model.times import Range, Since, TimeExpression

try:
    import dateparser
except ImportError:
    dateparser = None

HERE = Path(__file__).parent
GUM = HERE.parents[1] / "shared" / "data" / "gum" / "gum_timex.jsonl.gz"
GENRES = ("news", "interview", "bio", "voyage")
Interval = tuple[str | None, str | None]


def ours(phrase: dict[str, Any]) -> tuple[Interval, int | None]:
    """The interval and ACLED precision that Dateline gives to the words asked for."""
    published = date.fromisoformat(phrase["published"]) if phrase["published"] else None
    anchor = When(phrase["anchor"], phrase["anchor"], 1, 1) if phrase["anchor"] else None
    where = phrase["sentence"].index(phrase["text"])
    until = where + len(phrase["text"])
    hits = [e for e in find_times(phrase["sentence"]) if e.span.start < until and where < e.span.end]
    if not hits:
        return (None, None), None
    best = max(hits, key=lambda e: min(e.span.end, until) - max(e.span.start, where))
    when = resolve_time(best, published, future=phrase["future"], anchor=anchor)
    return (when.start, when.end), when.time_precision


def dateparsers(phrase: dict[str, Any]) -> Interval | None:
    """dateparser on the words alone, with the publication date as its base; ``None`` where it is not installed."""
    if dateparser is None:
        return None
    base = datetime.fromisoformat(phrase["published"]) if phrase["published"] else datetime(2000, 1, 1)
    prefer = "future" if phrase["future"] else "past"
    found = dateparser.parse(
        phrase["text"], languages=["en"], settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": prefer}
    )
    day = found.date().isoformat() if found else None
    return day, day


def score_phrases(name: str, *, errors: bool) -> None:
    """Print the scores on ``benchmarks/times/NAME.jsonl``."""
    phrases = [
        json.loads(line) for line in (HERE / "times" / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    exact = precise = peer = 0
    for phrase in phrases:
        gold = (phrase["start"], phrase["end"])
        interval, precision = ours(phrase)
        exact += interval == gold
        precise += interval == gold and precision == phrase["time_precision"]
        peer += dateparsers(phrase) == gold
        if errors and (interval != gold or precision != phrase["time_precision"]):
            wanted = f"{phrase['text']!r} ({phrase['published']}): gold {gold} {phrase['time_precision']}"
            print(f"  {wanted}, ours {interval} {precision}")
    total = len(phrases)
    ours_told = f"exact interval {exact / total:.3f}, with precision {precise / total:.3f}"
    print(f"{name}: {total} phrases, {ours_told}; dateparser {peer / total:.3f}")


def _gold(attrs: dict[str, str]) -> Interval | None:
    """The interval of a TEI date: ``when``, ``from``/``to`` or ``notBefore``/``notAfter``; ``None`` if it has no year."""
    first = attrs.get("when") or attrs.get("from") or attrs.get("notBefore")
    last = attrs.get("when") or attrs.get("to") or attrs.get("notAfter")
    if first is None or not re.match(r"\d{4}", first) or (last is not None and not re.match(r"\d{4}", last)):
        return None
    return _edge(first, 0), _edge(last, 1) if last else None


def _edge(value: str, last: int) -> str:
    parts = [int(n) for n in re.findall(r"\d+", value.split("T", maxsplit=1)[0])]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12 if last else 1
    day = parts[2] if len(parts) > 2 else calendar.monthrange(max(year, 1), month)[1] if last else 1
    return f"{year:04}-{month:02}-{day:02}"


def _gum() -> Iterator[tuple[str, int, int, str, Interval, dict[str, str]]]:
    for line in gzip.decompress(GUM.read_bytes()).decode("utf-8").splitlines():
        row = json.loads(line)
        if row["genre"] not in GENRES or not row["timex"]:
            continue
        starts, text = [], ""
        for token in row["tokens"]:
            glued = (
                token in ",.;:!?)'’"
                or token.startswith(("'", "’"))
                or text.endswith(("(", "-", "–"))
                or token in "-–"
            )
            text += token if not text or glued else " " + token
            starts.append(len(text) - len(token))
        for timex in row["timex"]:
            gold = _gold(timex["attrs"]) if timex["type"] == "date" else None
            if gold is not None:
                end = starts[timex["end"] - 1] + len(row["tokens"][timex["end"] - 1])
                yield text, starts[timex["start"]], end, row["doc_date"] or "", gold, timex["attrs"]


def _ends(expr: TimeExpression, published: date | None) -> list[Interval]:
    """The two ends of a range: GUM marks "from 2004 to 2009" as two dates, we as one interval."""
    parsed = expr.parsed
    if not isinstance(parsed, Range | Since):
        return []
    points = [parsed.first] if isinstance(parsed, Since) else [parsed.first, parsed.last]
    whens = [resolve_time(TimeExpression(expr.span, expr.kind, point), published) for point in points]
    return [(when.start, when.end) for when in whens]


def score_gum(*, errors: bool) -> None:
    """Print how many of GUM's dated expressions are found, and given the same interval."""
    counts: Counter[str] = Counter()
    for text, start, end, written, gold, attrs in _gum():
        counts["gold"] += 1
        hits = [e for e in find_times(text) if e.span.start < end and start < e.span.end]
        if not hits:
            if errors:
                print(f"  not found: {text[start:end]!r} {attrs} in {text[max(0, start - 30) : end + 20]!r}")
            continue
        counts["found"] += 1
        published = date.fromisoformat(written) if re.fullmatch(r"\d{4}-\d\d-\d\d", written) else None
        best = max(hits, key=lambda e: min(e.span.end, end) - max(e.span.start, start))
        when = resolve_time(best, published)
        right = (when.start, when.end) == gold or gold in _ends(best, published)
        counts["exact"] += right
        if errors and not right:
            wanted = f"{text[start:end]!r} ({written}): gold {gold}"
            print(f"  {wanted}, ours {best.span.text!r} {(when.start, when.end)}")
    gold_count = counts["gold"] or 1
    shares = f"found {counts['found'] / gold_count:.3f}, exact interval {counts['exact'] / gold_count:.3f}"
    print(f"gum ({', '.join(GENRES)}): {counts['gold']} dated expressions, {shares}")


def speed() -> None:
    """Print the time for 500 words of running text, in milliseconds (the best of twenty)."""
    lines = [
        json.loads(line)["sentence"]
        for line in (HERE / "times" / "open.jsonl").read_text("utf-8").splitlines()
    ]
    words = (" ".join(lines) * 3).split()[:500]
    text, best = " ".join(words), timedelta.max.total_seconds()
    for _ in range(20):
        begun = time.perf_counter()
        find_times(text)
        best = min(best, time.perf_counter() - begun)
    print(f"speed: {1000 * best:.2f} ms for 500 words dense with times")


def main() -> None:
    """Score the phrases of the files named (both where none is) and GUM where it lies at hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", default=["open", "sealed", "open-hard", "sealed-hard"])
    parser.add_argument("--errors", action="store_true")
    chosen = parser.parse_args()
    for name in chosen.files:
        score_phrases(name, errors=chosen.errors)
    if GUM.exists():
        score_gum(errors=chosen.errors)
    speed()


if __name__ == "__main__":
    main()
