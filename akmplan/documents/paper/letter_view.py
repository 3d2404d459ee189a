"""A paper as its Word template sees it: the letter, its table, the annex of explanations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from akmplan.documents.word.texts import Text

NOTHING: Final = Text()


@dataclass(frozen=True, slots=True)
class HeadingView:
    """`ustun`: the headings of the nine columns."""

    tr: str
    band: str
    nomi: str
    birlik: str
    reja: str
    davrda: str
    yil_boshidan: str
    foiz: str
    izoh: str


@dataclass(frozen=True, slots=True)
class RowView:
    """One of a band's `qatorlar`: an indicator, or a line across (`sarlavha`) above several."""

    sarlavha: Text = NOTHING
    tr: Text = NOTHING
    band: Text = NOTHING
    nomi: Text = NOTHING
    birlik: Text = NOTHING
    reja: Text = NOTHING
    davrda: Text = NOTHING
    yil_boshidan: Text = NOTHING
    foiz: Text = NOTHING
    izoh: Text = NOTHING


@dataclass(frozen=True, slots=True)
class BandView:
    """One of `bandlar`: an item of the plan with a row for each indicator."""

    qatorlar: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class ExplanationView:
    """One of `tushuntirishlar`: why a figure that stands out may stand."""

    tr: str
    band: str
    korsatkich: str
    qiymat: str
    sabab: str


@dataclass(frozen=True, slots=True)
class LetterView:
    """All that `hisobot.docx` may print. What is not known is blank, and its line left out."""

    loyiha: str
    yuqori_tashkilot: str
    markaz: str
    markaz_bosh_harflarda: str
    yil: str
    davr: str
    davrda: str
    manzil: str
    sana_raqam: str
    kimga: str
    mavzu: str
    matn: tuple[str, ...]
    ilova: str
    lavozim: str
    imzo: str
    ijrochi: tuple[str, ...]
    ilova_belgisi: tuple[str, ...]
    jadval_sarlavhasi: tuple[str, ...]
    ustun: HeadingView
    bandlar: tuple[BandView, ...]
    tushuntirish_belgisi: tuple[str, ...]
    tushuntirish_sarlavhasi: tuple[str, ...]
    tushuntirishlar: tuple[ExplanationView, ...]
