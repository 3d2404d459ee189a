"""The small readers of words: times, amounts, units, bodies, services, and what reads alike."""
