"""How surely a text says that something happened."""
