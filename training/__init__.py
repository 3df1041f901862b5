"""Rebuilds the shipped encoder from the corpora; never imported by the package."""
