"""M: the monthly sheets, as a set and row by row."""
