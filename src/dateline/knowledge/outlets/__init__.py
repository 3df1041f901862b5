"""Who publishes: outlets, agencies, state and party media, monitors."""

from dateline.knowledge.outlets.registry import KINDS, Outlet, OutletRegistry, load_outlets

__all__ = ["KINDS", "Outlet", "OutletRegistry", "load_outlets"]
