"""The years that a build serves: its own, and those beside it that are still open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from akmplan.jobs.prepared_year import Options, Prepared, judged
from akmplan.loading import load_years

_LAST_DAY = (3, 31)  # of the year after: then a year's papers are all handed in


@dataclass(frozen=True, slots=True)
class OpenYears:
    """The year of a run, and those beside it that it serves too. `usual`: the year that a run
    without `--year` is about."""

    run: Prepared
    before: Prepared | None
    after: Prepared | None
    usual: int

    @property
    def beside(self) -> tuple[Prepared, ...]:
        """The other years, where there are any."""
        return tuple(prepared for prepared in (self.before, self.after) if prepared)

    def __iter__(self) -> Iterator[Prepared]:
        yield self.run
        yield from self.beside


def open_years(options: Options, *, alone: bool) -> OpenYears:
    """Reads the input folder once and judges each open year. `alone`: only that of the run, as
    with `--year`."""
    years = load_years(options.input, options.year, options.today.year)
    is_alone = alone or options.year is not None
    today = options.today
    is_closed = (today.year, today.month, today.day) > (years.run.year, *_LAST_DAY)
    before = None if is_alone or is_closed else years.before
    after = None if is_alone else years.after
    return OpenYears(
        judged(options, years.run),
        judged(options, before) if before else None,
        judged(options, after) if after else None,
        years.usual,
    )
