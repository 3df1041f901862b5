"""Scores of what is shipped on public corpora, beside published figures: ``python -m benchmarks``."""
