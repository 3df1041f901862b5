"""Reports told with other names are coded alike."""
