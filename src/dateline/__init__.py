"""Dateline reads news reports of armed conflict and files them as claims."""
