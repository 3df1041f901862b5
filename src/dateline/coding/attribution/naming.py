"""What a source is called, as a neutral reader writes it, and whom "he", "the ministry" and "the monitor" stand for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dateline.coding.attribution.kinds import has_person_name, head_of, kind_of
from dateline.coding.attribution.page import Page, Range
from dateline.coding.attribution.written import written
from dateline.knowledge.attribution_words import AttributionWords, attribution_words
from dateline.knowledge.speaker_words import speaker_words

_WORDS = speaker_words()

NameOf = Callable[[int, int], tuple[str | None, str | None]]
_BACK = 4
"""Sentences that a pronoun may look back for its speaker."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source with name and kind; ``name`` is ``None`` where the text names nobody.

    ``relied_on`` where it is only cited by another, who speaks ("state television said, citing the ministry").
    """

    words: Range
    name: str | None
    kind: str
    actor: str | None
    plural: bool
    own: bool = False
    human: bool = False
    relied_on: bool = False


class Naming:
    """Names the sources of one report in text order, and remembers them for those who come later."""

    def __init__(self, page: Page, name_of: NameOf, outlet: str | None) -> None:
        self._page = page
        self._name_of = name_of
        self._known = attribution_words()
        self._met: list[Speaker] = []
        self._outlet = frozenset((outlet or "").lower().split())

    def speaker(self, source: Range, *, relied_on: bool = False) -> Speaker:
        """Name and kind of the noun phrase ``source``; call it in text order."""
        page, known = self._page, self._known
        source = self._with_apposition(source)
        first_word = page.low[source[0]]
        if first_word in known.own:
            return self._own(source)
        if self._is_outlet(source):
            return Speaker(source, None, "outlet", None, False, own=True)
        if source[1] - source[0] == 1 and first_word in known.pronouns:
            found = self._pronoun(source, known.pronouns[first_word])
        else:
            found = self._epithet(source) or self._named(source)
        found = replace(found, relied_on=relied_on)
        self._met.append(found)
        return found

    def _with_apposition(self, source: Range) -> Range:
        """ "The mayor" of ", the mayor, Jean Kabila, said": the name between the commas belongs to the source."""
        page, comma = self._page, source[1]
        if page.low[comma - 1] == ",":
            comma -= 1
        office = page.low[head_of(page, source)] in self._known.roles
        named = office and comma < len(page.low) and page.low[comma] == ","
        first = end = comma + 1
        while named and end < len(page.low) and (page.words[end].text != page.low[end] or page.low[end] in _WORDS.particles):
            end += 1
        people = any(m.kind in ("Person", "name:PER") and m.first < end and first < m.last for m in page.analysis.mentions)
        closed = end < len(page.low) and page.low[end] in {",", "(", "."}
        return (source[0], end) if end - first > 1 and people and closed else source

    def _is_outlet(self, source: Range) -> bool:
        """True where the outlet speaks of itself by its name or a part of it ("the command stresses")."""
        low = self._page.low
        words = {low[i] for i in range(*source) if low[i] not in {"the", "a", "an", "'s"}}
        definite = low[source[0]] == "the" or self._page.words[source[0]].text[:1].isupper()
        return (
            bool(words)
            and words <= self._outlet
            and definite
            and not words <= {"police", "army", "government"}
            and not self._is_place(source)
        )

    def _is_place(self, source: Range) -> bool:
        """A place that the outlet is named after, which stands for its government."""
        return any(t.first <= source[0] and source[1] <= t.last for t in self._page.analysis.toponyms)

    def _own(self, source: Range) -> Speaker:
        """The outlet's own people: "our monitors", "our correspondent"."""
        page = self._page
        rest = (source[0] + 1, source[1])
        if rest[0] == rest[1]:
            return Speaker(source, None, "outlet", None, False, own=True)
        name = page.analysis.span(*rest).text
        return Speaker(source, name, kind_of(page, rest, None), None, False, own=True)

    def _pronoun(self, source: Range, wanted: str) -> Speaker:
        page = self._page
        here = page.sentence_of[source[0]]
        near = [m for m in reversed(self._met) if here - page.sentence_of[m.words[0]] <= _BACK]
        for earlier in sorted(near, key=lambda m: m.relied_on):
            fits = {
                "person": earlier.human and not earlier.plural,
                "organization": not earlier.human and not earlier.plural,
                "plural": earlier.plural,
            }
            if fits[wanted] or (wanted == "plural" and earlier.kind == "organization"):
                return Speaker(
                    source, earlier.name, earlier.kind, earlier.actor, earlier.plural, human=earlier.human
                )
        before = self._subject_before(source[0], wanted)
        if before:
            named = self._named(before)
            return Speaker(source, named.name, named.kind, named.actor, named.plural, human=named.human)
        return Speaker(
            source,
            None,
            "person" if wanted == "person" else "unnamed",
            None,
            wanted == "plural",
            human=wanted == "person",
        )

    def _subject_before(self, word: int, wanted: str) -> Range | None:
        """The subject of the sentence before, else its object, where it can speak: one person for "he", no person for "it"."""
        page = self._page
        index = page.sentence_of[word]
        if wanted == "plural":
            return self._several_before(word)
        for sentence in reversed(page.analysis.sentences[max(0, index - 2) : index]):
            heads = [w.index for w in page.words[sentence.first : sentence.last] if w.upos in {"NOUN", "PROPN"}]
            subjects = [i for i in heads if page.words[i].deprel in {"nsubj", "nsubj:pass"}]
            objects = [i for i in heads if page.words[i].deprel == "obj"] if wanted == "person" else []
            for i in (*subjects, *objects):
                phrase = page.phrase(i)
                office = self._known.kinds.get(page.low[i]) in {"official", "witness"}
                human = office or has_person_name(page, phrase) is not None
                single = page.words[i].xpos not in {"NNS", "NNPS"}
                if human == (wanted == "person") and (single or wanted != "person"):
                    return phrase
        return None

    def _several_before(self, word: int) -> Range | None:
        """Those of the same sentence who can speak: "users shared videos of what they said was …"."""
        page = self._page
        for i in range(word - 1, page.sentence(word)[0] - 1, -1):
            several = page.words[i].xpos in {"NNS", "NNPS"} and page.words[i].deprel.startswith("nsubj")
            if several and page.low[i] in self._known.kinds:
                return page.phrase(i)
        return None

    def _epithet(self, source: Range) -> Speaker | None:
        """ "The ministry", "the captain", "the monitor": whoever was so called before."""
        page, known = self._page, self._known
        first, last = source
        if page.low[first] not in {"the", "this", "that"} or last - first > 3:
            return None
        noun = page.low[head_of(page, source)]
        modifiers = {page.low[i] for i in range(first + 1, last)}
        for earlier in reversed(self._met):
            said = {page.low[i] for i in range(*earlier.words)}
            if modifiers <= said and earlier.words[1] - earlier.words[0] > last - first - 1 and earlier.name:
                return Speaker(
                    source, earlier.name, earlier.kind, earlier.actor, earlier.plural, human=earlier.human
                )
        if last - first > 2:
            return None
        for earlier in reversed(self._met):
            if earlier.name and _so_called(noun, earlier, known):
                return Speaker(
                    source, earlier.name, earlier.kind, earlier.actor, earlier.plural, human=earlier.human
                )
        return self._introduced(source, noun)

    def _introduced(self, source: Range, noun: str) -> Speaker | None:
        """ "The captain" after "army captain Ali Hassan arrived", who had not spoken yet."""
        page = self._page
        for i in range(source[0] - 1, max(-1, source[0] - 160), -1):
            if page.low[i] == noun and page.words[i].upos in {"NOUN", "PROPN"}:
                names = [m for m in page.analysis.mentions if m.kind == "name:PER" and i < m.first <= i + 2]
                if names and noun in self._known.roles:
                    named = self._named((i, names[0].last))
                    return Speaker(source, named.name, named.kind, named.actor, False, human=True)
                phrase = page.phrase(i)
                if (
                    phrase[1] - phrase[0] > source[1] - source[0]
                    and phrase[1] <= source[0]
                    and phrase[1] - phrase[0] < 9
                ):
                    named = self._named(phrase)
                    return Speaker(
                        source, named.name, named.kind, named.actor, named.plural, human=named.human
                    )
        return None

    def _named(self, source: Range) -> Speaker:
        page, known = self._page, self._known
        name, actor = self._name_of(*source)
        head = head_of(page, source)
        kind = kind_of(page, source, actor)
        plural = page.words[head].xpos in {"NNS", "NNPS"} or any(
            page.words[c].deprel == "conj" for c in page.children[head] if source[0] <= c < source[1]
        )
        person = has_person_name(page, source)
        role = any(page.low[i].rstrip(".") in known.roles | known.titles for i in range(*source))
        if person and (actor is None or role) and kind in {"official", "person", "witness", "media"}:
            full = self._full_name(person)
            return Speaker(source, full, kind, actor, False, human=True)
        if (
            name is None
            or page.low[head] in known.roles
            or kind in {"witness", "unnamed", "document", "social media"}
        ):
            name = written(page, source, head)
        if name and actor is None and self._cut_short(name, source):
            name = written(page, source, head)
        human = page.low[head] in known.roles or kind in {"witness", "person"}
        return Speaker(source, name, kind, actor, plural, human=human)

    def _cut_short(self, name: str, source: Range) -> bool:
        """Whether ``name`` leaves out capitalised words of an office ("Office" of "the Ombudsman's Office")."""
        page = self._page
        words = [i for i in range(*source) if page.low[i] not in {"the", "a", "an"}]
        proper = all(page.words[i].text[:1].isupper() or page.low[i] == "'s" for i in words)
        text = page.analysis.span(words[0], words[-1] + 1).text if words else ""
        return proper and text != name and text.endswith(name)

    def _full_name(self, person: Range) -> str:
        """A surname alone stands for the longer name met before that ends in it."""
        text = self._page.analysis.span(*person).text
        if person[1] - person[0] == 1:
            for earlier in reversed(self._met):
                if earlier.name and text in earlier.name.split():
                    return earlier.name
        return text


def _so_called(noun: str, earlier: Speaker, known: AttributionWords) -> bool:
    if earlier.kind == "media":
        return noun in known.epithets["media"]
    if earlier.kind in {"organization", "official"} and not earlier.plural:
        proper = bool(earlier.name) and any(w[:1].isupper() for w in str(earlier.name).split())
        return noun in known.epithets["organization"] and earlier.kind == "organization" and proper
    return False
