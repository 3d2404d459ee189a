"""The page as its template sees it: names in Uzbek, as staff write them in tags.

Every field is a text (blank where there is nothing to say), a view, or a tuple of them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TileView:
    """One of `qisqacha`: a number with its words, and the part of the page that tells more."""

    nomi: str
    son: str
    izoh: str
    havola: str
    holat: str  # `yaxshi`, `diqqat` or `yomon`


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link to a finding on the page."""

    soz: str
    havola: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """One of `manbalar`: a cell, what it is for, and what stands in it."""

    nima: str
    qiymat: str
    fayl: str
    varaq: str
    katak: str


@dataclass(frozen=True, slots=True)
class ProgressView:
    """One of a band's `korsatkichlar`. `eni` and `belgi`: per cent of the bar's length."""

    nomi: str
    birlik: str
    bajarildi: str
    reja: str
    otgan_yil: str
    foiz: str
    kutilgan: str
    eni: str
    belgi: str
    holat: str
    holat_sozi: str
    manbalar: tuple[SourceView, ...]
    manbalar_soni: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """One of a section's `bandlar`. `qism`: not blank where it is a part of a total."""

    langar: str
    kod: str
    nomi: str
    qism: str
    korsatkichlar: tuple[ProgressView, ...]
    kamchiliklar: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """One of `bolimlar`."""

    nomi: str
    hisob: str
    bandlar: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month at the head of the matrix."""

    nomi: str
    qisqa: str


@dataclass(frozen=True, slots=True)
class MonthCellView:
    """One service's month: `holat` names its mark, `soz` says it."""

    holat: str
    soz: str


@dataclass(frozen=True, slots=True)
class ServiceView:
    """One of `xizmatlar`."""

    nomi: str
    hisob: str
    kataklar: tuple[MonthCellView, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """`jadval`: which service has reported which month."""

    oylar: tuple[MonthView, ...]
    xizmatlar: tuple[ServiceView, ...]
    belgilar: tuple[MonthCellView, ...]
    kutilmoqda: tuple[str, ...]
    eslatma: str


@dataclass(frozen=True, slots=True)
class FileView:
    """A file to open beside the page."""

    nomi: str
    havola: str


@dataclass(frozen=True, slots=True)
class PaperView:
    """One of a period's `hujjatlar`. `sabablar`: the errors that make a draft of it."""

    nomi: str
    bandlar: str
    holat: str
    holat_sozi: str
    sabablar: tuple[LinkView, ...]
    kutilmoqda: str
    fayllar: tuple[FileView, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One of `ozgarishlar`: documents of the folder with which something has come to pass."""

    nomi: str
    izoh: str
    fayllar: tuple[FileView, ...]


@dataclass(frozen=True, slots=True)
class PeriodView:
    """One of `davrlar`."""

    nomi: str
    hujjatlar: tuple[PaperView, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """One of a file's `kamchiliklar`. `yana`: other cells that it speaks of."""

    langar: str
    kod: str
    varaq: str
    katak: str
    xabar: str
    yana: tuple[SourceView, ...]
    izoh: str


@dataclass(frozen=True, slots=True)
class FileFindingsView:
    """One of a severity's `fayllar`."""

    nomi: str
    havola: str
    kamchiliklar: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class SeverityView:
    """One of `darajalar`. `qolgani`: how many of very many do not stand on the page."""

    daraja: str
    nomi: str
    soni: str
    qolgani: str
    fayllar: tuple[FileFindingsView, ...]


@dataclass(frozen=True, slots=True)
class InputView:
    """One of `kirish`: a file that was read."""

    fayl: str
    havola: str
    turi: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PageView:
    """All that `umumiy-holat.html` may print."""

    markaz: str
    yil: str
    sana: str
    otgan_oylar: str
    boshqa_yillar: tuple[FileView, ...]
    qisqacha: tuple[TileView, ...]
    bolimlar: tuple[SectionView, ...]
    jadval: MatrixView
    davrlar: tuple[PeriodView, ...]
    ozgarishlar: tuple[ChangeView, ...]
    kamchiliklar_kitobi: FileView
    darajalar: tuple[SeverityView, ...]
    kirish: tuple[InputView, ...]
