"""Papers out of a brief."""
