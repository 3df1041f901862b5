"""Words that take a side: so-called, quotation marks of doubt, loaded words, name-calling, intensifiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from dateline.coding.loaded_words import Occurrence, find_loaded_words
from dateline.coding.noun_phrases import bounds, capitalised, head_right
from dateline.coding.quotation_marks import Quoted, find_quoted
from dateline.coding.scare_quotes import LONGEST, is_scare_quoted
from dateline.knowledge.framing import framing_cues
from dateline.model.analysis import Analysis, Word
from dateline.model.record import Framing

TargetOf = Callable[[int, int], str | None]
OPEN_SIDE = 2
"""Strong loaded words in one voice from which its weak ones count as well."""
OTHER_FIELD = 5
"""Words of sport, trade or the arts in a text that speaks of these and not of conflict."""

_Item = tuple[int, int, str, tuple[int, int], str | None]


def find_framing(analysis: Analysis, target_of: TargetOf) -> tuple[Framing, ...]:
    """Every occurrence of wording that takes a side, in text order; no two overlap.

    ``target_of`` takes a range of words (end exclusive) and gives the neutral name of the participant or
    place that they are about, or ``None``. A report on sport, trade or the arts gives none.
    """
    if _other_field(analysis.words):
        return ()
    quoted = find_quoted(analysis)
    items = _so_called(analysis, quoted)
    items += [
        (q.first - 1, q.last + 1, "scare quotes", (q.first, q.last), None)
        for q in quoted
        if not _covered(q.first, items) and is_scare_quoted(analysis, q)
    ]
    voices = _voices(quoted)
    loaded = [o for o in find_loaded_words(analysis) if not _covered(o.first, items)]
    items += _counted(loaded, items, voices)
    return tuple(
        Framing(analysis.span(a, b), kind, target_of(*about), neutral)
        for a, b, kind, about, neutral in sorted(items)
    )


def _other_field(words: Sequence[Word]) -> bool:
    terms = framing_cues().other_fields
    return len({w.text.lower() for w in words} & terms) >= OTHER_FIELD


def _covered(i: int, items: Sequence[_Item]) -> bool:
    return any(a <= i < b for a, b, *_ in items)


def _so_called(analysis: Analysis, quoted: Sequence[Quoted]) -> list[_Item]:
    words = analysis.words
    openings = {q.first - 1: q for q in quoted}
    found: list[_Item] = []
    for i in range(len(words)):
        cue = next((c for c in framing_cues().so_called if _reads(words, i, c)), None)
        if cue is None:
            continue
        after = i + len(cue)
        stop = bounds(analysis, i)[1]
        mark = next((openings[j] for j in range(after, min(stop, after + 3)) if j in openings), None)
        if mark and mark.length <= 2 * LONGEST:
            found.append(
                (
                    i,
                    mark.last + 1,
                    "so-called",
                    (mark.first, mark.last),
                    _plain(analysis, mark.first, mark.last),
                )
            )
        else:
            end = _unquoted(words, after, stop)
            about = (after, end) if end > after else (i, after)
            found.append((i, end, "so-called", about, _plain(analysis, *about) if end > after else None))
    return found


def _reads(words: Sequence[Word], i: int, cue: tuple[str, ...]) -> bool:
    return tuple(w.text.lower() for w in words[i : i + len(cue)]) == cue


def _unquoted(words: Sequence[Word], start: int, stop: int) -> int:
    """Where the phrase behind "so-called" ends: a name, or a noun with its adjectives."""
    head = head_right(words, start, min(stop, start + 6))
    if head is None:
        return start
    if capitalised(words[start]):
        end = start
        while end <= head and (capitalised(words[end]) or words[end].text in {"-", "al"}):
            end += 1
        return end
    return head + 1


def _plain(analysis: Analysis, first: int, last: int) -> str:
    """The words without the marks: what a neutral desk is left with."""
    return analysis.text[analysis.words[first].start : analysis.words[last - 1].end]


def _voices(quoted: Sequence[Quoted]) -> list[Quoted]:
    """Long quotations: the words inside are their speaker's and not the outlet's."""
    return [q for q in quoted if q.length > LONGEST]


def _counted(loaded: Sequence[Occurrence], items: Sequence[_Item], voices: Sequence[Quoted]) -> list[_Item]:
    """Strong words, and weak ones of a voice, or of an outlet quoting it, that takes a side by others."""
    taken = Counter(_voice(o.first, voices) for o in loaded if not o.entry.weak)
    taken.update(_voice(a, voices) for a, *_ in items)
    return [
        (o.first, o.last, o.entry.kind, o.about, o.entry.neutral)
        for o in loaded
        if not o.entry.weak or max(taken[_voice(o.first, voices)], taken[0]) >= OPEN_SIDE
    ]


def _voice(i: int, voices: Sequence[Quoted]) -> int:
    """0 for the outlet, else the number of the quotation that word ``i`` stands in."""
    return next((n for n, q in enumerate(voices, 1) if q.first <= i < q.last), 0)
