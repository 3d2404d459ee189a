"""To whom and how often: bodies as cells name them, obligations as the plan's own words do."""

from akmplan.words.recipients.bodies import Body, is_own, read_bodies, read_recipient
from akmplan.words.recipients.obligations import read_obligations, times_a_year

__all__ = ["Body", "is_own", "read_bodies", "read_obligations", "read_recipient", "times_a_year"]
