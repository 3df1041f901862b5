"""Where a claim's event took place: place names resolved in their text."""

from dateline.coding.where.mention import PlaceMention
from dateline.coding.where.resolver import PlaceResolver

__all__ = ["PlaceMention", "PlaceResolver"]
