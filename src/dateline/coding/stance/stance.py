"""Stance and polarity of an event as one voice tells it (``docs/codebook.md``, fields ``stance`` and
``polarity``)."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.attribution.page import Page, Range
from dateline.coding.attribution.reader import Chain
from dateline.coding.stance.granted import taken_for_granted
from dateline.coding.stance.modality import mode_of
from dateline.coding.stance.negation import negation_of
from dateline.coding.stance.withdrawal import no_sign_of, takes_back, untruth_of, withdrawal_of
from dateline.knowledge.stance_words import stance_words
from dateline.model.analysis import Analysis
from dateline.model.claim import Polarity, Stance
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Standing:
    """``cue``: the words that the stance rests on; ``None`` where it is the voice alone."""

    stance: Stance
    polarity: Polarity
    cue: Span | None = None


def stance_of(trigger: Range, chain: Chain, analysis: Analysis, page: Page | None = None) -> Standing:
    """How surely ``chain`` says that the event whose trigger is the words ``trigger`` (end exclusive)
    happened.

    In order: taken back by its source, denied, planned or possible (whatever stands nearest to the
    trigger), relayed with
    doubt, relayed, told in the outlet's own voice. A denied proposition keeps the polarity ``+``.
    """
    page = page or Page(analysis)
    cues = frozenset(i for r in chain.relations for i in range(*r.cue))
    span = analysis.span
    withdrawn = withdrawal_of(page, trigger)
    if withdrawn and takes_back(page, withdrawn, chain.relations):
        return Standing("retracted", "+", span(*withdrawn))
    denial = next((r for r in reversed(chain.relations) if r.force == "deny"), None)
    untrue = untruth_of(page, trigger)
    if denial is None and untrue is None:
        untrue = no_sign_of(page, trigger)
    if denial or untrue:
        return Standing("denied", "+", span(*(denial.cue if denial else untrue or trigger)))
    negated = negation_of(page, trigger)
    polarity: Polarity = "-" if negated else "+"
    mode = mode_of(page, trigger, cues)
    if mode and mode[0] != "alleged":
        return Standing(mode[0], polarity, span(*mode[1]))
    willed = chain.relations[-1] if chain.relations else None
    if willed and willed.force in {"intend", "fear"} and not taken_for_granted(page, trigger):
        return Standing("intended" if willed.force == "intend" else "possible", polarity, span(*willed.cue))
    doubt = mode[1] if mode else _doubt(page, trigger, chain)
    if doubt:
        return Standing("alleged", polarity, span(*doubt))
    if chain.relations:
        return Standing("attributed", polarity, span(*(negated or chain.relations[-1].cue)))
    return Standing("stated", polarity, span(*negated) if negated else None)


def _doubt(page: Page, trigger: Range, chain: Chain) -> Range | None:
    """The cue that relays with doubt, or words close by that say there is no evidence for what a source
    says."""
    doubtful = next((r for r in reversed(chain.relations) if r.force == "doubt"), None)
    if doubtful:
        return doubtful.cue
    if not chain.relations:
        return None
    start, stop = page.sentence(trigger[0])
    for phrase in stance_words().no_evidence:
        words = tuple(phrase.split())
        for i in range(start, stop):
            if page.matches(i, words):
                return i, i + len(words)
    return None
