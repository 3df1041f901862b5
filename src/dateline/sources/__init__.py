"""A path, URL, feed, archive or table becomes captures."""

from dateline.sources.counting import count_sources
from dateline.sources.fetching import FetchLimits
from dateline.sources.opening import open_sources

__all__ = ["FetchLimits", "count_sources", "open_sources"]
