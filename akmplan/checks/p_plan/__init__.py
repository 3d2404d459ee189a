"""P: the plan's cells, words and figures."""
