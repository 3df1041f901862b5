"""A capture becomes a report: article text, title, outlet, publication date, language."""

from dateline.reading.reading import read

__all__ = ["read"]
