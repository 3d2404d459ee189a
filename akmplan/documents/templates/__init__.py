"""Templates that staff may change: found, tried out beforehand, compiled."""
