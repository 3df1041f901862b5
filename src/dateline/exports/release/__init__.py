"""What may be published: names of private persons left out, sensitive places coarsened, an embargo kept."""

from dateline.exports.release.release import Released, held_back, release

__all__ = ["Released", "held_back", "release"]
