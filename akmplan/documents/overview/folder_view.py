"""What becomes of the documents in the output folder: changed by hand, kept, removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from akmplan.documents.overview.views import ChangeView, FileView
from akmplan.output import Outlook


def folder_views(outlook: Outlook) -> Iterator[ChangeView]:
    """The groups that have anything, what a person has to do something about first."""
    beside = [written for _, written in outlook.edited if written]
    settled = [
        name for name, written in outlook.edited if not written and name not in outlook.outdated
    ]
    groups = (
        (
            "Yangisi yonida turibdi",
            "Hujjat qo‘lda o‘zgartirilgan, shuning uchun almashtirilmadi. Yangisidan keragini "
            "olib, “(yangi)” faylni o‘chiring; yoki eskisini o‘chiring, shunda yangisi uning "
            "o‘rniga o‘tadi.",
            beside,
        ),
        (
            "Qo‘lda o‘zgartirilgan, sonlari esa keyin o‘zgargan",
            "Siz yozganingiz turibdi, “(yangi)” fayli o‘chirilgan. Sonlarini yonidagi jadval bilan "
            "solishtiring.",
            outlook.outdated,
        ),
        (
            "Qo‘lda o‘zgartirilgan",
            "Siz yozganingiz turibdi; undan keyin hech qaysi soni o‘zgarmagan.",
            settled,
        ),
        (
            "Endi tuzilmaydi, lekin qo‘lda o‘zgartirilgan",
            "Olib tashlanmadi. Kerak bo‘lmasa, o‘zingiz o‘chiring.",
            outlook.kept,
        ),
        (
            "Bu safar tuzilmadi, lekin olib tashlanmadi",
            "Fayl, ustun yoki reja o‘qilmagan (L101–L104): avval shuni tuzating.",
            outlook.withheld,
        ),
        ("Endi tuzilmaydi, olib tashlandi", "", outlook.removed),
    )
    for name, about, files in groups:
        if files:
            linked = files is not outlook.removed
            yield ChangeView(name, about, tuple(_files(files, linked=linked)))


def _files(names: Iterable[str], *, linked: bool) -> Iterator[FileView]:
    for name in names:
        yield FileView(name, quote(name) if linked else "")
