"""A source's noun phrase as a neutral reader writes it."""

from __future__ import annotations

from dateline.coding.attribution.page import Page, Range
from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.knowledge.speaker_words import speaker_words


def written(page: Page, source: Range, head: int) -> str:
    """The phrase without article, relative clause or sentence-initial capital: "local sources in Deir ez-Zor"."""
    first, last = source
    if (
        page.low[first]
        in {"the", "a", "an", "some", "several", "two", "three", "its", "their", "one", "another", "this"}
        and last - first > 1
    ):
        first += 1
    stop = next(
        (i for i in range(head + 1, last) if page.low[i] in {",", "(", "who", "which", "that", "–", "—"}),
        last,
    )
    text = " ".join(page.analysis.span(first, max(stop, first + 1)).text.split())
    starts = first <= page.sentence(first)[0] + 1
    return text[:1].lower() + text[1:] if starts and not _proper(page, first) else text


def _proper(page: Page, first: int) -> bool:
    """True where the first word of a sentence keeps its capital: a name, an acronym, a nationality, a part of a name."""
    word = page.words[first]
    following = page.words[first + 1 : first + 2]
    in_name = bool(following) and following[0].text[:1].isupper()
    if not in_name and page.low[first] in speaker_words().common:
        return False
    if word.upos == "PROPN" or not word.text.isalpha() or word.text[1:] != word.text[1:].lower() or in_name:
        return True
    nations = load_demonyms()
    return nations.of_adjective(word.text) is not None or nations.of_people(word.text) is not None
