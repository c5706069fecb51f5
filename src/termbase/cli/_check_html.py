"""Findings as one HTML page: both columns, the spots marked, a filter, keys, fit for paper.

Nothing is loaded from anywhere: style and script stand in the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from termbase.checking import RULES
from termbase.cli._output import counted
from termbase.model.finding import Finding, Severity
from termbase.usecases.check_report import CheckReport

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --mark: #ffd54f; --on-mark: #222; }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 78rem; padding: 1rem; }
h1 { font-size: 1.4rem; margin: .2rem 0; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; overflow-wrap: anywhere; }
form { position: sticky; top: 0; background: Canvas; padding: .6rem 0; display: flex;
  flex-wrap: wrap; gap: .5rem 1rem; border-bottom: 1px solid var(--line); z-index: 1; }
input[type=search] { font: inherit; padding: .25rem .5rem; min-width: 16rem; flex: 1; }
select { font: inherit; padding: .25rem; }
article { border: 1px solid var(--line); border-left: .4rem solid #888; border-radius: .3rem;
  margin: .6rem 0; padding: .5rem .8rem; break-inside: avoid; }
article.error { border-left-color: #c62828; } article.warning { border-left-color: #ef8f00; }
article.info { border-left-color: #1e70bf; }
article:focus { outline: 3px solid #1e70bf; outline-offset: 2px; }
header { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: baseline; }
header b { font-variant-numeric: tabular-nums; }
.level { font-size: .85rem; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .5rem; }
.place, .remedy, footer { color: color-mix(in srgb, CanvasText 72%, Canvas); }
.place { margin-left: auto; font-size: .9rem; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-top: .4rem; }
.sides p { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
.sides small { display: block; }
mark { background: var(--mark); color: var(--on-mark); padding: 0 .1em; border-radius: .2em;
  text-decoration: underline; }
[hidden] { display: none; }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } }
@media print { form, .keys { display: none; } body { max-width: none; font-size: 10pt; }
  mark { background: none; border: 1px solid; } }
"""
_SCRIPT = """
const all = [...document.querySelectorAll('article')];
const text = document.querySelector('#text'), rule = document.querySelector('#rule');
const level = document.querySelector('#level'), shown = document.querySelector('#shown');
function filter() {
  const words = text.value.toLowerCase();
  let count = 0;
  for (const one of all) {
    one.hidden = !((!rule.value || one.dataset.rule === rule.value)
      && (!level.value || one.classList.contains(level.value))
      && one.textContent.toLowerCase().includes(words));
    count += !one.hidden;
  }
  for (const part of document.querySelectorAll('section'))
    part.hidden = !part.querySelector('article:not([hidden])');
  shown.textContent = count;
}
for (const field of [text, rule, level]) field.addEventListener('input', filter);
document.querySelector('form').addEventListener('submit', event => event.preventDefault());
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches('input, select')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const open = all.filter(one => !one.hidden), at = open.indexOf(document.activeElement);
  if (event.key === '/') { event.preventDefault(); text.focus(); }
  const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
  if (step && open.length) {
    const next = open[Math.max(0, Math.min(open.length - 1, at + step))];
    next.focus(); next.scrollIntoView({block: 'center'});
  }
});
"""


def as_html(report: CheckReport, findings: Sequence[Finding]) -> str:
    """Return the page."""
    counts = {level: sum(one.severity is level for one in findings) for level in Severity}
    words = {Severity.ERROR: "error", Severity.WARNING: "warning"}
    said = ", ".join(
        counted(counts[level], words[level]) if level in words else f"{counts[level]} info"
        for level in reversed(Severity)
    )
    rules = sorted({one.rule for one in findings})
    options = "".join(
        f'<option value="{one}">{one} {escape(RULES[one].title.split(":")[0])}</option>'
        for one in rules
    )
    levels = "".join(f"<option>{level.value}</option>" for level in reversed(Severity))
    parts = "".join(
        f"<section><h2>{escape(path)}</h2>{''.join(map(_article, group))}</section>"
        for path, group in groupby(findings, key=lambda one: one.place.path if one.place else "")
    )
    none = "" if findings else "<p>No findings.</p>"
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>termbase check: {said}</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>termbase check</h1>
<p>{said} · {counted(report.segments, "segment")}, {counted(report.terms, "term")} checked</p>
<form role="search">
<input type="search" id="text" placeholder="Filter" aria-label="Filter by words">
<select id="rule" aria-label="Rule"><option value="">every rule</option>{options}</select>
<select id="level" aria-label="Severity"><option value="">every severity</option>{levels}</select>
<span aria-live="polite"><span id="shown">{len(findings)}</span> shown</span>
</form>
<p class="keys"><kbd>j</kbd> next · <kbd>k</kbd> back · <kbd>/</kbd> filter</p>
<main>{none}{parts}</main>
<script>{_SCRIPT}</script>
</body>
</html>"""


def _article(one: Finding) -> str:
    level = one.severity.value
    remedy = f'<div class="remedy">{escape(one.remedy)}</div>' if one.remedy else ""
    reference = f"<footer>{escape(one.reference)}</footer>" if one.reference else ""
    sides = "".join(
        f'<div><small>{name}</small><p dir="auto">{_marked(text, span)}</p></div>'
        for name, text, span in (
            ("source", one.source, one.source_span),
            ("target", one.target, one.target_span),
        )
        if text or span
    )
    return (
        f'<article class="{level}" data-rule="{one.rule}" tabindex="0"><header>'
        f'<b>{one.rule}</b><span class="level">{level}</span><span>{escape(one.message)}</span>'
        f'<span class="place">{escape(str(one.place or ""))}</span></header>{remedy}'
        f'<div class="sides">{sides}</div>{reference}</article>'
    )


def _marked(text: str, span: tuple[int, int] | None) -> str:
    if span is None:
        return escape(text)
    start, end = span
    spot = escape(text[start:end]) or "‸"
    return f"{escape(text[:start])}<mark>{spot}</mark>{escape(text[end:])}"
