"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# How long one example takes is the machine's affair: a busy one must not fail the tests.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")
