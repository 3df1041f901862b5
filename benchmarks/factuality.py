"""Factuality of events on the scale from -3 (certainly did not happen) to +3 (certainly did): UDS-IH2 dev (Rudinger,
White and Van Durme 2018) and MEANTIME dev (Minard et al. 2016), on gold tokens.
"""

from __future__ import annotations

from itertools import islice

import numpy as np

from benchmarks.corpus import DATA, Score, as_text, jsons
from dateline.language.analyse import Analyser

NEWS, WEB = "MEANTIME dev", "UDS-IH2 dev"
FILES = {WEB: "UDS_IH2_dev.jsonl.gz", NEWS: "MEANTIME_dev.jsonl.gz"}


def pairs(analyser: Analyser, file: str, most: int | None = None) -> np.ndarray:
    """Ours and gold, ``[predicates, 2]``, over the first ``most`` sentences."""
    found = []
    for x in islice(jsons(DATA / "factuality" / file), most):
        ours = analyser.analyse_tokens(*as_text([x["text"].split(" ")])).factuality
        found += [(ours[t["span1"][0]], t["label"]) for t in x["targets"] if t["span1"][0] < len(ours)]
    return np.array(found)


def scores(analyser: Analyser, *, most: int | None = None) -> list[Score]:
    """Pearson's r and mean absolute error on the web corpus; the error and the accuracy of the sign on news, where nearly
    all is +3.
    """
    web, news = (pairs(analyser, FILES[name], most) for name in (WEB, NEWS))

    def error(x: np.ndarray) -> float:
        return float(np.abs(x[:, 0] - x[:, 1]).mean())

    def sign(x: np.ndarray) -> float:
        return 100 * float((np.sign(x[:, 0]) == np.sign(x[:, 1])).mean())

    return [
        Score("factuality", WEB, "Pearson r", 100 * float(np.corrcoef(web.T)[0, 1]), 82.0),
        Score("factuality", WEB, "mean absolute error", error(web), 0.83, unit="points", lower=True),
        Score("factuality", WEB, "accuracy of the sign", sign(web)),
        Score("factuality", NEWS, "mean absolute error", error(news), unit="points", lower=True),
        Score("factuality", NEWS, "accuracy of the sign", sign(news)),
    ]
