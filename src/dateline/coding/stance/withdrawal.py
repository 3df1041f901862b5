"""Reports that their source has taken back, and information called untrue."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.attribution.page import Page, Range, within
from dateline.coding.attribution.relation import Relation
from dateline.knowledge.attribution_words import attribution_words
from dateline.knowledge.stance_words import stance_words

_POINTING = frozenset(
    {"that", "the", "its", "their", "this", "his", "her", "an", "earlier", "previous", "initial"}
)


def withdrawal_of(page: Page, trigger: Range) -> Range | None:
    """Words by which a source takes back what was told here: in this sentence or one of the next two of
    the paragraph."""
    known = stance_words()
    here = page.sentence_of[trigger[0]]
    sentences = page.analysis.sentences
    for s in sentences[here : here + 3]:
        if s.paragraph != sentences[here].paragraph:
            break
        for i in range(s.first, s.last):
            for length in (2, 1):
                if " ".join(page.low[i : i + length]) not in known.retracting:
                    continue
                if any(k == trigger[0] for k in range(i, i + length)):
                    continue
                after = page.words[i + length : i + length + 5]
                noun = next((w.index for w in after if page.is_any(w.index, known.reportable)), None)
                if noun is None and page.words[i].head < len(page.words):
                    subject = page.child(i, "nsubj:pass")
                    noun = subject if subject is not None and page.is_any(subject, known.reportable) else None
                told = content_of(page, noun) if noun is not None else None
                pointed = noun is not None and (s.index == here or page.low[noun - 1] in _POINTING)
                if within(trigger, told) if told else pointed:
                    return i, i + length
    return None


def content_of(page: Page, noun: int) -> Range | None:
    """What the noun for a statement is followed by: "its claim that five had died", "reports of shelling"."""
    stop = page.sentence(noun)[1]
    if noun + 2 >= stop or page.low[noun + 1] not in {"that", "of"}:
        return None
    return noun + 2, next((i for i in range(noun + 2, stop) if page.low[i] in {";", ","}), stop)


def takes_back(page: Page, withdrawal: Range, told: Sequence[Relation]) -> bool:
    """Whether whoever withdraws is the one who ``told``: by the same noun, or by a pronoun right behind his words."""
    subject = page.child(withdrawal[0], "nsubj")
    sources = [r.source for r in told if r.source]
    if subject is None:
        return True
    if not sources:
        return page.low[subject] == "we" or attribution_words().kinds.get(page.low[subject]) == "media"
    if page.words[subject].upos == "PRON":
        since = range(max(r.cue[1] for r in told), withdrawal[0])
        return not any(page.low[i] in attribution_words().verbs and page.words[i].upos == "VERB" for i in since)
    named = {page.low[i] for i in range(*page.phrase(subject)) if page.nominal(i) and page.low[i] not in {"the", "a"}}
    return any(named & set(page.low[slice(*source)]) for source in sources)


def untruth_of(page: Page, trigger: Range) -> Range | None:
    """ "The information that the town has fallen is untrue": words that call the statement around the
    event false."""
    start, stop = page.sentence(trigger[0])
    reportable = stance_words().reportable
    told = next((i for i in range(trigger[0] - 1, start - 1, -1) if page.is_any(i, reportable)), None)
    for phrase in attribution_words().untrue:
        for i in range(start, stop):
            if not page.matches(i, phrase):
                continue
            if (
                told is not None
                and i > trigger[0]
                and not any(page.low[k] in {",", ";", ":"} for k in range(told, i))
            ):
                return i, i + len(phrase)
            if told is not None and i < told and told - i <= 2:
                return i, i + len(phrase)
            if (
                i < trigger[0]
                and "that" in page.low[i : trigger[0]]
                and page.low[max(start, i - 3) : i].count("it")
            ):
                return i, i + len(phrase)
    return None


def no_sign_of(page: Page, trigger: Range) -> Range | None:
    """ "There was no evidence that troops had fired": the statement itself is said to lack any ground."""
    start = page.sentence(trigger[0])[0]
    for i in range(max(start, trigger[0] - 12), trigger[0] - 2):
        no_sign = page.low[i] == "no" and page.low[i + 1] in {
            "evidence",
            "proof",
            "indication",
            "sign",
            "truth",
        }
        if no_sign and page.low[i + 2] in {"that", "of"} and "," not in page.low[i : trigger[0]]:
            return i, i + 2
    return None
