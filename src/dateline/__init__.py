"""Dateline reads news reports of armed conflict and files them as claims.

>>> import dateline
>>> coded = dateline.code(text, outlet="The World Monitor", published="2023-07-26")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.api import CodedReport, code, code_file

__version__ = "0.3.0"

__all__ = ["CodedReport", "code", "code_file"]


def __getattr__(name: str) -> Any:
    # Loaded when first asked for: the engine's libraries take a second that ``dateline --help`` must not.
    if name in __all__:
        from dateline import api  # noqa: PLC0415

        return getattr(api, name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")
