"""Input workbooks and the start script, as a centre gets them."""
