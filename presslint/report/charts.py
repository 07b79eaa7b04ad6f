"""Inline SVG for the html report: bars that say severity by texture as well as by colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from presslint.report.galley import esc
from presslint.report.statistics import Bin, Row
from presslint.report.tally import plural

LEVELS = ("error", "warning", "suggestion")


def icon(name: str) -> str:
    """The shape of a severity or of a verdict; the word beside it says the same."""
    return f'<svg class="icon {name}" aria-hidden="true" focusable="false"><use href="#i-{name}"/></svg>'


def counts(row: Row) -> tuple[int, int, int]:
    return row.errors, row.warnings, row.suggestions


def in_words(row: Row) -> str:
    """“2 errors, 1 warning”; “nothing” for an empty row."""
    parts = [plural(number, level) for number, level in zip(counts(row), LEVELS, strict=True) if number]
    return ", ".join(parts) or "nothing"


def bar(row: Row, most: int) -> str:
    """A horizontal bar, its length against `most`; the number stands beside it as text."""
    pieces = []
    at = 0.0
    for number, level in zip(counts(row), LEVELS, strict=True):
        if number:
            size = 100 * number / most
            pieces.append(f'<rect class="bar {level}" x="{at:.2f}%" width="{size:.2f}%" height="100%"/>')
            at += size
    return f'<svg class="hbar" aria-hidden="true" focusable="false">{"".join(pieces)}</svg>'


def swatch(level: str) -> str:
    """A sample of a texture, for the key of the charts."""
    sample = f'<rect class="bar {level}" width="100%" height="100%"/>'
    return f'<svg class="swatch" aria-hidden="true" focusable="false">{sample}</svg>'


def parts(numbers: Iterable[tuple[str, int]]) -> str:
    """One bar cut into parts, for shares of a whole."""
    numbers = list(numbers)
    whole = sum(number for _, number in numbers) or 1
    pieces = []
    at = 0.0
    for name, number in numbers:
        if number:
            size = 100 * number / whole
            pieces.append(f'<rect class="part {name}" x="{at:.2f}%" width="{size:.2f}%" height="100%"/>')
            at += size
    return f'<svg class="parts" aria-hidden="true" focusable="false">{"".join(pieces)}</svg>'


WIDE, HIGH, LEFT, BOTTOM, TOP = 640, 200, 34, 24, 10


def timeline(unit: str, bins: Sequence[Bin]) -> str:
    """Findings over time as stacked columns, one per week, month or year."""
    most = max(max(found.row.total for found in bins), 1)
    step = _step(most)
    top = -(-most // step) * step
    scale = (HIGH - TOP - BOTTOM) / top
    slot = (WIDE - LEFT) / len(bins)
    thick = min(slot * 0.72, 46)
    total = sum(found.row.total for found in bins)
    label = (
        f"{plural(total, 'finding')} by {unit} of publication, "
        f"from {bins[0].label} to {bins[-1].label}; at most {most} in one {unit}"
    )
    out = [f'<svg class="timeline" viewBox="0 0 {WIDE} {HIGH}" role="img" aria-label="{esc(label)}">']
    for value in range(0, top + 1, step):
        y = HIGH - BOTTOM - value * scale
        out.append(f'<line class="grid" x1="{LEFT}" x2="{WIDE}" y1="{y:.1f}" y2="{y:.1f}"/>')
        out.append(f'<text class="tick" x="{LEFT - 8}" y="{y + 3.5:.1f}" text-anchor="end">{value}</text>')
    for number, found in enumerate(bins):
        x = LEFT + slot * number + (slot - thick) / 2
        y = float(HIGH - BOTTOM)
        stories = plural(found.row.articles, "story")
        out.append(f"<g><title>{esc(found.label)}: {in_words(found.row)} in {stories}</title>")
        for amount, level in zip(counts(found.row), LEVELS, strict=True):
            if amount:
                y -= amount * scale
                out.append(
                    f'<rect class="bar {level}" x="{x:.1f}" y="{y:.1f}" '
                    f'width="{thick:.1f}" height="{amount * scale:.1f}"/>'
                )
        if not found.row.total and found.row.articles:
            out.append(f'<circle class="none" cx="{x + thick / 2:.1f}" cy="{y - 5:.1f}" r="2.4"/>')
        out.append("</g>")
    for number in _labelled(len(bins)):
        x = LEFT + slot * (number + 0.5)
        label = _short(unit, bins[number])
        out.append(f'<text class="tick" x="{x:.1f}" y="{HIGH - 7}" text-anchor="middle">{label}</text>')
    out.append("</svg>")
    return "".join(out)


def _step(most: int) -> int:
    """A round distance between grid lines, so that there are three to five of them."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if most <= step * 4:
                return step
        size *= 10


def _labelled(count: int) -> range:
    """Which bins carry a label: at most eight of them."""
    return range(0, count, max(-(-count // 8), 1))


def _short(unit: str, found: Bin) -> str:
    day = found.start
    month = found.label.split()[-2][:3] if unit == "week" else found.label.split()[0][:3]
    return {"week": f"{day.day} {month}", "month": f"{month} {day.year % 100:02d}"}.get(unit, str(day.year))
