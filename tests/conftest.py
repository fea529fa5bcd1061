"""Settings of the whole suite."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

# Machines of continuous integration are slow and noisy: no deadline on single examples, no search for explanations.
settings.register_profile(
    "suite",
    deadline=None,
    max_examples=100,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.load_profile("suite")
