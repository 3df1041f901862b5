"""Libraries that only some formats need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from dateline.model.errors import UsageError


def needed(module: str, extra: str) -> Any:
    """``module``, imported. Raises ``UsageError`` that names the ``extra`` to install where it is missing."""
    try:
        return import_module(module)
    except ImportError:
        name = module.partition(".")[0]
        raise UsageError(f"This format needs {name}.", f"Install it: pip install 'dateline[{extra}]'") from None
