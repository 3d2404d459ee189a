"""L: what could not be read, rows of helper sheets, explanations."""
