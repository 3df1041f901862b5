"""Claims to incidents: which reports tell of the same episode, on whose word, and where they differ."""

from dateline.incidents.fusion import fuse, withdrawn

__all__ = ["fuse", "withdrawn"]
