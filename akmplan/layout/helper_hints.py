"""What `init` writes beside the tables of the helper sheets, for the people who fill them in."""

from __future__ import annotations

from typing import Final

HINTS: Final[dict[str, tuple[str, ...]]] = {
    "Rekvizitlar": (
        "Xatlar uchun ma’lumotlar. “Qiymati” ustunini to‘ldiring; bo‘sh qator hech narsani "
        "o‘zgartirmaydi.",
        "“Qabul qiluvchi: …” – xat kimga yozilishi (… markaziga); bo‘sh tursa, odatdagi nomi.",
        "Bitta xat raqami: “Xat raqami: 2026-Q1 viloyat-akm” deb qator qo‘shing.",
    ),
    "Xizmatlar": (
        "Har bir xizmat – bitta qator; boshqa yozilishlari – har biri yangi qatorda (Alt+Enter).",
        "(?) – tasdiqlanmagan nom: shu xizmatning o‘zi bo‘lsa, (?) belgisini o‘chiring;",
        "boshqa xizmat bo‘lsa, nomni bu katakdan olib, alohida qatorga yozing.",
    ),
    "Ko‘rsatkichlar": (
        "O‘lchov birligini va oylar qanday jamlanishini tuzating: yig‘indi – oylar qo‘shiladi;",
        "oxirgi qiymat – oxirgi oyning soni olinadi; o‘rtacha – oylarning o‘rtachasi olinadi.",
    ),
    "Havolalar": (
        "Rejada “… rejasidan oling” deyilgan sonlar. Son turgan kitobni input papkasiga soling va",
        "uning faylini, varag‘ini va katagini yozing, masalan: unicat-2026.xlsx | Reja | C7.",
        "Uchala katak bo‘sh tursa, son “aniqlanmoqda” bo‘lib qoladi (hech qachon 0 emas).",
    ),
    "Hisobotlar": (
        "Kimga, qachon va qaysi bandlar bo‘yicha hisobot berilishi. Bu varaqda qator bo‘lsa,",
        "hisobotlar rejaning matnidan emas, faqat shu yerdan olinadi.",
        "Davriyligi: har oyda · har chorakda · har yarim yilda · 9 oylik · yiliga bir marta.",
        "Shakli: shu hisobot uchun to‘ldiriladigan shakl (templates papkasidagi .xlsx fayl nomi).",
    ),
    "Qoidalar": (
        "O‘zingizning tekshiruv qoidalaringiz: har biri bitta qator, “Qoida” ustunida.",
        "Darajasi: xato · ogohlantirish · eslatma. Ustun: fakt, reja yoki bajarildi; ± – farq.",
    ),
    "Izohlar": (
        "Kamchilik to‘g‘ri bo‘lib, sababi bor bo‘lsa, shu yerda izohlang: xat “loyiha” bo‘lmaydi.",
        "Qiymat – kamchilik topgan qiymat; u o‘zgarsa, izoh eskiradi. Davr bo‘sh – reja.",
    ),
}
EXAMPLES_TITLE: Final = "Namunalar (nusxa olib, “Qoida” ustuniga yozing)"

# Nomi of a paper that `init` writes, by the length of its period.
REPORT_NAMES: Final = {
    "MONTH": "Oylik hisobot", "QUARTER": "Choraklik hisobot", "HALF": "Yarim yillik hisobot",
    "NINE_MONTHS": "9 oylik hisobot", "YEAR": "Yillik hisobot",
}  # fmt: skip
