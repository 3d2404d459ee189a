"""Why a total is off, and how often the suggestions are right."""
