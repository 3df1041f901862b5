"""The codebook: event types and sub-types after ACLED, Dateline's own Context, and what they mean in PLOVER.

Source: ACLED Codebook (2023), table of event and sub-event types; the PLOVER manual (Open Event Data Alliance).
"""

from __future__ import annotations

from dateline.knowledge.codebook.types import CONTEXT, FIGHTING, PLOVER_OF, SUB_TYPES, TYPE_OF, TYPES, VIOLENT

__all__ = ["CONTEXT", "FIGHTING", "PLOVER_OF", "SUB_TYPES", "TYPES", "TYPE_OF", "VIOLENT"]
