"""The phrases left and right of a cue, and the neutral names of those that they speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.coding.noun_phrases import NOMINAL, bounds, capitalised, extent_left, head_right, is_mark
from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.knowledge.framing import loaded_words
from dateline.knowledge.relations import Phrase, RelationCues, relation_cues
from dateline.model.analysis import Analysis, Word

Range = tuple[int, int]
NameOf = Callable[[int, int], str | None]

_SKIPPED = frozenset({",", "(", ")", "–", "—", "which", "that", "who", "is", "are", "was", "were", "be", "been", "being",
                      "has", "have", "had", "also", "allegedly", "reportedly", "closely", "heavily", "both", "all", "now",
                      "long", "currently", "still", "believed", "thought", "considered", "said", "to", "openly", "widely",
                      "largely", "mainly", "loosely", "and", "partly", "reported", "remains", "remain", "under"})  # fmt: skip
_PLACING = frozenset({"in", "at", "near", "from", "outside", "around", "across", "on", "inside", "of"})
DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"])  # fmt: skip
_NEGATIVE = frozenset(
    {
        "not",
        "n't",
        "n’t",
        "never",
        "no",
        "longer",
        "neither",
        "nor",
        "denies",
        "denied",
        "deny",
        "formerly",
        "previously",
        "once",
    }
)


@dataclass(frozen=True, slots=True)
class Link:
    """A fact between two word ranges, found at word ``at``; ``spelled`` keeps the object's own words.

    ``shared`` is the noun that a subject shares with others ("the Bakara and Akidat tribes").
    """

    subject: Range
    predicate: str
    object: Range
    at: int
    value: str | None = None
    spelled: bool = False
    shared: int | None = None


class Reading:
    """One report as the relation patterns look at it."""

    def __init__(self, analysis: Analysis, name_of: NameOf) -> None:
        self.analysis = analysis
        self.words = analysis.words
        self.name_of = name_of
        self.cues: RelationCues = relation_cues()

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(w.text.lower() for w in self.words)

    @cached_property
    def located(self) -> frozenset[int]:
        """Words that are part of a place name."""
        kinds = {"Location", "name:LOC"}
        spans = [*self.analysis.toponyms, *(m for m in self.analysis.mentions if m.kind in kinds)]
        return frozenset(i for m in spans for i in range(m.first, m.last))

    @cached_property
    def persons(self) -> frozenset[int]:
        """Words that are part of a person's name."""
        return frozenset(
            i
            for m in self.analysis.mentions
            if m.kind in {"Person", "name:PER"}
            for i in range(m.first, m.last)
        )

    def reads(self, i: int, phrase: Phrase) -> bool:
        """True where the words from ``i`` on are ``phrase``."""
        return self.lows[i : i + len(phrase)] == phrase

    def sentence(self, i: int) -> Range:
        """First and last (exclusive) word of the sentence of word ``i``."""
        return bounds(self.analysis, i)

    def negated(self, i: int) -> bool:
        """True where a word of negation stands just before word ``i``."""
        return any(low in _NEGATIVE for low in self.lows[max(self.sentence(i)[0], i - 3) : i])

    def cuts(self, cue: int) -> Iterator[Range]:
        """The phrase that the words at ``cue`` say something of, and those it is joined with in a list set off by a comma."""
        begin = self.sentence(cue)[0]
        found = self._left(cue, begin)
        if found is None:
            return
        named = self._apposed_name(found, begin)
        if named:
            yield named
            return
        yield found
        set_off = any(self.words[k].text == "," for k in range(found[1], cue))
        joined_last = False
        while set_off:
            j = found[0] - 1
            while j >= begin and (
                self.words[j].upos == "DET" or is_mark(self.words[j]) or self.lows[j] in {"so", "called", "-"}
            ):
                j -= 1
            coordinators = 0
            comma = False
            while j >= begin and (self.lows[j] in {"and", "or", ","} or is_mark(self.words[j])):
                coordinators += self.lows[j] in {"and", "or"}
                comma = comma or self.lows[j] == ","
                j -= 1
            if (
                not (coordinators or comma)
                or (coordinators and joined_last)
                or (comma and not coordinators and not joined_last)
            ):
                return
            joined_last = joined_last or bool(coordinators)
            before = self.ending(j, begin)
            if before is None or not self.actorish(before):
                return
            found = before
            yield found

    def _apposed_name(self, span: Range, begin: int) -> Range | None:
        """The name in "NAME, an armed group", where ``span`` is the group."""
        j = span[0] - 1
        if capitalised(self.words[span[1] - 1]) or j <= begin or self.lows[j] not in {"a", "an", "another"}:
            return None
        if self.lows[j - 1] not in {",", "is", "was"}:
            return None
        k = j - 2
        found = self.ending(k, begin) if k >= begin else None
        return found if found and capitalised(self.words[found[1] - 1]) else None

    def _left(self, cue: int, begin: int) -> Range | None:
        j = cue - 1
        verb = self.words[cue].upos == "VERB" and self.words[cue].xpos in {"VBZ", "VBP", "VBD"}
        while j >= begin:
            if self.lows[j] == "," and verb:
                j = self._over_inset(j, begin)
                verb = False
            verb = (verb or self.words[j].upos == "AUX") and self.lows[j] not in {"which", "who", "that"}
            j = self._over_alias(j, begin)
            if self.lows[j] in _SKIPPED or is_mark(self.words[j]) or self.words[j].upos in {"ADV", "AUX"}:
                if self.words[j].text == ")":
                    j = self._over_brackets(j, begin)
                j -= 1
                continue
            break
        return self.ending(j, begin, hop=True)

    def _over_inset(self, comma: int, begin: int) -> int:
        """Before "X, a faction of Y, is" and "X, which Y backs, holds": the last word of X; else the comma itself."""
        for k in range(comma - 1, begin, -1):
            if self.words[k].text == ",":
                after = self.words[k + 1]
                opens = (
                    after.upos == "DET" or self.lows[k + 1] in {"which", "who", "one"} or after.xpos == "VBN"
                )
                return k - 1 if opens and self.words[k - 1].upos in {*NOMINAL, "PUNCT", "NUM", "X"} else comma
        return comma

    def _over_brackets(self, j: int, begin: int) -> int:
        k = j
        while k > begin and self.words[k].text != "(":
            k -= 1
        return k if self.words[k].text == "(" and j - k <= 6 else j

    def _over_alias(self, j: int, begin: int) -> int:
        """Before "X, also known as Y," where ``j`` ends in Y: the word before the alias."""
        for k in range(j, max(begin, j - 9), -1):
            if self.words[k].text == "," and k < j and any(self.reads(k + 1, p) for p in self.cues.alias):
                return k
        return j

    def ending(self, j: int, begin: int, hop: bool = False) -> Range | None:
        """The noun phrase that ends in word ``j``; with ``hop``, past a place that it is said to be in."""
        for _ in range(3):
            while j >= begin and (is_mark(self.words[j]) or self.lows[j] == ")"):
                j = (self._over_brackets(j, begin) if self.lows[j] == ")" else j) - 1
            if j < begin or (
                self.words[j].upos not in NOMINAL and self.words[j].upos not in {"PRON", "NUM", "X"}
            ):
                return None
            first = self._past_compound(extent_left(self.words, j, begin), j + 1)
            k = first - 1
            while k >= begin and (self.words[k].upos == "DET" or is_mark(self.words[k])):
                k -= 1
            if hop and k > begin and self.lows[k] in _PLACING and j in self.located and j not in self.persons:
                j = k - 1
                continue
            return first, j + 1
        return None

    def right(self, i: int) -> Range | None:
        """The noun phrase that begins at word ``i``, without determiners, marks and "so-called"."""
        stop = self.sentence(i)[1] if i < len(self.words) else i
        while i < stop and (self.words[i].upos == "DET" or is_mark(self.words[i]) or self._filler(i)):
            i += 1
        i = self._past_compound(i, stop)
        if (
            i >= stop
            or (self.words[i].upos in {"ADP", "VERB", "SCONJ", "PRON", "CCONJ"}
            and not capitalised(self.words[i]))
        ):
            return None
        head = head_right(self.words, i, stop)
        if head is None:
            return None
        last = self._past_name(head, stop)
        while last > i and (is_mark(self.words[last - 1]) or self.lows[last - 1] in {"'s", "’s"}):
            last -= 1
        return i, last

    def _past_compound(self, i: int, stop: int) -> int:
        """Past "U.S.-backed" and "Iran-aligned", which are facts of their own and no part of the name."""
        for k in range(i + 1, min(stop, i + 5)):
            if k + 2 < stop and self.words[k].text == "-" and self.lows[k + 1] in self.cues.compounds:
                return k + 2
        return i

    def _filler(self, i: int) -> bool:
        return self.lows[i] in {"so", "called", "both", "its", "their", "his", "her"} or (
            self.lows[i] == "-" and self.lows[i - 1] == "so"
        )

    def _past_name(self, head: int, stop: int) -> int:
        """The end of a phrase whose head goes on with "of NAME", as titles and groups do."""
        j = head + 1
        while j < stop and is_mark(self.words[j]):
            j += 1
        if (
            j + 1 < stop
            and self.lows[j] == "of"
            and (self.lows[head] in self.cues.words["group_nouns"] or capitalised(self.words[head]))
        ):
            k = j + 1
            while k < stop and (self.words[k].upos == "DET" or is_mark(self.words[k])):
                k += 1
            if k < stop and capitalised(self.words[k]):
                inner = head_right(self.words, k, stop)
                place = inner in self.located and not capitalised(self.words[head])
                return inner + 1 if inner is not None and not place else head + 1
        return head + 1

    def rights(self, i: int) -> Iterator[Range]:
        """The phrase at word ``i`` and the names that "and" joins to it."""
        found = self.right(i)
        stop = self.sentence(i)[1] if i < len(self.words) else i
        while found:
            yield found
            j = found[1]
            while j < stop and (is_mark(self.words[j]) or self.lows[j] == ","):
                j += 1
            if j >= stop or self.lows[j] != "and":
                return
            found = self.right(j + 1)
            if found and not (
                capitalised(self.words[found[0]])
                and self.actorish(found)
                and found[1] < stop
                and self.words[found[1]].upos not in {"VERB", "AUX"}
            ):
                return

    def actorish(self, span: Range) -> bool:
        """True where the phrase can name people who act: a known one, a name, or a noun for a group."""
        first, last = span
        head = self.words[last - 1]
        if self.name_of(first, last):
            return True
        if self.lows[last - 1] in self.cues.words["group_nouns"]:
            return True
        return (
            head.upos in {"PROPN", "X", "NOUN", "ADJ", "NUM"}
            and capitalised(head)
            and head.text.lower() not in DAYS
        )

    def name(self, span: Range) -> str | None:
        """The neutral name of a phrase, by ``name_of`` or by its own words; ``None`` for a pronoun that stays open."""
        first, last = self.core(span)
        known = self.name_of(*span) or self.name_of(first, last)
        if known:
            return known
        if all(w.upos in {"PRON", "DET"} for w in self.words[first:last]):
            return None
        text = self.spelled((first, last))
        demonyms = load_demonyms()
        country = demonyms.of_adjective(text) or demonyms.named(text) or demonyms.of_people(text)
        return country.name if country and capitalised(self.words[first]) else text or None

    def spelled(self, span: Range) -> str:
        """The words of a phrase without determiner, quotation marks and a final "'s"."""
        words = [w for w in self.words[span[0] : span[1]] if not is_mark(w)]
        while words and (
            words[0].upos == "DET"
            or words[0].text.lower() in {"so", "called", "-", "its", "their"}
            or _loaded(words[0], len(words))
        ):
            words = words[1:]
        while words and words[-1].text.lower() in {"'s", "’s", ",", "'", "’"}:
            words = words[:-1]
        return _joined(self.analysis.text, words)

    def _of_name(self, i: int) -> bool:
        """A capitalised word, a mark, or a particle tied to its neighbour by a hyphen."""
        word = self.words[i]
        tied = "-" in (self.lows[i - 1], self.lows[i + 1] if i + 1 < len(self.lows) else "")
        return capitalised(word) or is_mark(word) or word.text in {"-", "al", "el", "de", "of"} or tied

    def core(self, span: Range) -> Range:
        """The name inside "“X” fighters" and "members of X"; the phrase itself where there is none."""
        first, last = span
        while first < last - 1 and (is_mark(self.words[first]) or self.words[first].upos == "DET"):
            first += 1
        lows = self.lows
        if "of" in lows[first:last]:
            at = lows.index("of", first, last)
            if lows[at - 1] in self.cues.words["group_nouns"] and not capitalised(self.words[at - 1]):
                start = at + 1
                while start < last - 1 and (self.words[start].upos == "DET" or is_mark(self.words[start])):
                    start += 1
                return start, last
        stripped = self.cues.words["stripped_nouns"]
        if last - first > 1 and lows[last - 1] in stripped and not capitalised(self.words[last - 1]):
            end = last - 1
            while end > first and is_mark(self.words[end - 1]):
                end -= 1
            before = self.spelled((first, end))
            demonyms = load_demonyms()
            names = end > first and all(self._of_name(k) for k in range(first, end))
            if names and not demonyms.of_adjective(before) and not demonyms.named(before):
                return first, end
        return first, last


def _loaded(word: Word, words: int) -> bool:
    """An adjective that takes a side, which no neutral name keeps."""
    if words < 2 or capitalised(word) or word.upos not in {"ADJ", "VERB"}:
        return False
    return any(
        entry.pos == "a" and len(entry.words) == 1 for entry in loaded_words().get(word.text.lower(), ())
    )


def _joined(text: str, words: Sequence[Word]) -> str:
    """The words with the white space that the text has between them; what is left out leaves one space."""
    parts: list[str] = []
    for k, word in enumerate(words):
        if k and word.start > words[k - 1].end:
            between = text[words[k - 1].end : word.start]
            parts.append(" " if between.strip() or between.isspace() else between)
        parts.append(word.text)
    return "".join(parts).strip(" ,")
