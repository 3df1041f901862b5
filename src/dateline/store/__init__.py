"""Reports, claims, incidents and judgements, kept for good."""

from dateline.model.filters import Filters
from dateline.store.adding import Added
from dateline.store.backup import restore
from dateline.store.cells import cell_of, cells_around
from dateline.store.changes import Changes, Difference
from dateline.store.check import Finding
from dateline.store.feeds import FeedState
from dateline.store.incident_saving import Change
from dateline.store.opening import open_store
from dateline.store.searching import Found
from dateline.store.store import Store

__all__ = [
    "Added",
    "Change",
    "Changes",
    "Difference",
    "FeedState",
    "Filters",
    "Finding",
    "Found",
    "Store",
    "cell_of",
    "cells_around",
    "open_store",
    "restore",
]
