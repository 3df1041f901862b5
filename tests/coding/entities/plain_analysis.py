"""An ``Analysis`` without the engine: real words and sentences, tags guessed from word lists, a flat tree."""

from __future__ import annotations

from dateline.coding.entities import Entities, Entity, read_entities
from dateline.coding.tree import Tree
from dateline.knowledge.actors import load_actors
from dateline.knowledge.gazetteer import load_gazetteer
from dateline.language.sentences import split
from dateline.model.analysis import Analysis, Mention, Sentence, Word
from dateline.model.report import Report

_CLOSED = {
    "DET": "a an the no some this that these those any all both another every his its their our her",
    "ADP": (
        "in on at of by for from with near into during over under after before between through "
        "without including since among amid across inside outside to as per along against towards "
        "behind"
    ),
    "AUX": "is are was were be been being has have had will would could may might do does did",
    "PRON": "he she it they them him who which whom i we us you there nobody",
    "CCONJ": "and or but",
    "SCONJ": "when while because if whether",
    "PART": "not n't 's ’s",
    "ADV": "also reportedly allegedly later yesterday then heavily again",
    "ADJ": (
        "unidentified young local civilian military several many heavy other suspected old loyal "
        "angry two-day senior"
    ),
    "VERB": (
        "killed killing wounded injured left fled abducted kidnapped destroyed burned arrested "
        "armed linked affiliated known said says took lost claimed shot clashed attacked raided "
        "seized held ambushed fired hit entered stormed denied accused withdrew retook supported "
        "backed detained opened marched fought ordered bombed threatened blamed repelled struck "
        "beat trying chased met shelled called spoke fled wept sent denied died"
    ),
}
_TAGS = {word: tag for tag, words in _CLOSED.items() for word in words.split()}
_NUMBERS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "twenty",
        "thirty",
        "dozen",
        "hundred",
    ]
)


def _tag(text: str, opens: bool, before: str) -> str:
    low = text.lower()
    if low.endswith("ed") and before in ("NOUN", "PROPN", "PRON"):
        return "VERB"
    if low in _TAGS:
        return _TAGS[low]
    if (low[0].isdigit() and low[-1].isdigit()) or low in _NUMBERS:
        return "NUM"
    if not any(c.isalnum() for c in text):
        return "PUNCT"
    return "PROPN" if text[0].isupper() and not opens else "NOUN"


def analysis_of(
    text: str, subjects: tuple[str, ...] = (), mentions: tuple[tuple[str, str], ...] = ()
) -> Analysis:
    """``subjects`` are words that are their clauses' subjects, ``mentions`` pairs of words and kind."""
    tokens, stretches = split(text)
    words, sentences, sentence_of = [], [], []
    for k, s in enumerate(stretches):
        before = ""
        for i in range(s.first, s.last):
            token = tokens[i]
            tag = before = _tag(token.text, i == s.first, before)
            plural = tag == "NOUN" and (
                token.text.endswith("s") or token.text.endswith("men") or token.text == "people"
            )
            relation = "nsubj" if token.text in subjects else "root" if i == s.first else "dep"
            words.append(
                Word(
                    i,
                    token.start,
                    token.end,
                    token.text,
                    token.text.lower().removesuffix("ed") if tag == "VERB" else token.text.lower(),
                    tag,
                    "NNS" if plural else "",
                    min(i + 1, s.last - 1) if relation == "nsubj" else max(i - 1, s.first),
                    relation,
                )
            )
            sentence_of.append(k)
        sentences.append(
            Sentence(k, s.first, s.last, tokens[s.first].start, tokens[s.last - 1].end, s.paragraph)
        )
    found = Analysis(text, tuple(words), tuple(sentences), sentence_of=tuple(sentence_of))
    ranges = []
    for said, kind in mentions:
        start = text.index(said)
        ranges.append(Mention(*found.words_at(start, start + len(said)), kind, 0.9))
    return Analysis(text, found.words, found.sentences, tuple(ranges), sentence_of=found.sentence_of)


class Read:
    """A text with its entities, asked by the words themselves."""

    def __init__(
        self,
        text: str,
        *,
        outlet: str | None = None,
        subjects: tuple[str, ...] = (),
        mentions: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.text = text
        self.analysis = analysis_of(text, subjects, mentions)
        report = Report("r-1", "x", outlet, None, None, None, None, "en", text)
        self.entities: Entities = read_entities(report, self.analysis, Tree(self.analysis), load_actors(), load_gazetteer())

    def span(self, phrase: str, nth: int = 0) -> tuple[int, int]:
        """The words of the ``nth`` place where ``phrase`` stands."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(phrase, start + 1)
        return self.analysis.words_at(start, start + len(phrase))

    def who(self, phrase: str, nth: int = 0) -> Entity | None:
        """Who a phrase is about."""
        return self.entities.at(*self.span(phrase, nth))

    def name(self, phrase: str, nth: int = 0) -> str | None:
        """The name of whom a phrase is about."""
        found = self.who(phrase, nth)
        return found.name if found else None

    def parts(self, phrase: str) -> list[str]:
        """The conjuncts of a phrase, as text."""
        words = self.analysis.words
        return [
            self.text[words[a].start : words[b - 1].end] for a, b in self.entities.split(*self.span(phrase))
        ]
