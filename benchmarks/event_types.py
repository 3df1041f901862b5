"""Types of whole sentences: PLOVER root codes on ZSP's PLV train set, ACLED sub-types on CASE 2021's snippets.

Both ask for readers that have not seen what they are tested on, while the shipped ones have seen all that is
shared. The figures are those of the training (``python -m training.sentence_types --weights FOLDER
--folds``): trained on four fifths of ZSP and tested on the last, five times; trained on a third of CASE's
snippets and tested on the others, for each third. Each was quantised and run as the shipped one is.
"""

from __future__ import annotations

import json

from benchmarks.corpus import Score
from dateline.language.network import WEIGHTS

BARS = {
    "zsp macro-F1": ("PLOVER root codes", "zsp PLV_train, five folds", 88.0, "zero-shot ZSP on test: 82.4"),
    "zsp accuracy": ("PLOVER root codes", "zsp PLV_train, five folds", None, "zero-shot ZSP on test: 83.8"),
    "case2021 weighted F1": (
        "ACLED sub-types",
        "case2021, a third to train on",
        84.0,
        "best systems, all snippets: 83.9 seen, 77.1 all types",
    ),
    "case2021 macro-F1": ("ACLED sub-types", "case2021, a third to train on", None, ""),
}


def scores() -> list[Score]:
    """The figures logged with the shipped heads; none where they were trained without."""
    path = WEIGHTS / "types.json"
    logged = json.loads(path.read_text(encoding="utf-8")).get("scores", {}) if path.exists() else {}
    return [
        Score(what, corpus, name.split(" ", 1)[1], logged[name], bar, published)
        for name, (what, corpus, bar, published) in BARS.items()
        if name in logged
    ]
