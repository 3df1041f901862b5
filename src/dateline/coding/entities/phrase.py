"""The anatomy of a noun phrase by its words: what stands before the noun, the noun, what hangs behind it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.tree import Range
from dateline.knowledge.naming_words import NamingWords, naming_words
from dateline.model.analysis import Word

QUOTES = frozenset("\"“”„‟«»'‘’`") | {"''", "``"}
HYPHENS = frozenset("-‐‑–/&")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "X", "SYM")
_FINITE = frozenset({"root", "ccomp", "parataxis"})
"""Relations of a verb that heads a clause: it modifies no noun."""
_STOPPERS = frozenset(",;:()[]—?!.…") | {"--", "..."}


@dataclass(frozen=True, slots=True)
class Phrase:
    """``core`` are the words that name (no quotes, articles, counts); ``first`` to ``last`` their range.

    ``owner`` stands before "'s", ``possessive`` is the index of "its" and its like; ``behind`` is the word
    that opens what follows the core (a preposition, "loyal", a comma) and ``rest`` the words after it.
    """

    first: int
    last: int
    core: tuple[int, ...]
    definite: bool = False
    article: bool = False
    counted: bool = False
    quoted: bool = False
    owner: Range | None = None
    possessive: int | None = None
    behind: str = ""
    rest: Range | None = None

    @property
    def head(self) -> int:
        """The last word of the core."""
        return self.core[-1]


@dataclass
class _Reader:
    words: tuple[Word, ...]
    last: int
    vocabulary: NamingWords
    definite: bool = False
    article: bool = False
    counted: bool = False
    quoted: bool = False
    possessive: int | None = None

    def low(self, i: int) -> str:
        return self.words[i].text.lower().replace("’", "'") if i < self.last else ""

    def joined(self, i: int) -> bool:
        """A hyphen or slash without space on either side."""
        w = self.words
        return (
            0 < i < len(w) - 1
            and w[i].text in HYPHENS
            and w[i - 1].end == w[i].start
            and w[i].end == w[i + 1].start
        )

    def opened(self, i: int) -> int:
        """Past articles, counts, labels and prepositions, to the first word that names."""
        v = self.vocabulary
        while i < self.last:
            word = self.low(i)
            if word in QUOTES:
                self.quoted = True
                i += 1
            elif (
                self.words[i].text in _STOPPERS
                or (word in v.prepositions and not self.joined(i + 1))
                or word in ("and", "or", "but")
                or word in v.labels
                or (word in v.pronouns and word not in v.possessives and i + 1 < self.last and self.counted)
            ):
                i += 1
            elif word in ("so", "self") and self.joined(i + 1) and f"{word}-{self.low(i + 2)}" in v.labels:
                i += 3
            elif word in v.possessives and i + 1 < self.last:
                self.possessive = i
                i += 1
            elif word in v.articles:
                self.article = True
                self.definite = self.definite or word in v.definite
                i += 1
            elif word in v.counters and self.low(i + 1) == "of" and i + 2 < self.last:
                self.counted, self.definite, self.article = True, False, False
                i += 2
            elif self.is_count(i) and (not self.joined(i + 1) or self.is_count(i + 2)):
                self.counted = True
                i += 3 if self.joined(i + 1) else 1
            elif self.words[i].upos == "ADV" and word.endswith("ly") and not self.joined(i + 1):
                i += 1
            else:
                break
        return i

    def is_count(self, i: int) -> bool:
        word = self.low(i)
        if not word:
            return False
        if self.words[i].text[:1].isupper() and self.words[i].upos == "PROPN":
            return False
        digits = word[:1].isdigit() and word.replace(",", "").replace(".", "").isdigit()
        return word in self.vocabulary.counts or (digits and not self.numbered_unit(i))

    def numbered_unit(self, i: int) -> bool:
        """A number that is part of a name: "the 444 Brigade"."""
        k = i + 1
        while k < min(self.last, i + 4) and self.words[k].text[:1].isupper() and self.low(k) not in self.vocabulary.org_words:
            k += 1
        return self.low(k) in self.vocabulary.org_words and self.words[k].text[:1].isupper()

    def ends(self, i: int, begun: bool) -> bool:
        """Whether word ``i`` lies behind the noun."""
        v, word, w = self.vocabulary, self.low(i), self.words[i]
        if w.text in _STOPPERS or (word in HYPHENS and not self.joined(i)):
            return True
        if self.joined(i + 1) or self.joined(i - 1):
            return False
        if begun and w.text[:1].isupper() and self.words[i - 1].text[:1].isupper() and word in v.prepositions:
            return False
        if word in v.prepositions or word in v.breakers or word in ("and", "or"):
            return True
        if not begun:
            return False
        if w.upos in ("AUX", "SCONJ", "PRON", "DET", "CCONJ"):
            return not w.text[:1].isupper() or word in v.pronouns or word in v.articles
        capital = w.text[:1].isupper()
        if w.upos == "VERB" and w.deprel in _FINITE and not capital:
            return True
        if self.is_count(i) and not self.words[i - 1].text[:1].isupper():
            return True
        following = self.words[i + 1] if i + 1 < self.last else None
        nominal_next = (
            following is not None and following.upos in _NOMINAL and self.low(i + 1) not in v.prepositions
        )
        if word in v.links and not capital:
            return not nominal_next or self.low(i + 1) in ("as",)
        if w.upos in ("VERB", "ADV") and not capital:
            modifies = (
                w.upos == "VERB"
                and word.endswith(("ed", "ing", "en"))
                and self.words[i - 1].upos in ("ADJ", "NUM", "DET")
            )
            return not (nominal_next and modifies)
        return False


def is_capital(word: Word) -> bool:
    """Whether a word is written as a name ("Omar", "al-Sour" by its second half, "M23")."""
    return word.text[:1].isupper()


def read_phrase(words: tuple[Word, ...], first: int, last: int) -> Phrase | None:
    """The noun phrase that words ``first`` to ``last`` begin with, or ``None`` where there is none."""
    reader = _Reader(words, min(last, len(words)), naming_words())
    begin = first
    i = reader.opened(first)
    core: list[int] = []
    owner: Range | None = None
    while i < reader.last:
        word = reader.low(i)
        if (word == "'s" and core) or (
            word == "'" and core and words[core[-1]].text.endswith("s") and _owns(reader, i)
        ):
            owner = (begin, i)
            begin = i + 1
            reader.definite = reader.article = False
            core = []
            reader.possessive = None if owner else reader.possessive
            i = reader.opened(i + 1)
            continue
        if word in QUOTES:
            reader.quoted = True
        elif reader.ends(i, bool(core)):
            break
        else:
            core.append(i)
        i += 1
    while core and (
        words[core[-1]].text in HYPHENS or (words[core[-1]].upos in ("ADV", "PART") and len(core) > 1)
    ):
        core.pop()
    if not core:
        return None
    rest = (min(i + 1, reader.last), reader.last) if i < reader.last else None
    return Phrase(
        core[0],
        core[-1] + 1,
        tuple(core),
        reader.definite,
        reader.article,
        reader.counted,
        reader.quoted,
        owner,
        reader.possessive,
        reader.low(i),
        rest,
    )


def _owns(reader: _Reader, i: int) -> bool:
    """Whether an apostrophe marks an owner, not the end of a quotation."""
    w = reader.words
    return (
        i + 1 < reader.last and w[i - 1].end == w[i].start and w[i + 1].start > w[i].end and w[i].text in "'’"
    )


def plain_text(text: str, words: tuple[Word, ...], core: tuple[int, ...] | list[int]) -> str:
    """The characters of the words of ``core``: single blanks where the text has any or leaves words out."""
    out = ""
    for k, i in enumerate(core):
        if k and (i != core[k - 1] + 1 or words[core[k - 1]].end != words[i].start):
            out += " "
        out += text[words[i].start : words[i].end]
    return out
