"""The words of one report as naming needs them: text, case, lists, and what counts as a name."""

from __future__ import annotations

from dateline.coding.entities.aliases import Aliases
from dateline.coding.entities.context import Context
from dateline.coding.entities.entity import Reading
from dateline.coding.entities.phrase import HYPHENS, is_capital, plain_text
from dateline.knowledge.actors import ActorNoun, load_actor_nouns
from dateline.knowledge.naming_words import naming_words
from dateline.model.analysis import Analysis, Sentence

_WORDS = naming_words()


def unregistered(name: str) -> Reading:
    """An organisation or group that no registry holds; armed where its name says so ("Brigade")."""
    words = set(name.lower().replace("-", " ").split())
    if words & _WORDS.army_units and words & _WORDS.arms_of_service:
        return Reading(name, "state", None, "State Forces", armed=True, named=True)
    return Reading(name, "group", armed=bool(words & naming_words().armed_org_words), named=True)


class Wording:
    """Look-ups on the words of one report."""

    def __init__(self, analysis: Analysis, context: Context, aliases: Aliases) -> None:
        self.analysis = analysis
        self.words = analysis.words
        self.context = context
        self.aliases = aliases
        self.v = naming_words()
        self.nouns = load_actor_nouns()
        self._noun_of: dict[str, ActorNoun | None] = {}
        self._lower = [w.text.lower() for w in analysis.words]
        self.labels = _label_by_word(analysis)
        self._opening = {s.first for s in analysis.sentences}
        self._inside = {w.text for w in analysis.words if is_capital(w) and w.index not in self._opening}

    def text(self, core: tuple[int, ...]) -> str:
        """The words of a core as one name."""
        return plain_text(self.analysis.text, self.words, core)

    def noun(self, word: str) -> ActorNoun | None:
        """The listed actor noun of this form."""
        if word not in self._noun_of:
            self._noun_of[word] = self.nouns.find(word)
        return self._noun_of[word]

    def sentence(self, i: int) -> Sentence:
        """The sentence of word ``i``."""
        return self.analysis.sentences[self.analysis.sentence_of[i]]

    def low(self, i: int) -> str:
        """Word ``i`` in lower case."""
        return self._lower[i]

    def armed_noun(self, word: str) -> bool:
        """Whether a noun means people or groups in arms, and not a person beside them."""
        noun = self.noun(word)
        return bool(noun and noun.armed and word not in self.v.leaders)

    def is_name(self, i: int) -> bool:
        """Whether word ``i`` is part of a proper name: its capital is not that of a sentence's start."""
        word = self.words[i]
        if word.text in HYPHENS:
            return True
        if not is_capital(word):
            linked = (
                i + 2 < len(self.words)
                and self.words[i + 1].text in HYPHENS
                and is_capital(self.words[i + 2])
                and len(word.text) <= 3
            )
            return (
                linked
                or (word.upos == "PROPN" and any(c.isupper() for c in word.text))
                or word.text[:1].isdigit()
            )
        opens = i in self._opening
        if opens and word.text in self._inside and not self.noun(word.text):
            return True
        return not opens or (word.upos == "PROPN" and not self.noun(word.text)) or word.text[1:2].isupper()

    def is_subject(self, i: int) -> bool:
        """Whether word ``i`` is subject of its clause, as in "thousands of protesters" too."""
        word, v = self.words[i], self.v
        if word.deprel == "conj":
            word = self.words[word.head]
        if word.deprel == "nmod" and self.low(word.head) in v.counters:
            word = self.words[word.head]
        return word.deprel.startswith("nsubj")

    def without_linked(self, core: tuple[int, ...]) -> tuple[int, ...]:
        """The core behind its last "U.S.-backed" or "al-Qaeda-linked", without loaded words at its start."""
        for k in range(len(core) - 2, 0, -1):
            if (
                self.words[core[k]].text in HYPHENS
                and self.low(core[k + 1]) in self.v.hyphen_links
                and k + 2 < len(core)
            ):
                return core[k + 2 :]
        k = 0
        while (
            k < len(core) - 1
            and not self._part_of_compound(core, k)
            and (
                (self.low(core[k]) in self.v.loaded_modifiers and not is_capital(self.words[core[k]]))
                or self.low(core[k]) == "suspected"
            )
        ):
            k += 1
        return core[k:]

    def _part_of_compound(self, core: tuple[int, ...], k: int) -> bool:
        return k + 1 < len(core) and self.words[core[k + 1]].text in HYPHENS


def _label_by_word(analysis: Analysis) -> list[set[str]]:
    labels: list[set[str]] = [set() for _ in analysis.words]
    found = [(m.first, m.last, m.kind) for m in analysis.mentions]
    found += [(m.first, m.last, "Location") for m in analysis.toponyms]
    for first, last, kind in found:
        for i in range(first, last):
            labels[i].add(kind)
    return labels
