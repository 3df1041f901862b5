"""Goes through a report once, phrase by phrase, and settles who each of them means."""

from __future__ import annotations

from dateline.coding.entities.apposition import Apposition
from dateline.coding.entities.known import Known
from dateline.coding.entities.memory import Memory
from dateline.coding.entities.naming import Namer
from dateline.coding.entities.phrase import Phrase, is_capital, read_phrase
from dateline.coding.entities.pointing import Pointing
from dateline.coding.tree import Tree


class Coreference:
    """The parties of one report.

    ``by_word`` has the party of a phrase by its head; ``starts`` the first word of that phrase; ``whole`` the head
    of the phrase that a word before the head belongs to.
    """

    def __init__(self, namer: Namer, tree: Tree) -> None:
        self._namer = namer
        self._words = namer.w.words
        self.memory = Memory(tree)
        self.by_word: dict[int, Known] = {}
        self.starts: dict[int, int] = {}
        self.whole: dict[int, int] = {}
        self.pointing = Pointing(namer, self.memory, self.by_word)
        self._apposition = Apposition(namer, self.memory, self.by_word)
        for sentence in tree.analysis.sentences:
            self._sentence(sentence.first, sentence.last)

    def _sentence(self, first: int, last: int) -> None:
        i, before = first, None
        while i < last:
            low = self._namer.w.low(i)
            alone = i + 1 >= last or self._words[i + 1].upos not in ("NOUN", "PROPN", "ADJ", "DET", "NUM")
            if low in self._namer.w.v.pronouns and (low not in self._namer.w.v.articles or alone):
                self._pronoun(i)
                if low not in self._namer.w.v.possessives:
                    i += 1
                    continue
            if not self._opens(i, last):
                i += 1
                continue
            phrase = read_phrase(self._words, i, last)
            if phrase is None or phrase.head < i:
                i += 1
                continue
            for k in range(phrase.owner[1] if phrase.owner else i, phrase.head):
                self.whole[k] = phrase.head
            self._phrase(phrase, before)
            before = phrase
            i = phrase.head + 1

    def _opens(self, i: int, last: int) -> bool:
        word = self._words[i]
        v = self._namer.w.v
        if (
            word.upos in ("DET", "NUM", "ADJ", "NOUN", "PROPN", "X", "SYM")
            or self._namer.w.low(i) in v.articles
            or self._namer.w.low(i) in v.possessives
        ):
            return self._namer.w.low(i) not in v.prepositions and self._namer.w.low(i) not in v.breakers
        if is_capital(word) and word.upos != "PRON" and word.upos not in ("ADP", "SCONJ", "CCONJ", "AUX"):
            return True
        following = self._words[i + 1].upos if i + 1 < last else ""
        before = self._words[i - 1].upos if i else ""
        return (
            word.upos == "VERB"
            and word.text.endswith(("ed", "en"))
            and following in ("NOUN", "PROPN")
            and before in ("DET", "NUM", "ADJ")
        )

    def _pronoun(self, i: int) -> None:
        low = self._namer.w.low(i)
        how = self._namer.w.v.pronouns.get(low)
        known = self.memory.pronoun(i, how, object_form=self._object(i, low)) if how else None
        if known:
            known.add((i, i + 1), "", self._namer.w.is_subject(i))
            self.by_word[i] = known

    def _object(self, i: int, low: str) -> bool:
        if self._words[i].deprel.startswith("nsubj"):  # "the army said it had shelled the town"
            return False
        return low in ("them", "him") or (
            low in ("it", "her") and i > 0 and self._words[i - 1].upos in ("VERB", "ADP")
        )

    def _phrase(self, phrase: Phrase, before: Phrase | None) -> None:
        if phrase.possessive is not None and phrase.possessive not in self.by_word:
            self._pronoun(phrase.possessive)
        if phrase.owner:
            inner = read_phrase(self._words, *phrase.owner)
            whole = self._namer.read(phrase)
            if inner and inner.head not in self.by_word and not (whole and whole.named and whole.actor):
                self._phrase(inner, None)
        known = self._apposition.of(phrase, before) or self.settle(phrase)
        if known:
            self.starts[phrase.head] = phrase.first
            self.by_word[phrase.head] = known
        if known is None or not known.reading.named:
            self._modifier(phrase)

    def _modifier(self, phrase: Phrase) -> None:
        """The group in "a Hezbollah depot" and "ELN camps" is mentioned there too."""
        if not is_capital(self._words[phrase.core[0]]):
            return
        for end in range(len(phrase.core) - 1, 0, -1):
            owner = self._namer.known(self._namer.w.text(phrase.core[:end]))
            if owner and owner.kind == "group":
                known = self.memory.named(owner)
                known.add((phrase.core[0], phrase.core[end - 1] + 1), "", False)
                self.by_word.setdefault(phrase.core[end - 1], known)
                return

    def settle(self, phrase: Phrase) -> Known | None:
        """The party of a phrase, now among those met, with this mention."""
        reading = self._namer.read(phrase)
        if reading is None:
            return None
        known = self.pointing.back(phrase, reading)
        if not known and reading.noun in self._namer.w.v.weaponry and not reading.named:
            return None
        known = known or self.memory.named(self.pointing.with_owner(phrase, reading))
        known.add((phrase.first, phrase.last), reading.noun, self._namer.w.is_subject(phrase.head))
        return known
