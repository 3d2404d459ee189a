"""What becomes of the documents in the output folder: changed by hand, kept, removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote

from akmplan.documents.overview.views import ChangeView, FileView
from akmplan.output import Outlook

# What each group is called, and what is to be done about it.
_BESIDE: Final = (
    "Yangisi yonida turibdi",
    "Hujjat qo‘lda o‘zgartirilgan, shuning uchun almashtirilmadi. Yangisidan keragini olib, "
    "“(yangi)” faylni o‘chiring; yoki eskisini o‘chiring, shunda yangisi uning o‘rniga o‘tadi.",
)
_OUTDATED: Final = (
    "Qo‘lda o‘zgartirilgan, sonlari esa keyin o‘zgargan",
    "Siz yozganingiz turibdi, “(yangi)” fayli o‘chirilgan. Sonlarini yonidagi jadval bilan "
    "solishtiring.",
)
_SETTLED: Final = (
    "Qo‘lda o‘zgartirilgan",
    "Siz yozganingiz turibdi; undan keyin hech qaysi soni o‘zgarmagan.",
)
_KEPT: Final = (
    "Endi tuzilmaydi, lekin qo‘lda o‘zgartirilgan",
    "Olib tashlanmadi. Kerak bo‘lmasa, o‘zingiz o‘chiring.",
)
_WITHHELD: Final = (
    "Bu safar tuzilmadi, lekin olib tashlanmadi",
    "Fayl, ustun yoki reja o‘qilmagan (L101–L104): avval shuni tuzating.",
)
_REMOVED: Final = ("Endi tuzilmaydi, olib tashlandi", "")


def folder_views(outlook: Outlook) -> Iterator[ChangeView]:
    """The groups that have anything, what a person has to do something about first."""
    alone = [name for name, written in outlook.edited if not written]
    groups = (
        (_BESIDE, [written for _, written in outlook.edited if written]),
        (_OUTDATED, outlook.outdated),
        (_SETTLED, [name for name in alone if name not in outlook.outdated]),
        (_KEPT, outlook.kept),
        (_WITHHELD, outlook.withheld),
        (_REMOVED, outlook.removed),
    )
    for words, names in groups:
        if names:
            yield ChangeView(*words, tuple(_files(names, linked=words is not _REMOVED)))


def _files(names: Iterable[str], *, linked: bool) -> Iterator[FileView]:
    for name in names:
        yield FileView(name, quote(name) if linked else "")
