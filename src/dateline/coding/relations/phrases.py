"""The phrases left and right of a cue, read from word order so that a wrong tree does not lose them."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.noun_phrases import NOMINAL, capitalised, extent_left, head_right, is_mark
from dateline.coding.relations.naming import actorish
from dateline.coding.relations.reading import Range, Reading


def cuts(reading: Reading, cue: int, *, hop: bool = True) -> Iterator[Range]:
    """The phrase that the words at ``cue`` tell of, and those joined to it in a list set off by a comma."""
    begin = reading.sentence(cue)[0]
    found = _left(reading, cue, begin, hop)
    if found is None:
        return
    named = _apposed_name(reading, found, begin)
    if named:
        yield named
        return
    yield found
    set_off = any(reading.words[k].text == "," for k in range(found[1], cue))
    joined_last = False
    while set_off:
        j = found[0] - 1
        while j >= begin and (
            reading.words[j].upos == "DET"
            or is_mark(reading.words[j])
            or reading.lows[j] in {"so", "called", "-"}
        ):
            j -= 1
        coordinators = 0
        comma = False
        while j >= begin and (reading.lows[j] in {"and", "or", ","} or is_mark(reading.words[j])):
            coordinators += reading.lows[j] in {"and", "or"}
            comma = comma or reading.lows[j] == ","
            j -= 1
        if (
            not (coordinators or comma)
            or (coordinators and joined_last)
            or (comma and not coordinators and not joined_last)
        ):
            return
        joined_last = joined_last or bool(coordinators)
        before = ending(reading, j, begin)
        if before is None or not actorish(reading, before):
            return
        found = before
        yield found


def _apposed_name(reading: Reading, span: Range, begin: int) -> Range | None:
    """The name in "NAME, an armed group", where ``span`` is the group."""
    j = span[0] - 1
    if capitalised(reading.words[span[1] - 1]) or j <= begin or reading.lows[j] not in {"a", "an", "another"}:
        return None
    if reading.lows[j - 1] not in {",", "is", "was"}:
        return None
    k = j - 2
    found = ending(reading, k, begin) if k >= begin else None
    return found if found and capitalised(reading.words[found[1] - 1]) else None


def _left(reading: Reading, cue: int, begin: int, hop: bool) -> Range | None:
    j = cue - 1
    verb = reading.words[cue].upos == "VERB" and reading.words[cue].xpos in {"VBZ", "VBP", "VBD"}
    while j >= begin:
        if reading.lows[j] == "," and verb:
            j = _over_inset(reading, j, begin)
            verb = False
        verb = (verb or reading.words[j].upos == "AUX") and reading.lows[j] not in {"which", "who", "that"}
        j = _over_alias(reading, j, begin)
        if (
            reading.lows[j] in reading.cues.words["between_phrases"]
            or is_mark(reading.words[j])
            or reading.words[j].upos in {"ADV", "AUX"}
        ):
            if reading.words[j].text == ")":
                j = _over_brackets(reading, j, begin)
            j -= 1
            continue
        break
    return ending(reading, j, begin, hop)


def _over_inset(reading: Reading, comma: int, begin: int) -> int:
    """Before "X, a faction of Y, is": the last word of X; else the comma itself."""
    for k in range(comma - 1, begin, -1):
        if reading.words[k].text == ",":
            after = reading.words[k + 1]
            opens = (
                after.upos == "DET" or reading.lows[k + 1] in {"which", "who", "one"} or after.xpos == "VBN"
            )
            return k - 1 if opens and reading.words[k - 1].upos in {*NOMINAL, "PUNCT", "NUM", "X"} else comma
    return comma


def _over_brackets(reading: Reading, j: int, begin: int) -> int:
    k = j
    while k > begin and reading.words[k].text != "(":
        k -= 1
    return k if reading.words[k].text == "(" and j - k <= 6 else j


def _over_alias(reading: Reading, j: int, begin: int) -> int:
    """Before "X, also known as Y," where ``j`` ends in Y: the word before the alias."""
    for k in range(j, max(begin, j - 9), -1):
        if reading.words[k].text == "," and k < j and reading.cues.alias.at(reading.lows, k + 1):
            return k
    return j


def ending(reading: Reading, j: int, begin: int, hop: bool = False) -> Range | None:
    """The noun phrase that ends in word ``j``; with ``hop``, past a place that it is said to be in."""
    for _ in range(3):
        while j >= begin and (is_mark(reading.words[j]) or reading.lows[j] == ")"):
            j = (_over_brackets(reading, j, begin) if reading.lows[j] == ")" else j) - 1
        if j < begin or (
            reading.words[j].upos not in NOMINAL and reading.words[j].upos not in {"PRON", "NUM", "X"}
        ):
            return None
        first = _past_compound(reading, extent_left(reading.words, j, begin), j + 1)
        k = first - 1
        while k >= begin and (reading.words[k].upos == "DET" or is_mark(reading.words[k])):
            k -= 1
        if (
            hop
            and k > begin
            and reading.lows[k] in reading.cues.words["placing"]
            and j in reading.located
            and j not in reading.persons
        ):
            j = k - 1
            continue
        return first, j + 1
    return None


def right(reading: Reading, i: int) -> Range | None:
    """The noun phrase that begins at word ``i``, without determiners, marks and "so-called"."""
    stop = reading.sentence(i)[1] if i < len(reading.words) else i
    while i < stop and (reading.words[i].upos == "DET" or is_mark(reading.words[i]) or _filler(reading, i)):
        i += 1
    i = _past_compound(reading, i, stop)
    if i >= stop or (
        reading.words[i].upos in {"ADP", "VERB", "SCONJ", "PRON", "CCONJ"}
        and not capitalised(reading.words[i])
    ):
        return None
    head = head_right(reading.words, i, stop)
    if head is None:
        return None
    last = _past_name(reading, head, stop)
    while last > i and (is_mark(reading.words[last - 1]) or reading.lows[last - 1] in {"'s", "’s"}):
        last -= 1
    return i, last


def _past_compound(reading: Reading, i: int, stop: int) -> int:
    """Past "U.S.-backed" and "Iran-aligned", which are facts of their own and no part of the name."""
    for k in range(i + 1, min(stop, i + 5)):
        if (
            k + 2 < stop
            and reading.words[k].text == "-"
            and reading.lows[k + 1] in reading.cues.words["before_names"] | set(reading.cues.compounds)
        ):
            return k + 2
    return i


def _filler(reading: Reading, i: int) -> bool:
    return reading.lows[i] in {"so", "called", "both", "its", "their", "his", "her"} or (
        reading.lows[i] == "-" and reading.lows[i - 1] == "so"
    )


def _past_name(reading: Reading, head: int, stop: int) -> int:
    """The end of a phrase whose head goes on with "of NAME", as titles and groups do."""
    j = head + 1
    while j < stop and is_mark(reading.words[j]):
        j += 1
    if (
        j + 1 < stop
        and reading.lows[j] == "of"
        and (reading.lows[head] in reading.cues.words["group_nouns"] or capitalised(reading.words[head]))
    ):
        k = j + 1
        while k < stop and (reading.words[k].upos == "DET" or is_mark(reading.words[k])):
            k += 1
        if k < stop and capitalised(reading.words[k]):
            inner = head_right(reading.words, k, stop)
            place = inner in reading.located and not capitalised(reading.words[head])
            return inner + 1 if inner is not None and not place else head + 1
    return head + 1


def rights(reading: Reading, i: int) -> Iterator[Range]:
    """The phrase at word ``i`` and the names that "and" joins to it."""
    found = right(reading, i)
    stop = reading.sentence(i)[1] if i < len(reading.words) else i
    while found:
        yield found
        j = found[1]
        while j < stop and (is_mark(reading.words[j]) or reading.lows[j] == ","):
            j += 1
        if j >= stop or reading.lows[j] != "and":
            return
        found = right(reading, j + 1)
        if found and not (
            capitalised(reading.words[found[0]])
            and actorish(reading, found)
            and found[1] < stop
            and reading.words[found[1]].upos not in {"VERB", "AUX"}
        ):
            return
