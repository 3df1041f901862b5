"""One file per command group; the only place that prints."""
