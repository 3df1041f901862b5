"""What kind of source a noun phrase is, by its head noun and its names."""

from __future__ import annotations

from dateline.coding.attribution.page import Page, Range
from dateline.knowledge.actors import load_actors
from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.knowledge.attribution_words import attribution_words
from dateline.knowledge.outlets.registry import load_outlets
from dateline.knowledge.speaker_words import speaker_words
from dateline.model.analysis import Mention

_WORDS = speaker_words()

_LONGEST_NAME = 6


def head_of(page: Page, source: Range) -> int:
    """The noun that the phrase is about: the last one before the first preposition, comma or relative
    clause."""
    first, last = source
    stop = next((i for i in range(first + 1, last) if page.low[i] in _WORDS.behind_head), last)
    if page.low[first:stop] and page.low[stop - 1] in {"'s", "'"}:
        stop = last
    head = next(
        (i for i in range(stop - 1, first - 1, -1) if page.words[i].upos in {"NOUN", "PROPN", "PRON", "NUM"}),
        stop - 1,
    )
    return head


def has_person_name(page: Page, source: Range) -> Range | None:
    """The words of a person's name inside the phrase, by the engine's name spans, without titles."""
    known = attribution_words()
    titles = known.roles | known.titles
    for m in page.analysis.mentions:
        if m.kind != "name:PER" or not (source[0] <= m.first and m.last <= source[1]):
            continue
        first, last = m.first, m.last
        while last < source[1] and (page.words[last].upos == "PROPN" or _hyphenated(page, last, source[1])):
            last += 1
        while (
            first > source[0]
            and page.words[first - 1].upos == "PROPN"
            and page.words[first - 1].text[:1].isupper()
        ):
            first -= 1
        first = max((k + 1 for k in range(first, last - 1) if _is_title(page, k, titles)), default=first)
        while first < last and (page.words[first].upos != "PROPN" or _is_title(page, first, titles)):
            first += 1
        possessive = last < source[1] and page.low[last] in {"'s", "'"}
        acronym = last == first + 1 and page.words[first].text.isupper()
        if last > first and not possessive and not acronym and not _names_no_person(page, (first, last)):
            return first, last
    return _behind_office(page, source) or _after_role(page, source)


def _behind_office(page: Page, source: Range) -> Range | None:
    """The person between the commas of "the mayor, Sabah al-Numan," that the engine knows for one, if not for a name."""
    comma = next((i for i in range(source[1] - 1, source[0], -1) if page.low[i] == ","), None)
    if comma is None:
        return None
    first, last = comma + 1, source[1]
    while first < last and _is_title(page, first, attribution_words().roles | attribution_words().titles):
        first += 1
    proper = all(page.words[i].text != page.low[i] or page.low[i] in _WORDS.particles for i in range(first, last))
    person = any(m.kind == "Person" and m.first <= first and last <= m.last for m in page.analysis.mentions)
    return (first, last) if 1 < last - first <= _LONGEST_NAME and proper and person else None


def _after_role(page: Page, source: Range) -> Range | None:
    """ "Police captain Nur Abdulle": capitalised words that follow a role close the phrase, where the
    engine saw no name."""
    known = attribution_words()
    last = source[1]
    first = last
    while (
        first > source[0]
        and page.words[first - 1].text[:1].isupper()
        and page.words[first - 1].text.isalpha()
    ):
        first -= 1
    while first < last and _is_title(page, first, known.roles | known.titles):
        first += 1
    named = (
        2 <= last - first <= 4
        and first > source[0]
        and _is_title(page, first - 1, known.roles | known.titles)
    )
    return (first, last) if named and not _names_no_person(page, (first, last)) else None


def _hyphenated(page: Page, i: int, end: int) -> bool:
    return page.low[i] == "-" and i + 1 < end and page.words[i + 1].text[:1].isalpha()


def _is_title(page: Page, i: int, titles: frozenset[str]) -> bool:
    return page.low[i].rstrip(".") in titles or page.low[i] in titles


def _names_no_person(page: Page, span: Range) -> bool:
    kinds = attribution_words().kinds
    return any(
        kinds.get(page.low[i]) in {"organization", "media", "official", "social media"} for i in range(*span)
    )


def kind_of(page: Page, source: Range, actor: str | None) -> str:
    """The kind of source (``docs/codebook.md``): by outlet, phrase and head noun, then by names;
    ``unnamed`` where nothing tells."""
    head = head_of(page, source)
    kind = (
        _of_outlet(page, source, head)
        or _of_noun(page, source, head, actor)
        or _of_name(page, source, head, actor)
    )
    return "organization" if kind == "official" and _is_armed_group(page, source, head, actor) else kind


def _is_armed_group(page: Page, source: Range, head: int, actor: str | None) -> bool:
    """An "army" or a "command" that is itself a group of no state, not one of its officials."""
    known = load_actors().by_id(actor) if actor else None
    if known is None or known.type == "State Forces" or known.id.startswith("government-"):
        return False
    return page.words[head].text[:1].isupper() and known.owns(page.analysis.span(*_bare(page, source)).text)


def _bare(page: Page, source: Range) -> Range:
    """The source without its article and what brackets add."""
    first = source[0] + (page.low[source[0]] in {"the", "a"})
    last = next((i for i in range(first + 1, source[1]) if page.low[i] == "("), source[1])
    return first, last


def _of_outlet(page: Page, source: Range, head: int) -> str | None:
    near = range(max(source[0], head - 3), head + 1)
    if not any(page.words[i].text[:1].isupper() for i in near if page.low[i] != "the"):
        return None
    outlet = load_outlets().find(page.analysis.span(*source).text)
    if outlet is None:
        return None
    return "organization" if outlet.kind in {"monitor", "organization"} else "media"


def _of_noun(page: Page, source: Range, head: int, actor: str | None) -> str | None:
    known = attribution_words()
    for length in (3, 2):
        phrase = " ".join(page.low[max(source[0], head - length + 1) : head + 1])
        if phrase in known.kinds:
            return known.kinds[phrase]
    noun, words = page.low[head], page.low[source[0] : source[1]]
    if _WORDS.platforms & set(words) and (noun in known.owned_documents or noun in _WORDS.posts):
        return "social media"
    if noun in known.owned_documents:
        return _owner(page, source, head, known.kinds, known.official_marks)
    if noun in known.light and "of" in words[:-1]:
        whole = kind_of(page, (source[0] + words.index("of") + 1, source[1]), actor)
        return "person" if whole == "organization" else whole
    if noun in _WORDS.speaking_for:
        return _speaker_for(page, source)
    return known.kinds.get(noun)


def _of_name(page: Page, source: Range, head: int, actor: str | None) -> str:
    known = attribution_words()
    if load_demonyms().named(" ".join(page.words[i].text for i in range(*source) if page.low[i] != "the")):
        return "official"
    if actor is None and has_person_name(page, source):
        return _named_person(page, source)
    kinds = (known.kinds.get(page.low[i]) for i in range(*source))
    named = next((k for k in kinds if k in {"media", "official", "organization", "witness"}), None)
    if named:
        return named
    if any(m.kind in {"name:LOC", "literal"} and (m.first, m.last) == source for m in _places(page)):
        return "official"
    if page.words[head].upos == "PROPN":
        return "person" if _looks_like_person(page, source) and actor is None else "organization"
    return "person" if actor is None else "organization"


def _places(page: Page) -> tuple[Mention, ...]:
    """Names of places; a capital that speaks is its government ("Kyiv said")."""
    return page.analysis.mentions + page.analysis.toponyms


def _owner(page: Page, source: Range, head: int, kinds: dict[str, str], marks: tuple[str, ...]) -> str:
    """ "An Interior Ministry statement" is the ministry's word; a statement of nobody is a document."""
    text = " ".join(page.low[i] for i in range(*source) if i != head)
    if any(mark in text for mark in marks):
        return "official"
    owner = next(
        (
            kinds[page.low[i]]
            for i in range(*source)
            if i != head and kinds.get(page.low[i]) in {"organization", "media", "official"}
        ),
        None,
    )
    if owner:
        return owner
    return (
        "organization"
        if any(page.words[i].upos == "PROPN" for i in range(*source) if i != head)
        else "document"
    )


def _speaker_for(page: Page, source: Range) -> str:
    """A spokesman is an official unless it is a rebel group or a society that he speaks for."""
    known = attribution_words()
    kinds = {known.kinds.get(page.low[i]) for i in range(*source)}
    if any(mark in " ".join(page.low[slice(*source)]) for mark in known.official_marks):
        return "official"
    if _WORDS.armed_groups & set(page.low[slice(*source)]):
        return "person"
    return "official" if kinds & {"official"} else "person"


def _named_person(page: Page, source: Range) -> str:
    known = attribution_words()
    for i in range(*source):
        kind = known.kinds.get(page.low[i].rstrip("."))
        if kind in {"official", "witness", "media"}:
            return kind
        if page.low[i].rstrip(".") in _WORDS.abbreviated_offices:
            return "official"
    return "person"


def _looks_like_person(page: Page, source: Range) -> bool:
    words = [page.words[i] for i in range(*source)]
    return len(words) in {2, 3} and all(w.upos == "PROPN" and w.text.istitle() for w in words)
