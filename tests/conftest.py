"""Random examples take the time that they take: a slow machine is no fault of what is tried."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "any machine",
    parent=settings.default,
    deadline=None,
    suppress_health_check=(HealthCheck.too_slow,),
)
settings.load_profile("any machine")
