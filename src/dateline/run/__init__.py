"""The ordered list of steps, batches, engines."""
