"""A text becomes an ``Analysis``: one pass of the network, then its scores read as trees, spans, roles and quotations."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from dateline.knowledge.codebook.frames import load_frames
from dateline.knowledge.codebook.telling import telling_words
from dateline.knowledge.codebook.triggers import trigger_words
from dateline.knowledge.framing.readings import plain_readings
from dateline.knowledge.irregular_verbs import irregular_verbs
from dateline.language import trees
from dateline.language.bio import Found
from dateline.language.lemmas import apply, base_among, settle, singular
from dateline.language.network import Array, Network
from dateline.language.quantities import find_quantities
from dateline.language.sentences import Stretch, split
from dateline.language.times import find_times
from dateline.language.tokens import Token
from dateline.language.windows import Window, batches, windows, words_of
from dateline.model.analysis import Analysis, Argument, Mention, Predicate, Quotation, Sentence, Trigger, Word

PREDICATE_THRESHOLD = 0.5
HALF_SEEN = 0.1
"""Probability from which a word is reported as a possible trigger, with a score under one half."""
ALTERNATIVES = 6
"""Sub-types that a trigger is reported with, the likeliest first."""
MOST_ANCHORS = 64
"""Predicates, triggers or cues of one window that are looked at in one call."""


@dataclass
class _Draft:
    """Findings in the making, by report-wide word index."""

    tags: Array
    heads: list[int]
    rel_dep: Array
    rel_head: Array
    factuality: Array
    conflict: list[float]
    mentions: list[Mention] = field(default_factory=list)
    toponyms: list[Mention] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)


class Analyser:
    """Reads texts with one network."""

    def __init__(self, network: Network) -> None:
        self._net = network

    def analyse(self, text: str) -> Analysis:
        """Everything found in ``text``; an empty analysis for a text without words."""
        return self.analyse_tokens(text, *split(text))

    def analyse_tokens(self, text: str, tokens: list[Token], stretches: list[Stretch]) -> Analysis:
        """The same for a text whose words and sentences are given."""
        if not tokens:
            return Analysis(text, (), ())
        n = len(tokens)
        draft = _Draft(np.zeros((n, 3), dtype=np.int64), list(range(n)), np.zeros((n, 256), dtype=np.float32),
                       np.zeros((n, 256), dtype=np.float32), np.zeros(n, dtype=np.float32), [0.0] * len(stretches))
        for batch in batches(windows(stretches)):
            out = self._net.read([words_of(stretches[w.first : w.last], tokens) for w in batch])
            for row, window in enumerate(batch):
                self._read(draft, {k: v[row, : window.end - window.begin] for k, v in out.items()}, window, stretches)
        return self._finish(text, tokens, stretches, draft)

    def _read(self, draft: _Draft, out: dict[str, Array], window: Window, stretches: list[Stretch]) -> None:
        at = window.begin
        draft.tags[at : window.end] = out["tags"]
        draft.rel_dep[at : window.end] = out["rel_dep"]
        draft.rel_head[at : window.end] = out["rel_head"]
        draft.factuality[at : window.end] = out["factuality"]
        for number in range(window.first, window.last):
            s = stretches[number]
            a, b = s.first - at, s.last - at
            draft.conflict[number] = float(out["conflict"][a:b].mean())
            draft.heads[s.first : s.last] = [h + s.first for h in trees.heads(out["arcs"][a:b, a:b])]
            self._read_predicates(draft, out, a, b, at)
            self._read_triggers(draft, out, a, b, at)
        for head, prefix in (("mention", ""), ("name", "name:"), ("filler", "filler:")):
            draft.mentions += self._found(head, out, at, prefix)
        draft.toponyms += self._found("toponym", out, at)
        self._read_quotations(draft, out, window.end - at, at)

    def _found(self, head: str, out: dict[str, Array], at: int, prefix: str = "") -> list[Mention]:
        """Spans of a head in the window that begins at word ``at`` of the report."""
        return [
            Mention(i + at, j + at, prefix + kind, score) for i, j, kind, score in self._net.schemes[head].spans(out[head])
        ]

    def _pairs(self, head: str, out: dict[str, Array], anchors: Array, a: int, b: int) -> list[list[Found]]:
        """Spans of the labels that words ``a`` to ``b`` have in respect of each anchor (a word index in ``out``)."""
        found: list[list[Found]] = []
        words = out[f"{head}_word"][a:b]
        for i in range(0, len(anchors), MOST_ANCHORS):
            some = anchors[i : i + MOST_ANCHORS]
            repeated = np.repeat(words[None], len(some), axis=0)
            logp = self._net.pairs(head, repeated, out[f"{head}_anchor"][some], (some - a).astype(np.int64))
            found += [self._net.schemes[head].spans(row) for row in logp]
        return found

    def _read_predicates(self, draft: _Draft, out: dict[str, Array], a: int, b: int, at: int) -> None:
        chances = out["predicate"][a:b]
        anchors = np.flatnonzero(chances >= PREDICATE_THRESHOLD) + a
        if not len(anchors):
            return
        for anchor, found in zip(anchors, self._pairs("role", out, anchors, a, b), strict=True):
            arguments = tuple(Argument(r, i + a + at, j + a + at, p) for i, j, r, p in found)
            draft.predicates.append(Predicate(int(anchor) + at, float(chances[anchor - a]), arguments))

    def _read_triggers(self, draft: _Draft, out: dict[str, Array], a: int, b: int, at: int) -> None:
        logp = out["trigger"][a:b]
        chance = 1 - np.exp(logp[:, 0])
        spans = self._net.schemes["trigger"].spans(logp)
        found = [(i, j, sub_type, float(chance[i])) for i, j, sub_type, _ in spans]
        found += self._half_seen(logp, chance, found)
        if not found:
            return
        anchors = np.array([f[0] for f in found]) + a
        statuses = self._net.labels["status"]
        sub_types = self._net.schemes["trigger"].names
        begin = a + at
        for (i, j, sub_type, score), roles in zip(found, self._pairs("event_role", out, anchors, a, b), strict=True):
            status = out["status"][a + i]
            kinds = np.exp(logp[i][1::2])
            ranked = np.argsort(-kinds)[:ALTERNATIVES]
            arguments = tuple(Argument(r, k + begin, m + begin, p) for k, m, r, p in roles)
            draft.triggers.append(
                Trigger(i + begin, j + begin, sub_type, score, statuses[int(status.argmax())], float(status.max()), arguments,
                        tuple((sub_types[int(k)], float(kinds[k])) for k in ranked))
            )

    def _half_seen(self, logp: Array, chance: Array, found: list[Found]) -> list[Found]:
        """Words that are likelier no trigger, but not by far; coding takes them where the codebook knows the word."""
        seen = np.zeros(len(chance), dtype=bool)
        for a, b, _, _ in found:
            seen[a:b] = True
        best = logp[:, 1::2].argmax(1)
        names = self._net.schemes["trigger"].names
        return [(int(i), int(i) + 1, names[int(best[i])], min(float(chance[i]), 0.49))
                for i in np.flatnonzero((chance >= HALF_SEEN) & ~seen)]

    def _read_quotations(self, draft: _Draft, out: dict[str, Array], words: int, at: int) -> None:
        flat = self._net.schemes["attribution"].spans(out["attribution"])
        cues = [f for f in flat if f[2] == "cue"]
        if not cues:
            return
        linked = self._pairs("cue_role", out, np.array([c[0] for c in cues]), 0, words)
        for (a, b, _, score), spans in zip(cues, linked, strict=True):
            source = _longest(spans, "source")
            content = _longest(spans, "content")
            if content:
                draft.quotations.append(
                    Quotation((content[0] + at, content[1] + at), source and (source[0] + at, source[1] + at),
                              (a + at, b + at), score)
                )

    def _finish(self, text: str, tokens: list[Token], stretches: list[Stretch], draft: _Draft) -> Analysis:
        listed, telling, irregular = trigger_words(), telling_words(), irregular_verbs()
        verbs = listed.verbs.keys() | listed.silent["VERB"] | load_frames().verbs.keys()

        def known(lemma: str) -> bool:
            return lemma in self._net.wordpiece or lemma in listed.verbs or lemma in listed.nouns or lemma in telling.occurring

        def lemma_of(word: str, how: str, upos: str, xpos: str) -> str:
            if upos == "NOUN" and (reading := plain_readings().get(word.lower())):
                return reading.lemma
            lemma = apply(word, how)
            if upos == "VERB" and (sure := irregular.get(word.lower()) or base_among(word, verbs)):
                return sure
            if xpos == "NNS" and lemma == word.lower() and (single := singular(word, self._net.wordpiece)):
                return single
            return settle(word, lemma, known) if upos in ("VERB", "NOUN") else lemma

        rel = self._net.relations(draft.rel_dep, draft.rel_head[draft.heads])
        names = self._net.labels
        upos, xpos = (tuple(names[tag][k] for k in draft.tags[:, at].tolist()) for at, tag in ((0, "upos"), (1, "xpos")))
        words = tuple(
            Word(i, t.start, t.end, t.text, lemma_of(t.text, names["lemma"][lemma], upos[i], xpos[i]), upos[i], xpos[i],
                 draft.heads[i], "root" if draft.heads[i] == i else names["deprel"][int(rel[i])])
            for i, (t, lemma) in enumerate(zip(tokens, draft.tags[:, 2].tolist(), strict=True))
        )
        sentences = tuple(
            Sentence(k, s.first, s.last, tokens[s.first].start, tokens[s.last - 1].end, s.paragraph)
            for k, s in enumerate(stretches)
        )
        sentence_of = tuple(k for k, s in enumerate(stretches) for _ in range(s.last - s.first))

        def key(item: Mention | Trigger) -> tuple[int, int]:
            return item.first, item.last

        return Analysis(
            text, words, sentences, tuple(sorted(draft.mentions, key=key)),
            tuple(sorted(draft.predicates, key=lambda p: p.index)), tuple(sorted(draft.triggers, key=key)),
            tuple(sorted(draft.quotations, key=lambda q: q.content)), tuple(sorted(draft.toponyms, key=key)),
            tuple(draft.factuality.tolist()), tuple(draft.conflict), find_times(text), find_quantities(text), sentence_of,
        )


def _longest(spans: list[Found], label: str) -> tuple[int, int] | None:
    """The longest span of a label; a discontinuous content is kept by its longest part joined with its neighbours."""
    own = [(a, b) for a, b, name, _ in spans if name == label]
    return max(own, key=lambda s: s[1] - s[0]) if own else None
