# ruff: noqa: E501 - the word tables below read better wide
"""Words with guessed tags and a flat tree, to try rules that must hold where the parse is poor."""

from __future__ import annotations

import re

from dateline.model.analysis import Word

_CLOSED = {
    "DET": "a an the no some this that these those any all both another his her its their our",
    "ADP": "in on at of by for from with near into during over under after before between through without including since "
    "among amid across inside outside to as per along against",
    "AUX": "is are was were be been being has have had will would could may might do does did get got",
    "PRON": "he she it they them him who which whom we i you there nobody himself themselves",
    "CCONJ": "and or but",
    "SCONJ": "when while that because if",
    "PART": "not n't",
    "ADV": "also when reportedly allegedly later dead-on seriously critically immediately so far yet still more least only",
    "ADJ": "dead wounded injured missing numerous several many heavy armed young civilian other unarmed palestinian syrian "
    "displaced homeless senior local former unidentified israeli russian ukrainian critical hostage first hurt most latest",
    "VERB": "killed killing wounded wounding injured injuring left leaving died die fled flee abducted kidnapped destroyed burned burnt "
    "arrested detained displaced rose risen reached brings raises raising said took taken taking lost claimed forced "
    "forcing captured shot gunned found went suffered reported caused destroying hit struck torched surrendered beheaded "
    "remain remains stands drowned evacuated seized held holding came marched perished cost recovered sank downed "
    "arrested questioned told wrote causing prompting kill escaped bringing inflicted freed clashed attacked visited escaped put fired buried fell beaten",
}
_TAGS = {word: tag for tag, words in _CLOSED.items() for word in words.split()}
_LEMMAS = {
    "killed": "kill", "killing": "kill", "wounded": "wound", "wounding": "wound", "injured": "injure", "injuring": "injure",
    "left": "leave", "leaving": "leave", "died": "die", "fled": "flee", "lost": "lose", "took": "take", "taken": "take",
    "taking": "take", "rose": "rise", "risen": "rise", "brings": "bring", "bringing": "bring", "raises": "raise", "raising": "raise",
    "lives": "life", "casualties": "casualty", "bodies": "body", "families": "family", "fatalities": "fatality", "injuries": "injury",
    "people": "people", "deaths": "death", "children": "child", "women": "woman", "men": "man", "policemen": "policeman", "shot": "shoot",
    "burned": "burn", "burnt": "burn", "destroyed": "destroy", "destroying": "destroy", "captured": "capture", "claimed": "claim",
    "arrested": "arrest", "detained": "detain", "displaced": "displace", "held": "hold", "holding": "hold", "found": "find",
    "suffered": "suffer", "abducted": "abduct", "kidnapped": "kidnap", "forced": "force", "torched": "torch", "gunned": "gun",
    "surrendered": "surrender", "went": "go", "beheaded": "behead", "was": "be", "were": "be", "police": "police", "sank": "sink",
    "fell": "fall", "beaten": "beat", "has": "have", "drowned": "drown", "evacuated": "evacuate", "reported": "report", "caused": "cause", "perished": "perish",
    "downed": "down", "stands": "stand", "reached": "reach", "its": "its", "villages": "village", "houses": "house", "vehicles": "vehicle",
}  # fmt: skip
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen twenty thirty forty fifty hundred thousand million dozen".split()
)


def parse(text: str) -> tuple[Word, ...]:
    """One sentence of ``text`` as words; every word hangs on the one before it."""
    words = []
    for index, match in enumerate(re.finditer(r"[\w']*\d[\w,.]*\d|\w+(?:-\w+)*|[^\w\s]", text)):
        raw = match.group()
        low = raw.lower()
        if low in _TAGS:
            tag = _TAGS[low]
        elif low[0].isdigit() or low in _NUMBERS:
            tag = "NUM"
        elif not raw[0].isalnum():
            tag = "PUNCT"
        elif raw[0].isupper() and index:
            tag = "PROPN"
        else:
            tag = "NOUN"
        lemma = _LEMMAS.get(
            low, low[:-1] if tag == "NOUN" and low.endswith("s") and not low.endswith("ss") else low
        )
        xpos = "NNS" if tag == "NOUN" and (low.endswith("s") or low in ("children", "women", "men")) else ""
        words.append(Word(index, match.start(), match.end(), raw, lemma, tag, xpos, max(index - 1, 0), "dep"))
    return tuple(words)
