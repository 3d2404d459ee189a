"""What a mark means in a plan: a figure of one of its indicators, or one of the paper's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, get_type_hints

from akmplan.documents.paper.letter_view import LetterView
from akmplan.documents.region_forms.blank_form import MarkedCell
from akmplan.messages import Message, joined, say
from akmplan.model import Indicator, Plan, PlanItem
from akmplan.rule_language import FigureKind, FigureWanted, Mark, WordWanted
from akmplan.words.units import in_percent
from akmplan.words.wording import squeeze

_PRINTED: Final = (str, tuple[str, ...])


def _words() -> Mapping[str, str]:
    """The names that letters use too, for what can stand in a cell."""
    hints = get_type_hints(LetterView)
    return {squeeze(name): name for name, kind in hints.items() if kind in _PRINTED}


WORDS: Final = _words()


@dataclass(frozen=True, slots=True)
class FigureMeant:
    item: PlanItem
    indicator: Indicator
    kind: FigureKind

    @property
    def is_in_percent(self) -> bool:
        """Whether it is a share of a hundred, by its kind or by its unit."""
        return self.kind is FigureKind.PERCENT or in_percent(self.indicator.unit)


@dataclass(frozen=True, slots=True)
class WordMeant:
    """A field of a letter's view."""

    name: str


Meant = FigureMeant | WordMeant


@dataclass(frozen=True, slots=True)
class MeantCell:
    """A marked cell, and what each of its marks means."""

    marked: MarkedCell
    meant: tuple[Meant, ...]


def meaning(mark: Mark, plan: Plan) -> Meant | Message:
    """What the mark means, or what to do about it."""
    if isinstance(mark.wanted, WordWanted):
        return _word(mark.typed, mark.wanted)
    return _figure(mark.typed, mark.wanted, plan)


def _word(typed: str, wanted: WordWanted) -> Meant | Message:
    name = WORDS.get(wanted.name)
    if name:
        return WordMeant(name)
    unknown = say("“{mark}” is none of the paper's words.", mark=typed)
    return joined(unknown, _perhaps(wanted.name, WORDS))


def _figure(typed: str, wanted: FigureWanted, plan: Plan) -> Meant | Message:
    item = plan.item(wanted.item) or _only_of_number(wanted.item, plan)
    if item is None:
        codes = {item.code: item.code for item in plan.items}
        unknown = say("“{mark}”: the plan has no item {item}.", mark=typed, item=wanted.item)
        return joined(unknown, _perhaps(wanted.item, codes))
    indicator = _indicator(item, wanted.indicator)
    if indicator is None:
        nearest = _perhaps(squeeze(wanted.indicator or ""), _names(item))
        return joined(_no_indicator(typed, item), nearest)
    return FigureMeant(item, indicator, wanted.kind)


def _only_of_number(number: str, plan: Plan) -> PlanItem | None:
    same = [item for item in plan.items if item.number == number]
    return same[0] if len(same) == 1 else None


def _indicator(item: PlanItem, typed: str | None) -> Indicator | None:
    """The one of that name; an item's only indicator needs none, and has none."""
    wanted = squeeze(typed or "")
    same = [indicator for indicator in item.indicators if squeeze(indicator.name or "") == wanted]
    return same[0] if len(same) == 1 else None


def _no_indicator(typed: str, item: PlanItem) -> Message:
    names = tuple(indicator.name for indicator in item.indicators if indicator.name)
    if not names:
        return say(
            "“{mark}”: {item} has one indicator, without a name. Leave the name out.",
            mark=typed,
            item=item.code,
        )
    return say(
        "“{mark}”: name one of the indicators of {item}: {names}.",
        mark=typed,
        item=item.code,
        names=names,
    )


def _names(item: PlanItem) -> Mapping[str, str]:
    return {
        squeeze(indicator.name): indicator.name for indicator in item.indicators if indicator.name
    }


def _perhaps(typed: str, known: Mapping[str, str]) -> Message | None:
    nearest = get_close_matches(typed, known, 1)
    return say("Perhaps “{name}” is meant.", name=known[nearest[0]]) if nearest else None
