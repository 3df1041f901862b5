"""Which words of a report name places, and the places that they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dateline.coding.entities import Entities
from dateline.coding.entities.phrase import HYPHENS
from dateline.coding.tree import Range, Tree, inside
from dateline.coding.where import PlaceMention, PlaceResolver
from dateline.knowledge.naming_words import naming_words
from dateline.knowledge.place_words import place_words
from dateline.model.analysis import Analysis, Word
from dateline.model.claim import Place

_PLACES = place_words()


_JOINING = frozenset({"and", "or", ","})


def read_places(analysis: Analysis, tree: Tree, resolver: PlaceResolver, entities: Entities,
                addressees: frozenset[int] = frozenset()) -> list[tuple[Range, Place]]:
    """Places of the report in text order, each with the words that name it, without the names of parties.

    ``addressees``: words that name whom something was said to, and the outlet; they tell of no place of an event.
    """
    named = [name for at in place_ranges(analysis, tree) for name in _names_in(at, tree, resolver)]
    ranges = [at for at in named if not _is_group(at, entities) and not _is_people(at, tree)]
    mentions = [PlaceMention(analysis.span(*r), "facility" if _is_facility(r, tree) else "location") for r in ranges]
    countries = (entities.home,) if entities.home else ()
    found = zip(ranges, resolver.resolve(analysis.text, mentions, countries=countries), strict=True)
    return [(at, place) for at, place in found if at[0] not in addressees]


def _names_in(at: Range, tree: Tree, resolver: PlaceResolver) -> list[Range]:
    """The names of a range: "X and Y" are two, save where that is one place; "the district of X" is X."""
    words = tree.words
    cuts = [i for i in range(*at) if words[i].text.lower() in _JOINING]
    if cuts and resolver.knows(tree.text(at)):
        return [at]
    found: list[Range] = []
    for first, last in zip((at[0], *(i + 1 for i in cuts)), (*cuts, at[1]), strict=True):
        of = [i for i in range(first + 1, last) if words[i].text == "of" and _only_says_what(first, i, tree)]
        begin = of[-1] + 1 if of else first
        if any(_capital(words[i]) for i in range(begin, last)):
            found.append((begin, last))
    return found


def _only_says_what(first: int, of: int, tree: Tree) -> bool:
    """The words before "of" name no place: "the district of X", "the Mro community of X"."""
    before = tree.words[first:of]
    return before[-1].text.lower() in _PLACES.peoples or not any(w.text[:1].isupper() for w in before)


def _is_people(at: Range, tree: Tree) -> bool:
    """"The X community of Y": the name of a people before the word for it, of a place that is named itself."""
    behind = [w.text for w in tree.words[at[1] : at[1] + 3]]
    return len(behind) == 3 and behind[0].lower() in _PLACES.peoples and behind[1] == "of" and behind[2][:1].isupper()


def _capital(word: Word) -> bool:
    return word.upos == "PROPN" and word.text[:1].isupper()


def _is_group(at: Range, entities: Entities) -> bool:
    """A name that the registry holds as that of a party; a country stands for a place as well as for its government."""
    party = entities.at(*at)
    return party is not None and party.actor is not None and not party.actor.startswith("government-")


def place_ranges(analysis: Analysis, tree: Tree) -> list[Range]:
    """Names of places used literally; a name that is part of an organisation's or a person's is none."""
    kinds = ("Organisation", "Person", "name:ORG", "name:PER")
    holders = _by_word((m.first, m.last) for m in analysis.mentions if m.kind in kinds and _is_name((m.first, m.last), tree))
    found: list[Range] = []
    for m in analysis.toponyms:
        at = _whole((m.first, m.last), tree)
        if m.kind == "literal" and not _held(at, holders) and _names_place(at, tree):
            found.append(at)
    taken = {i for at in found for i in range(*at)}
    for m in analysis.mentions:
        at = _whole((m.first, m.last), tree)
        if m.kind in ("Location", "name:LOC") and _names_place(at, tree) and taken.isdisjoint(range(*at)):
            found.append(at)
            taken.update(range(*at))
    found += [at for at in _behind_nouns(tree) if taken.isdisjoint(range(*at)) and not _held(at, holders)]
    opening: dict[str, set[str]] = defaultdict(set)
    for at in found:
        opening[tree.words[at[0]].text].add(tree.text(at))
    whole = {_longest(at, opening[tree.words[at[0]].text], tree) for at in found}
    around = _by_word(whole)
    return _joined(sorted(at for at in whole if not _held(at, around)), tree)


def _behind_nouns(tree: Tree) -> Iterator[Range]:
    """The name in "the village of X", whatever the engine makes of it."""
    for word in tree.words[:-2]:
        first = word.index + 2
        if word.lemma not in _PLACES.named_with_of or tree.words[first - 1].text.lower() not in ("of", "called"):
            continue
        end = first
        while end < len(tree.words) and tree.words[end].upos == "PROPN" and tree.words[end].text[:1].isupper():
            end += 1
        if end > first and tree.sentence(first) == tree.sentence(word.index):
            yield _whole((first, end), tree)


def _by_word(ranges: Iterable[Range]) -> dict[int, list[Range]]:
    """The ranges that cover each word."""
    found: dict[int, list[Range]] = defaultdict(list)
    for at in ranges:
        for i in range(*at):
            found[i].append(at)
    return found


def _held(at: Range, holders: dict[int, list[Range]]) -> bool:
    """Whether a longer range holds this one."""
    return any(at != h and inside(at, h) for h in holders.get(at[0], ()))


def _names_place(at: Range, tree: Tree) -> bool:
    return _is_name(at, tree) and not _is_owner(at, tree) and not _qualifies(at, tree)


def _qualifies(at: Range, tree: Tree) -> bool:
    """"Ankara-backed", "Houthi-held": part of a word that tells of someone's power."""
    words, k = tree.words, at[1]
    if any(words[i].text in HYPHENS and words[i + 1].text.lower() in naming_words().hyphen_links for i in range(at[0], k - 1)):
        return True
    if k + 1 >= len(words) or words[k].text not in HYPHENS or words[k].start != words[k - 1].end:
        return False
    return words[k + 1].text.lower() in naming_words().hyphen_links


def _joined(ranges: list[Range], tree: Tree) -> list[Range]:
    """Ranges that touch are one name that was cut ("Dayr" and "Sawwan"): between two places stands a word or a mark."""
    out: list[Range] = []
    for first, last in ranges:
        if out and out[-1][1] == first and tree.words[first].upos == "PROPN" and tree.words[first - 1].upos == "PROPN":
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    return out


def _longest(at: Range, names: set[str], tree: Tree) -> Range:
    """The range stretched to the longest of ``names`` that begins with its words and stands here too.

    What the engine cuts short once ("Deir" of "Deir ez-Zor") it reads whole elsewhere.
    """
    text, start, own = tree.analysis.text, tree.words[at[0]].start, tree.text(at)
    longer = [n for n in names if len(n) > len(own) and n.startswith(own) and text.startswith(n, start)]
    return tree.analysis.words_at(start, start + len(max(longer, key=len))) if longer else at


def _whole(at: Range, tree: Tree) -> Range:
    """The range with all parts of a name that is written with hyphens: "al-Hasakah", "Deir ez-Zor"."""
    words, (first, last) = tree.words, at
    while last + 1 < len(words) and _hyphenated(last, tree):
        last += 2
    while first >= 2 and _hyphenated(first - 1, tree):
        first -= 2
    return first, last


def _hyphenated(i: int, tree: Tree) -> bool:
    left, mark, right = tree.words[i - 1], tree.words[i], tree.words[i + 1]
    return mark.text == "-" and left.end == mark.start and mark.end == right.start and right.upos == "PROPN"


def _is_name(at: Range, tree: Tree) -> bool:
    """A proper name written as one, and not a bare point of the compass."""
    compass = at[1] - at[0] == 1 and tree.words[at[0]].text.lower().removesuffix("ern") in _PLACES.compass
    capital = any(tree.words[i].upos == "PROPN" and tree.words[i].text[:1].isupper() for i in range(*at))
    return not compass and capital


def _is_owner(at: Range, tree: Tree) -> bool:
    """A country's abbreviation before what is its own ("the U.S. base"): it tells whose the thing is, not where."""
    first = at[0] + (tree.words[at[0]].upos == "DET")
    word, rest = tree.words[first], tree.words[first + 1 : at[1]]
    letters = word.text.replace(".", "")
    owner = letters.isupper() and 1 < len(letters) <= 3 and word.deprel in ("compound", "amod", "nmod:poss")
    return owner and (any(w.lemma in _PLACES.facilities for w in rest) if rest else at[1] <= word.head < at[1] + 3)


def _is_facility(at: Range, tree: Tree) -> bool:
    return tree.words[tree.head_of(at)].lemma in _PLACES.facilities
