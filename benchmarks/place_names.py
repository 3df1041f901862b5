"""Place names with their use, on GeoWebNews: ``python -m benchmarks.place_names``.

The dev split is our own, by document: every fifth id of the sorted ids of the shared part, which training
leaves out. A predicted name is right where it covers the same words as a gold name (white space and closing
punctuation aside) and, for the typed figure, has its use, literal or associative. Common nouns for places
(``*_Expression``) and ``Non_Toponym`` are no names, as in Gritta et al. (2020).
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.corpus import DATA, Counts, Score, jsons, prf, tally
from dateline.language.analyse import Analyser
from dateline.language.network import load
from dateline.model.analysis import Analysis

CORPUS = DATA / "geowebnews" / "train.jsonl.gz"
ASSOCIATIVE = frozenset({"Metonymic", "Demonym", "Non_Literal_Modifier", "Embedded_Non_Lit", "Homonym", "Language"})
"""Gritta's types of associative use; the rest (Literal, Mixed, Coercion, Literal_Modifier, Embedded_Literal) are literal."""

_HOLDERS = frozenset({"Organisation", "Person", "name:ORG", "name:PER"})
BAR_SPANS, BAR_TYPED = 90.5, 82.0


Names = dict[tuple[int, int], str]
"""First and last word (exclusive) of place names, with their use."""


def in_a_name(analysis: Analysis, at: tuple[int, int]) -> bool:
    """Whether a longer name of an organisation or a person holds the words: "Deir ez-Zor Military Council"."""
    return any(
        m.first <= at[0] and at[1] <= m.last and (m.first, m.last) != at
        for m in analysis.mentions
        if m.kind in _HOLDERS and any(w.upos == "PROPN" for w in analysis.words[m.first : m.last])
    )


def read(analyser: Analyser, most: int | None) -> Iterator[tuple[Analysis, Names, Names]]:
    """The first ``most`` documents of the dev split, each with the place names found in it and those that it has."""
    documents = sorted(jsons(CORPUS), key=lambda d: d["id"])[::5]
    for d in documents[:most]:
        analysis = analyser.analyse(d["text"])
        theirs: Names = {}
        for t in d["toponyms"]:
            if t["type"].endswith("_Expression") or t["type"] == "Non_Toponym":
                continue
            at = analysis.words_at(t["spans"][0][0], t["spans"][-1][1])
            if at[0] < at[1]:
                theirs[at] = "associative" if t["type"] in ASSOCIATIVE else "literal"
        yield analysis, {(m.first, m.last): m.kind for m in analysis.toponyms}, theirs


def counts(analyser: Analyser) -> dict[str, Counts]:
    """Right, found and gold names by their use, by the head alone."""
    found = dict.fromkeys(("literal", "associative"), (0, 0, 0))
    for _, mine, theirs in read(analyser, None):
        found = tally(found, set(mine.items()), set(theirs.items()), lambda name: name[1])
    return found


def scores(analyser: Analyser, *, most: int | None = None) -> list[Score]:
    """Exact F1 of spans, alone and with their use, over the first ``most`` documents of the dev split."""
    right = typed = used = predicted = gold = 0
    for analysis, mine, theirs in read(analyser, most):
        right += len(mine.keys() & theirs.keys())
        typed += sum(theirs.get(at) == kind for at, kind in mine.items())
        used += sum(theirs.get(at) == ("associative" if in_a_name(analysis, at) else kind) for at, kind in mine.items())
        predicted, gold = predicted + len(mine), gold + len(theirs)
    corpus = f"geowebnews dev (own split), {gold} names"
    return [
        Score("place names", corpus, "exact F1", prf(right, predicted, gold)[2], BAR_SPANS, "spaCy 74.9, Google 83.2"),
        Score("place names", corpus, "exact F1 with use, as coding reads it", prf(used, predicted, gold)[2], BAR_TYPED),
        Score("place names", corpus, "exact F1 with use, by the head alone", prf(typed, predicted, gold)[2]),
    ]


def main() -> None:
    """Print the scores."""
    for score in scores(Analyser(load())):
        print(f"{score.corpus}: {score.metric} {score.value:.1f} (bar {score.bar})")


if __name__ == "__main__":
    main()
