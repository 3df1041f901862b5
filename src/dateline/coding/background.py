"""News or background: what happened long before publication, or is told as history, court record or anniversary."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.coding.attribution.page import Page
from dateline.coding.stance.granted import presupposed
from dateline.knowledge.background_words import background_words
from dateline.model.analysis import Analysis, Sentence
from dateline.model.claim import When

Words = tuple[int, int]
LONG_AGO = timedelta(365)
"""An event more than a year before publication is background, by the codebook."""
_YEARS_AFTER = re.compile(r"\b(?:years?|decades?) (?:after|since|on from)\b")
_POINTS_BACK = re.compile(r"\b(?:after|following|amid) (?:the|this|that|these|those) \w+")
"""What followed an event that the reader knows of is news with it."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_OPENING = 3
"""Sentences at the start of a report that tell what it is about."""


def is_background(
    trigger: Words, when: When | None, published: date | None, analysis: Analysis, status: str | None
) -> bool:
    """True where the event of ``trigger`` is history to its report.

    ``when`` is the event's own time, ``published`` the day of publication, ``status`` the engine's word for the trigger. A date
    decides; without one the sentence's years and words do, then what the report as a whole is about.
    """
    dated = _by_date(when, published)
    if dated is not None:
        return dated
    index = next(s.index for s in analysis.sentences if s.first <= trigger[0] < s.last)
    here = _scene(analysis, analysis.sentences[index], published, trigger)
    if here is not None:
        return here
    if not _POINTS_BACK.search(_text(analysis, analysis.sentences[index])):
        if status == "background":
            return True
        before = analysis.sentences[index - 1] if index else None
        if before and before.paragraph == analysis.sentences[index].paragraph:
            now = _speaks_of_now(analysis, before) or _speaks_of_now(analysis, analysis.sentences[index])
            if not now and _scene(analysis, before, published, None):
                return True
    return _about_the_past(analysis, published)


def _by_date(when: When | None, published: date | None) -> bool | None:
    """What the event's own date says; ``None`` where it has none, or began long ago and goes on."""
    if when is None or published is None or when.start is None:
        return None
    last = date.fromisoformat((when.end or when.start)[:10])
    if published - last > LONG_AGO:
        return True if when.end else None
    return False if when.basis in {"explicit", "published"} else None


def _scene(
    analysis: Analysis, sentence: Sentence, published: date | None, trigger: Words | None
) -> bool | None:
    """True for a sentence of the past, false for one tied to the days of publication, ``None`` where it does not say."""
    known = background_words()
    text = _text(analysis, sentence)
    old_year = _old_year(text, published)
    recent = _any(text, known.recent)
    if old_year and not recent and not _year_of_another(analysis, sentence, trigger):
        return True
    if trigger and _YEARS_AFTER.search(text[: analysis.words[trigger[0]].start - sentence.start]):
        return True
    if _any(text, known.phrases) and not recent:
        return True
    past_frame = _any(text, known.anniversary) or _any(text, known.court)
    if past_frame and trigger is not None:
        framed = text[: analysis.words[trigger[0]].start - sentence.start]
        if (_any(framed, known.anniversary) or _any(framed, known.court)) and (old_year or not recent):
            return True
        if old_year and _YEAR.search(text[analysis.words[trigger[0]].start - sentence.start :]):
            return True
    return False if recent and not past_frame else None


def _year_of_another(analysis: Analysis, sentence: Sentence, trigger: Words | None) -> bool:
    """The only years stand in clauses about someone else, and the event outside: "X, founded in 2014, raided …"."""
    years = [w.index for w in analysis.words[sentence.first : sentence.last] if _YEAR.fullmatch(w.text)]
    aside = [top for y in years if (top := _relative_clause(analysis, y)) is not None]
    if not years or len(aside) < len(years):
        return False
    return trigger is None or not any(_below(analysis, trigger[0], top) for top in aside)


def _relative_clause(analysis: Analysis, word: int) -> int | None:
    """The verb of the relative, participial, joined or reported clause that the word stands in, if it does."""
    page = Page(analysis)
    while analysis.words[word].head != word:
        verb = analysis.words[word].upos == "VERB"
        if verb and presupposed(page, (word, word + 1)):
            return word
        if analysis.words[word].deprel in ("acl", "acl:relcl") or (verb and analysis.words[word].deprel in ("conj", "ccomp")):
            return word
        word = analysis.words[word].head
    return None


def _below(analysis: Analysis, word: int, top: int) -> bool:
    while word != top:
        if analysis.words[word].head == word:
            return False
        word = analysis.words[word].head
    return True


def _about_the_past(analysis: Analysis, published: date | None) -> bool:
    """True for a report whose opening speaks of courts, anniversaries or history together with a year long gone."""
    known = background_words()
    opening = " ".join(_text(analysis, s) for s in analysis.sentences[:_OPENING])
    frames = _any(opening, known.anniversary) or _any(opening, known.court) or _any(opening, known.history)
    return bool(frames and (_old_year(opening, published) or _any(opening, known.phrases)))


def _speaks_of_now(analysis: Analysis, sentence: Sentence) -> bool:
    words = analysis.words[sentence.first : sentence.last]
    perfect = any(w.text.lower() in {"has", "have"} for w in words)
    return perfect or _any(_text(analysis, sentence), background_words().recent)


def _text(analysis: Analysis, sentence: Sentence) -> str:
    return analysis.text[sentence.start : sentence.end].lower()


def _old_year(text: str, published: date | None) -> bool:
    """A year that ended more than a year before publication; without a publication date none is called old."""
    years = [int(y) for y in _YEAR.findall(text)]
    return (
        published is not None
        and any(y <= published.year - 2 for y in years)
        and not any(y == published.year for y in years)
    )


def _any(text: str, phrases: tuple[str, ...]) -> bool:
    return any(re.search(rf"\b{re.escape(p)}\b", text) for p in phrases)
