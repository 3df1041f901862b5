"""A path, URL, feed, archive or table becomes captures."""
