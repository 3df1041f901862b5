"""Who says so: every stretch of a report gets the chain of those who vouch for it."""
