"""The indicators of an item: how its cells' numbers and its words' lists belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from akmplan.model import MISSING, Indicator, Quantity, State, Value
from akmplan.words.wording import DASHES, one_line, squeeze

_CLOSING = " ;.,:"
_MARK = f"[{DASHES}•]"
_MARKS = re.compile(rf"(?:^|\s){_MARK}\s*(?=\S)")
_LISTS = tuple(re.compile(rf":{gap}(?={_MARK}\s*\S)") for gap in (r"\s*\n\s*", r"\s*"))
_NUMBERED = re.compile(r"^\s*\d{1,2}\s*[.)]\s*(?P<name>\S.*)$", re.MULTILINE)


def names_in_title(text: str) -> tuple[str, ...]:
    """The list in Nomi: a colon and then dashes or bullets, at least two of them, no two alike. Of
    several colons the first counts that ends a line above a dash, else the first before a dash."""
    opening = next(filter(None, (pattern.search(text) for pattern in _LISTS)), None)
    if opening is None:
        return ()
    names = _cleaned(_MARKS.split(text[opening.end() :]))
    return names if len(names) > 1 and _differ(names) else ()


def read_indicators(
    title: str, mechanism: str, unit: str | None, baseline: Quantity, target: Quantity
) -> tuple[tuple[str, ...], tuple[Indicator, ...]]:
    """The names that the item's words give its numbers, and its indicators."""
    if baseline.pair or target.pair:
        return ("a", "b"), _paired(unit, baseline, target)
    names = names_in_title(title) or _names_in_mechanism(mechanism, baseline, target)
    if not names or _only_totals(baseline, target):
        return names, (Indicator(None, unit, _single(baseline), _single(target)),)
    pairs = zip(names, _shared(baseline, len(names)), _shared(target, len(names)), strict=True)
    return names, tuple(Indicator(name, unit, was, plan) for name, was, plan in pairs)


def _paired(unit: str | None, baseline: Quantity, target: Quantity) -> tuple[Indicator, ...]:
    """Two measures named by nothing; the unit is the last one's."""
    was, plan = _shared(baseline, 2), _shared(target, 2)
    return Indicator("a", None, was[0], plan[0]), Indicator("b", unit, was[1], plan[1])


def _names_in_mechanism(mechanism: str, baseline: Quantity, target: Quantity) -> tuple[str, ...]:
    """Asked only where cells hold several numbers and the counts agree: lines ending in a colon,
    else numbered lines."""
    counts = {len(cell.values) for cell in (baseline, target) if len(cell.values) > 1}
    headed = _cleaned(line for line in mechanism.splitlines() if line.rstrip().endswith(":"))
    numbered = _cleaned(match["name"] for match in _NUMBERED.finditer(mechanism))
    fitting = (names for names in (headed, numbered) if counts == {len(names)})
    return next(filter(_differ, fitting), ())


def _only_totals(baseline: Quantity, target: Quantity) -> bool:
    """One number where several are named is their total."""
    counts = [len(cell.values) for cell in (baseline, target)]
    numbers = [value for cell in (baseline, target) for value in cell.values]
    stated = any(value.state is State.REPORTED for value in numbers)
    return max(counts) == 1 and stated


def _single(cell: Quantity) -> Value:
    if len(cell.values) > 1:
        return Value(State.UNREADABLE, None, "\n".join(value.text for value in cell.values))
    return cell.values[0] if cell.values else MISSING


def _shared(cell: Quantity, count: int) -> tuple[Value, ...]:
    """One value for each indicator; a lone dash or reference says it for all of them."""
    if len(cell.values) == count:
        return cell.values
    if not cell.values:
        return (MISSING,) * count
    lone = cell.values[0]
    if len(cell.values) == 1 and lone.state in (State.NA, State.LINKED):
        return (lone,) * count
    text = "\n".join(value.text for value in cell.values)
    return (Value(State.UNREADABLE, None, text),) * count


def _differ(names: Sequence[str]) -> bool:
    """Names that read alike name nothing: no number could be told from its twin's."""
    return len({squeeze(name) for name in names}) == len(names)


def _cleaned(names: Iterable[str]) -> tuple[str, ...]:
    stripped = (one_line(name).strip(_CLOSING) for name in names)
    return tuple(name for name in stripped if name)
