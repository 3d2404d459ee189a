"""S: the papers."""
