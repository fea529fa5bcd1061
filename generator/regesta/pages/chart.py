"""A bar chart drawn as SVG without styles or scripts: each bar a link with its number in words."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from regesta.immutable import immutable
from regesta.pages.wording import counted

WIDTH, HEIGHT, FOOT = 720, 158, 32


@immutable(frozen=True, slots=True)
class Bar:
    """One bar: its label, its value, the page it leads to."""

    label: str
    value: int
    href: str | None


def chart(bars: Sequence[Bar], one: str, many: str) -> Markup:
    """The chart of some bars, all to one scale from nought. A bar that leads nowhere has no link."""
    top = max(bar.value for bar in bars)
    step = WIDTH / len(bars)
    every = max(1, -(-len(bars) * 44 // WIDTH))
    drawn = []
    for position, bar in enumerate(bars):
        height = round(bar.value / top * (HEIGHT - FOOT - 18))
        left = position * step
        middle = round(left + step / 2, 1)
        foot = HEIGHT - FOOT
        inside = Markup(
            '<rect class="rg-chart__hit" x="{}" y="0" width="{}" height="{}"/>'
            '<rect class="rg-chart__bar" x="{}" y="{}" width="{}" height="{}"/>'
        ).format(
            round(left, 1),
            round(step, 1),
            HEIGHT,
            round(left + step * 0.14, 1),
            foot - height,
            round(step * 0.72, 1),
            height,
        )
        # The label comes before the value, as in the accessible name, so that what is seen and what is said agree.
        if position % every == 0:
            inside += _text("rg-chart__label", middle, HEIGHT - 7, bar.label)
        if every == 1 and bar.value:
            inside += Markup(" ") + _text("rg-chart__value", middle, foot - height - 5, f"{bar.value:,}")
        label = f"{bar.label}: {counted(bar.value, one, many)}"
        drawn.append(
            Markup('<a href="{}" aria-label="{}">{}</a>').format(bar.href, label, inside)
            if bar.href is not None
            else Markup('<g role="img" aria-label="{}">{}</g>').format(label, inside)
        )
    return Markup('<svg class="rg-chart" viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>').format(
        WIDTH, HEIGHT, f"{many.capitalize()} by year", Markup("").join(drawn)
    )


def _text(name: str, x: float, y: float, text: str) -> Markup:
    return Markup('<text class="{}" x="{}" y="{}" text-anchor="middle">{}</text>').format(name, x, y, text)
