"""T: sums, running sums, and the rules of staff."""
