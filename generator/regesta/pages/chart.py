"""A bar chart drawn as SVG without styles or scripts: each bar a link with its number in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from regesta.pages.wording import counted

WIDTH, HEIGHT, FOOT = 720, 150, 24


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its value, the page it leads to."""

    label: str
    value: int
    href: str


def chart(bars: Sequence[Bar], one: str, many: str) -> Markup:
    """The chart of some bars, all to one scale from nought."""
    top = max(bar.value for bar in bars)
    step = WIDTH / len(bars)
    room = HEIGHT - FOOT - 18
    every = max(1, -(-len(bars) * 44 // WIDTH))
    drawn = []
    for position, bar in enumerate(bars):
        height = max(2, round(bar.value / top * room))
        left = position * step
        middle = round(left + step / 2, 1)
        name = Markup('<text x="{}" y="{}" text-anchor="middle">{}</text>').format(middle, HEIGHT - 7, bar.label)
        drawn.append(
            Markup(
                '<a href="{}" aria-label="{}: {}"><rect class="rg-chart__hit" x="{}" y="0" width="{}" height="{}"/>'
                '<rect class="rg-chart__bar" x="{}" y="{}" width="{}" height="{}"/>'
                '<text class="rg-chart__value" x="{}" y="{}" text-anchor="middle">{}</text>{}</a>'
            ).format(
                bar.href,
                bar.label,
                counted(bar.value, one, many),
                round(left, 1),
                round(step, 1),
                HEIGHT,
                round(left + step * 0.14, 1),
                HEIGHT - FOOT - height,
                round(step * 0.72, 1),
                height,
                middle,
                HEIGHT - FOOT - height - 5,
                bar.value if every == 1 else "",
                name if position % every == 0 else "",
            )
        )
    return Markup('<svg class="rg-chart" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>').format(
        WIDTH, HEIGHT, f"{many.capitalize()} by year", Markup("").join(drawn)
    )
