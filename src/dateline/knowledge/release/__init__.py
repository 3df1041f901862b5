"""What a release must not give away: kinds of events whose exact place endangers people."""

from dateline.knowledge.release.sensitive import Sensitive, load_sensitive

__all__ = ["Sensitive", "load_sensitive"]
