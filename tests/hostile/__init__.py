"""Hostile, broken and odd files, each with what must come of it."""
