"""Event coreference across documents on ECB+ (``ecbplus``): which words of which reports tell of one event.

Fusion answers another question than ECB+ asks: an incident holds an attack with its dead and its arrests, while ECB+
keeps each apart, and it has sports, films and companies, which the coder leaves aside (for it, the gate of relevance
is held open). Mentions are here of one event where their claims are of one incident and of one type of event. Only the
sentences that were checked for coreference count. No topic is given: all of the dev part is fused at once.
"""

from __future__ import annotations

import csv
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unittest.mock import patch
from xml.etree import ElementTree

from benchmarks.coreference import b_cubed, ceaf_e, clusters, conll, muc
from benchmarks.corpus import DATA, Score
from dateline.incidents import fuse
from dateline.model.record import Record
from dateline.model.report import Report, report_id
from dateline.run.coder import Coder

DEV = (2, 5, 12, 18, 21, 23, 34, 35)
"""Topics of the dev part (Cybulska and Vossen)."""

PUBLISHED = "gold mentions, test: 88.4"
_FOLDER = DATA / "ecbplus"
_CLOSED_UP = frozenset(".,;:!?)'’”%") | {"n't", "'s", "’s"}
_NO_SPACE_AFTER = frozenset("(“$£")

Mention = tuple[str, frozenset[int]]
"""A document and the numbers of the tokens of an event's words in it."""


@dataclass(frozen=True)
class Document:
    """``text`` with where each token begins and ends in it; ``mentions`` with the name of their event."""

    name: str
    text: str
    tokens: dict[int, tuple[int, int]]
    checked: frozenset[int]
    mentions: dict[Mention, str]

    def words(self, start: int, end: int) -> frozenset[int]:
        """The tokens of a stretch of the text."""
        return frozenset(number for number, (first, last) in self.tokens.items() if first < end and last > start)


def documents(topics: Sequence[int]) -> Iterator[Document]:
    """The documents of ``topics`` that have a sentence which was checked."""
    checked: dict[str, set[int]] = {}
    with (_FOLDER / "ECBplus_coreference_sentences_1-35.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            checked.setdefault(f"{row['Topic']}_{row['File']}", set()).add(int(row["Sentence Number"]))
    with tarfile.open(_FOLDER / "ecbplus_topics_1-35.tar.gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            name = member.name.rpartition("/")[2].removesuffix(".xml")
            if member.isfile() and name in checked and int(name.partition("_")[0]) in topics:
                file_ = archive.extractfile(member)
                assert file_ is not None
                yield document(name, file_.read(), checked[name])


def document(name: str, xml: bytes, sentences: set[int]) -> Document:
    """One document of the corpus's XML; ``sentences`` were checked for coreference."""
    # The corpus is our own copy: no entity can come in from outside.
    root = ElementTree.fromstring(xml)
    parts: list[str] = []
    tokens: dict[int, tuple[int, int]] = {}
    checked: set[int] = set()
    at, sentence, glued = 0, -1, True
    for token in root.iter("token"):
        number, word = int(token.attrib["t_id"]), token.text or ""
        if int(token.attrib["sentence"]) != sentence:
            between = "\n" if parts else ""
            sentence = int(token.attrib["sentence"])
        else:
            between = "" if glued or word in _CLOSED_UP else " "
        parts += [between, word]
        tokens[number] = (at + len(between), at + len(between) + len(word))
        at += len(between) + len(word)
        glued = word in _NO_SPACE_AFTER
        if sentence in sentences:
            checked.add(number)
    return Document(name, "".join(parts) + "\n", tokens, frozenset(checked), _mentions(name, root, checked))


def _mentions(name: str, root: ElementTree.Element, checked: set[int]) -> dict[Mention, str]:
    words: dict[str, frozenset[int]] = {}
    events: dict[str, str] = {}
    for mark in root.iterfind("./Markables/*"):
        if "ACTION" not in mark.tag:
            continue
        anchors = frozenset(int(anchor.attrib["t_id"]) for anchor in mark.iter("token_anchor"))
        if anchors:
            words[mark.attrib["m_id"]] = anchors
        else:
            events[mark.attrib["m_id"]] = mark.attrib.get("instance_id") or f"{name} {mark.attrib['m_id']}"
    named: dict[str, str] = {}
    for relation in root.iterfind("./Relations/*"):
        target = relation.find("target")
        event = relation.attrib.get("note") or (events.get(target.attrib["m_id"]) if target is not None else None)
        for source in relation.iter("source"):
            if event is not None and source.attrib["m_id"] in words:
                within = relation.tag == "INTRA_DOC_COREF"
                named[source.attrib["m_id"]] = f"{name} {event}" if within else event
    return {(name, held): named.get(key, f"{name} {key}") for key, held in words.items() if held <= checked}


def coded(coder: Coder, found: Sequence[Document]) -> list[Record]:
    """The documents' records, with the gate of relevance held open."""
    with patch("dateline.coding.coder.of_conflict", lambda drafts, *_: list(drafts)):
        reports = [Report(report_id(d.text, d.name), d.name, d.name, None, None, None, None, "en", d.text) for d in found]
        return [coder.code(report) for report in reports]


def predicted(found: Sequence[Document], records: Sequence[Record]) -> dict[Mention, str]:
    """The words of every claim that stand in a checked sentence, with the incident and type that they are of."""
    by_name = {document.name: document for document in found}
    home = {ref: incident.id for incident in fuse(records) for ref in incident.claims}
    out: dict[Mention, str] = {}
    names = {record.report.id: record.report.ref for record in records}
    at = {(names[ref.report], ref.claim): incident for ref, incident in home.items()}
    for record in records:
        document = by_name[record.report.ref]
        for claim in record.claims:
            words = document.words(claim.event.trigger.start, claim.event.trigger.end)
            if words and words <= document.checked:
                incident = at.get((document.name, claim.id), f"{document.name} {claim.id}")
                out.setdefault((document.name, words), f"{incident} {claim.event.type}")
    return out


def over_gold(gold: dict[Mention, str], told: dict[Mention, str]) -> dict[Mention, str]:
    """The gold mentions, each in the cluster of the first claim whose words it shares; the others alone."""
    by_name: dict[str, list[tuple[frozenset[int], str]]] = {}
    for (name, words), event in told.items():
        by_name.setdefault(name, []).append((words, event))
    return {
        (name, words): next((event for mine, event in by_name.get(name, ()) if mine & words), f"alone {name} {sorted(words)}")
        for name, words in gold
    }


def matched(gold: dict[Mention, str], told: dict[Mention, str]) -> dict[Mention, str]:
    """The predicted mentions, named as the gold mention whose words they share where there is one."""
    by_name: dict[str, list[frozenset[int]]] = {}
    for name, words in gold:
        by_name.setdefault(name, []).append(words)
    out: dict[Mention, str] = {}
    for (name, words), event in told.items():
        same = next((other for other in by_name.get(name, ()) if other & words), words)
        out.setdefault((name, same), event)
    return out


def scores(coder: Coder, *, most: int | None = None, topics: Sequence[int] = DEV) -> list[Score]:
    """CoNLL F1 with its parts, over gold and over predicted mentions; ``most`` documents."""
    found = list(documents(topics))[:most]
    gold = {mention: event for document in found for mention, event in document.mentions.items()}
    told = predicted(found, coded(coder, found))
    out = []
    for how, answer in (("gold mentions", over_gold(gold, told)), ("predicted mentions", matched(gold, told))):
        key, response = clusters(gold.items()), clusters(answer.items())
        corpus = f"ecbplus dev topics, {how}"
        published = PUBLISHED if how == "gold mentions" else ""
        out.append(Score("event coreference", corpus, "CoNLL F1", 100 * conll(key, response), None, published))
        out += [
            Score("event coreference", corpus, f"{name} F1", 100 * measure(key, response).f1)
            for name, measure in (("MUC", muc), ("B3", b_cubed), ("CEAFe", ceaf_e))
        ]
    return out
