"""Words into sentences and paragraphs, by rule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.knowledge.abbreviations import abbreviations
from dateline.language.tokens import Token, tokenize

_TERMINAL = frozenset(".!?…。！？") | {"..", "...", "....", "!!", "??", "?!", "!?", "!!!", "???"}
_CLOSERS = frozenset("\"”’'»)]}")
_OPENERS = frozenset("\"“‘'«([{¿¡•*-–—")
_BREAK = re.compile(r"[ \t\u00a0]*(?:\r\n|\r|\n|\u2028|\u2029)[ \t\u00a0]*")
LONGEST_SENTENCE = 120
"""Words after which a sentence is cut, so that one endless line cannot exhaust the engine."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``first`` to ``last`` (exclusive) form one sentence of paragraph ``paragraph``."""

    first: int
    last: int
    paragraph: int


def split(text: str) -> tuple[list[Token], list[Stretch]]:
    """All words of ``text`` and the sentences that they form, in order, leaving none out."""
    tokens: list[Token] = []
    found: list[Stretch] = []
    caseless = text.lower() == text or text.upper() == text
    for paragraph, (start, end) in enumerate(paragraphs(text)):
        first = len(tokens)
        tokens.extend(tokenize(text, start, end))
        found.extend(stretches(tokens, first, paragraph, caseless=caseless))
    return tokens, found


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Character ranges of the paragraphs; a line break inside a hard-wrapped sentence does not end one."""
    pieces: list[tuple[int, int]] = []
    start = 0
    for m in _BREAK.finditer(text):
        if start < m.start() and _continues(text, start, m):
            continue
        if text[start:m.start()].strip():
            pieces.append((start, m.start()))
        start = m.end()
    if text[start:].strip():
        pieces.append((start, len(text)))
    return pieces


def _continues(text: str, start: int, line_break: re.Match[str]) -> bool:
    """A single break after a full line that ends in mid-sentence, with the next line going on in lower case."""
    after = text[line_break.end() : line_break.end() + 1]
    before = text[line_break.start() - 1]
    line_start = max(text.rfind("\n", 0, line_break.start()) + 1, start)
    long_line = line_break.start() - line_start >= 40
    return after.isalnum() and before not in ".!?…:\"”" and (after.islower() or after.isdigit()) and long_line


def stretches(tokens: list[Token], first: int = 0, paragraph: int = 0, *, caseless: bool = False) -> list[Stretch]:
    """The sentences of a paragraph's ``tokens`` from ``first`` on; ``caseless`` where small letters may begin one."""
    found: list[Stretch] = []
    begin = first
    i = first
    while i < len(tokens):
        end = i + 1
        if _ends_sentence(tokens, i, caseless):
            while end < len(tokens) and tokens[end].text in _CLOSERS and tokens[end].start == tokens[end - 1].end:
                end += 1
            found.append(Stretch(begin, end, paragraph))
            begin = end
        elif end - begin >= LONGEST_SENTENCE:
            found.append(Stretch(begin, end, paragraph))
            begin = end
        i = end
    if begin < len(tokens):
        found.append(Stretch(begin, len(tokens), paragraph))
    return found


def _ends_sentence(tokens: list[Token], i: int, caseless: bool) -> bool:
    text = tokens[i].text
    if text not in _TERMINAL and not (text.endswith(".") and len(text) > 2):
        return False
    if text not in _TERMINAL and text[:-1] in abbreviations().seldom_final:
        return False
    j = i + 1
    while j < len(tokens) and tokens[j].text in _CLOSERS and tokens[j].start == tokens[j - 1].end:
        j += 1
    if j >= len(tokens):
        return True
    if tokens[j].start == tokens[j - 1].end and text == ".":
        return False
    follower = tokens[j].text
    if follower in _OPENERS and j + 1 < len(tokens):
        follower = tokens[j + 1].text
    starts_anew = caseless or follower[0].isupper() or follower[0].isdigit()
    if text in _TERMINAL:
        initial = i > 0 and len(tokens[i - 1].text) == 1 and tokens[i - 1].text.isupper() and text == "."
        return starts_anew and not initial
    return starts_anew and follower in abbreviations().sentence_openers
