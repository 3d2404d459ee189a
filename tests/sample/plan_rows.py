"""The sample plan as rows of data, in the plan's own order and with the plan's own faults.

Names, units, figures, deadlines and services stand as the staff typed them: what looks like a
slip here (a missing comma, XVII against XVIII, two of ‘ where ’ belongs) is a slip of the plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Section:
    """A part of the plan: one row merged across the table."""

    numeral: str
    title: str


@dataclass(frozen=True)
class OfWhich:
    """The row after a total that opens its parts."""

    text: str


@dataclass(frozen=True)
class Item:
    """One row of the plan; a blank cell is None, lines of a cell are parted by line breaks."""

    number: str
    title: str
    unit: str | int | None
    baseline: int | str | None
    target: int | str | None
    mechanism: str
    schedule: str
    responsible: str


@dataclass(frozen=True)
class Stamp:
    """The words by which a director agrees to the plan or approves it."""

    word: str
    institution: tuple[str, ...]
    signature: str
    date: str


PlanRow = Section | OfWhich | Item

AGREED: Final = Stamp(
    word="“KELISHILDI”",
    institution=(
        "Abu Ali ibn Sino nomidagi Buxoro viloyati",
        "axborot-kutubxona markazi direktori",
    ),
    signature="_____ H. Qosimov",
    date="{year}-yil “ _____ ” _____",
)
APPROVED: Final = Stamp(
    word="“TASDIQLAYMAN”",
    institution=("Vobkent tumani axborot-kutubxona", "markazi direktori"),
    signature="_____ Sh.Sharipov",
    date="{year}-yil “ _____ ” _____",
)
TITLE: Final = (
    "Vobkent tumani axborot-kutubxona markazining",
    "{year}-yil uchun mo‘ljallangan",
    "ISH REJA",
)
UNDERLINED: Final = ("Vaqtinchalik yozuvlar bazasida:", "Asosiy yozuvlar bazasida:")

READERS: Final = "Abonement va foydalanuvchilarga xizmat ko‘rsatish xizmati"
STOCK: Final = "Fondlarni to‘ldirish saqlash va ularga ishlov berish"
DIGITAL: Final = "Axborot-kommunikatsiya texnologiya va raqamlashtirish xizmati"
TECHNOLOGY: Final = "Axborot-texnologiyalari xizmati"
BIBLIOGRAPHY: Final = "Axborot-bibliografiya xizmati"
EVERY_SERVICE: Final = "Barcha xizmatlar"
ALL_YEAR: Final = "2026-yil davomida"

PLAN: Final[tuple[PlanRow, ...]] = (
    Section(
        "I",
        (
            "O‘ZBEKISTON RESPUBLIKASI PREZIDENT FARMONLARI, QAROR VA FARMOYISHLARI, HUKUMAT "
            "QARORLARI HAMDA O‘ZBEKISTON RESPUBLIKASI PREZIDENTI HUZURIDAGI AXBOROT VA OMMAVIY "
            "KOMMUNIKASITALAR AGENTLIGI, O‘ZBEKISTON MILLIY KUTUBXONASINING BUYRUQLARI IJROSI"
        ),
    ),
    Item(
        "1.",
        (
            "O‘zbekiston Respublikasi Prezidentining 2022-yil 28-yanvardagi “2022-2026 yillarga "
            "mo‘ljallangan Yangi O‘zbekistonning taraqqiyot strategiyasi tog‘risida”gi 60-son "
            "Farmonining 72-maqsadi"
        ),
        "Hujjat",
        4,
        4,
        (
            "Fuqarolar tashabbusi bilan ochilgan xususiy kutubxonalar haqidagi ma’lumotlarni "
            "jamlash va Buxoro viloyat axborot-kutubxona markaziga taqdim etish"
        ),
        ALL_YEAR,
        READERS,
    ),
    Item(
        "2.",
        (
            "O‘zbekiston Respublikasi Prezidentining 2023 yil 21 dekabrda PQ-401 qarori "
            "Oilalarni mustahkamlash va xotin-qizlarning faolligini oshirish bo‘yicha "
            "qo‘shimcha chora-tadbirlar to‘g‘risida."
        ),
        "Hujjat",
        12,
        12,
        (
            "3-ilova 36-band. Oilada kitobxonlikni yoyish, “Kitobxon onalar kuni” tadbirini "
            "o‘tkazish. Bajarilgan ishlar haqidagi ma’lumotni har oy Buxoro viloyat "
            "axborot-kutubxona markaziga taqdim etib borish"
        ),
        ALL_YEAR,
        READERS,
    ),
    Item(
        "3.",
        (
            "O‘zbekiston Respublikasi Prezidentining 2023-yil 7-fevraldagi “O‘zbekiston "
            "Respublikasining Inson huquqlari sohasidagi Milliy ta’lim dasturini tasdiqlash "
            "to‘g‘risida”gi PQ-46-sonli Qarori ijrosi."
        ),
        "Hujjat",
        12,
        12,
        (
            "Vobkent axborot-kutubxona markazida bajarilgan ishlar haqidagi ma’lumotni Buxoro "
            "viloyat axborot-kutubxona markaziga taqdim etish"
        ),
        ALL_YEAR,
        READERS,
    ),
    Item(
        "4.",
        (
            "Vazirlar Mahkamasining 2024-yil 7-noyabrdagi “Respublika umumiy o‘rta ta’lim "
            "tashkilotlarida axborot-kutubxona faoliyatini yanada takomillashtirish hamda ko‘zi "
            "ojiz va ko‘rishda nuqsoni bor bolalarni Brayl alifbosidagi badiiy adabiyotlar "
            "bilan ta’minlash chora-tadbirlari to‘g‘risida” 743-son qarori, AOKA ning 2024-yil "
            "12-noyabrdagi 210-son buyrug‘i"
        ),
        "Hujjat",
        2,
        2,
        (
            "Vobkent axborot-kutubxona markazida bajarilgan ishlar haqidagi ma’lumotni Buxoro "
            "viloyat axborot-kutubxona markaziga taqdim etish"
        ),
        ALL_YEAR,
        STOCK,
    ),
    Item(
        "5.",
        (
            "O‘zbekiston Respublikasi Prezidentining “Jadidlar merosi davlat muzeyini tashkil "
            "etish to‘g‘risida”gi 2024-yil 30-maydagi PQ-201-son qarori hamda AOKA ning "
            "2024-yil 4-iyundagi 111-son buyrug‘i ijrosini."
        ),
        "Hujjat",
        12,
        12,
        (
            "Jadidlar merosiga oid noyob kitob, qo‘lyozma va arxiv hujjatlarini aniqlash, ular "
            "va raqamlashtirish bo‘yicha ma’lumotlarni yig‘ish va milliy kutubxonaga taqdim "
            "etish"
        ),
        ALL_YEAR,
        f"{STOCK}\n{TECHNOLOGY}",
    ),
    Item(
        "6.",
        (
            "AOKAning 2024-yil 24-iyuldagi 136 – son buyrug‘i, O‘zbekiston Milliy "
            "kutubxonasining 63 – son buyrug‘i qabul qilindi va ijroga qaratish O‘zbekiston "
            "Respublikasi Prezidentining “Siyosiy qatag‘on qurboni bo‘lgan yurtdoshlarimiz "
            "hayoti va faoliyatini o‘rganish, targ‘ib etish hamda ularning xotirasini "
            "abadiylashtirish borasidagi ishlarni kengaytirish to‘g‘risida” 2024-yil "
            "19-iyuldagi PQ-270-son Qarori ijrosini ta‘minlash to‘g‘risida”."
        ),
        "Hujjat",
        12,
        12,
        (
            "Qatag‘on qurbonlari xotirasiga bag‘ishlab Vobkent axborot-kutubxona markazi "
            "o‘tkazgan tadbirlarni viloyat axborot-kutubxona markaziga taqdim etish."
        ),
        ALL_YEAR,
        READERS,
    ),
    Item(
        "7.",
        (
            "O‘zbekiston Respublikasi Prezidentining 2021-yil 10-fevraldagi PF-6166-sonli "
            "Farmoniga asosan, O‘zbekiston Respublikasi Adliya vazirligi qonunchilik hujjatlari "
            "va topshiriqlarni o‘z vaqtida va sifatli ijro etilishi “Ijro.gov.uz” tizimi "
            "orqali amalga oshirish"
        ),
        None,
        1,
        1,
        (
            "me‘yoriy-huquqiy hujjatlar doirasida, 1 oy muddatda, O‘zbekiston Milliy "
            "kutubxonasi tizimidagi Vobkent axborot-kutubxona markazini “Ijro.gov.uz” tizimiga "
            "to‘liq ulash"
        ),
        "2026-yil yanvar, fevral",
        "AKM rahbari",
    ),
    Section("II", "ILMYIY-METODIK FAOLIYAT"),
    Item(
        "1.",
        (
            "Vobkent tuman axborot-kutubxona markazi faoliyati va kutubxona mutaxassislarining "
            "bosma davriy nashrlar va internet manbalarida chop etilgan maqolalarini jamlash"
        ),
        "Dona",
        25,
        25,
        (
            "1. Xodimlarning maqolalarini to‘plash;\n"
            "2. To‘liq matnli bibliografik ro‘yxatni veb-saytga qo‘yish"
        ),
        ALL_YEAR,
        BIBLIOGRAPHY,
    ),
    Item(
        "2.",
        (
            "Vobkent tuman axborot-kutubxona markazi hisobotlarini tayyorlash va viloyat AKM ga "
            "taqdim etish."
        ),
        "Hujjat",
        7,
        7,
        "viloyat AKM tomonidan taqdim etilgan hisobot jadval asosida",
        ALL_YEAR,
        EVERY_SERVICE,
    ),
    Item(
        "3.",
        "Foydalanuvchilar o‘rtasida so‘rovnomalar o‘tkazish va tahlil qilish",
        "Tadbir",
        4,
        4,
        (
            "1. Anketa savollarini tayyorlash;\n"
            "2. So‘rovnomani foydalanuvchilarga taqdim etish;\n"
            "3. Javoblarni tahlil qilish va Milliy kutubxonaga taqdim etish"
        ),
        "2026-yil I–III chorak",
        READERS,
    ),
    Section("III", "AXBOROT-KUTUBXONA SOHASINING XALQARO VA RESPUBLIKA TADBIRLARI"),
    Item(
        "4.",
        (
            "“Ilmiy ma’lumotlardan foydalanish va nashr ettirish faolligi” VII ilmiy-ta’limiy "
            "forumiga ishtirok etish."
        ),
        "Ro‘yxat",
        1,
        1,
        (
            "1. “Yilning eng yaxshi axborot-kutubxona mutaxassisi” tanloviga tayyorlanish va "
            "unda qatnashish"
        ),
        "2026-yil I–II chorak",
        "AKM rahbari",
    ),
    Item(
        "5.",
        (
            "“Central Asia – 2025: fan, ta’lim, madaniyat va biznesda internet va "
            "axborot-kutubxona resurslari” XVII Xalqaro konferensiyasida qatnashish va "
            "tashkillashtirishda ishtirok etish"
        ),
        "Tadbir",
        1,
        1,
        (
            "1. Central Asia – 2025: fan, ta’lim, madaniyat va biznesda internet va "
            "axborot-kutubxona resurslari” XVIII Xalqaro konferensiyasida qatnashish, tashkiliy "
            "ishlarida yordam berish\n"
            "2. Viloyat AKM ga taqdim etish"
        ),
        "2026-yil II chorak",
        "AKM rahbari",
    ),
    Item(
        "6.",
        (
            "Vobkent axborot-kutubxona markazida “INFOLIB UZBEKISTAN – 2025” XIII Milliy "
            "axborot-kutubxona haftaligini o‘tkazish chora-tadbirlarini ishlab chiqish"
        ),
        "Tadbir",
        1,
        1,
        (
            "1. “INFOLIB UZBEKISTAN – 2025” XIV Milliy axborot-kutubxona haftaligini o‘tkazish "
            "chora-tadbirlarini belgilash\n"
            "2. O‘tkazilgan tadbirlar haqida ma’lumotlar tayyorlash\n"
            "3. Viloyat AKM ga taqdim etish"
        ),
        "2026-yil IV chorak",
        "AKM rahbari",
    ),
    Section("IV", "ASOSIY ISHLAB CHIQRISH FAOLIYATI"),
    Item(
        "7.",
        "Axborot-kutubxona fondlarini to‘ldirish",
        "Nusxa jami",
        1850,
        1640,
        "Resurslarni qabul qilib, hisobga olish",
        ALL_YEAR,
        STOCK,
    ),
    OfWhich("Shundan,"),
    Item(
        "7.1.",
        "Majburiy nusxa",
        "Nusxa",
        None,
        None,
        "Hududda chiqqan nashrlar asosida",
        ALL_YEAR,
        STOCK,
    ),
    Item(
        "7.2.",
        "Xarid qilish orqali",
        "Nusxa",
        1702,
        1604,
        "Shartnoma asosida",
        ALL_YEAR,
        STOCK,
    ),
    Item(
        "7.3.",
        "Kitob almashinuvi asosida",
        "Nusxa",
        None,
        None,
        "Hamkorlik shartnomasi asosida",
        ALL_YEAR,
        STOCK,
    ),
    Item(
        "7.4.",
        "Sovg‘a tariqasida",
        "Nusxa",
        92,
        105,
        "Dalolatnoma asosida",
        ALL_YEAR,
        STOCK,
    ),
    Item(
        "8.",
        "Axborot-kutubxona resurslariga bibliografik yozuv yaratish",
        "Dona",
        492,
        495,
        (
            "Yangi va retro fond resurslari uchun korporativ tarmoq (UzNel)da bibliografik "
            "yozuv tuzish"
        ),
        ALL_YEAR,
        STOCK,
    ),
    Item(
        "9.",
        "Axborot-kutubxona resurslarini tasniflash",
        "Dona",
        680,
        683,
        "Resurslarni O‘UK bo‘yicha tizimlash",
        ALL_YEAR,
        STOCK,
    ),
    Item(
        "10.",
        (
            "Tuman (shahar) Axborot-kutubxona markazlarida Yig‘ma elektron katalog tizimida "
            "bibliografik yozuvlar bilan ishlash."
        ),
        "Bibliografik yozuv",
        None,
        "- (Unicat rejasidan oling)\n- (Unicat rejasidan oling)",
        (
            "Asosiy yozuvlar bazasida:\n"
            "1. Dublet yozuvlarni o‘chirish\n"
            "2. Bibliografik yozuvlar tahrirlash"
        ),
        "2026-yilning har oyida",
        STOCK,
    ),
    Item(
        "11.",
        (
            "Qoraqalpog‘iston Respublikasi, Toshkent shahar va viloyat Axborot-kutubxona "
            "markazlarining “UZNEL” tizimidan “Yig‘ma elektron katalog” tizimiga Yig‘ma "
            "elektron katalog tizimi sektori xodimlari tomonidan kunlik yuklagan bibliografik "
            "yozuvlarini kodlangan maydonlar asosida nazorat qilish."
        ),
        "Bibliografik yozuv",
        "251\n5040",
        "231 (Unicat rejasidan oling)\n2000 (Unicat rejasidan oling)",
        (
            "Vaqtinchalik yozuvlar bazasida:\n"
            "Bibliografik yozuv yaratish\n"
            "Asosiy yozuvlar bazasida:\n"
            "Nusxa qo‘shish"
        ),
        "2026-yilning har oyida",
        f"{TECHNOLOGY}\n{STOCK}",
    ),
    Item(
        "12.",
        "Foydalanuvchilarni ro‘yxatga olish:\n- yangi;\n- qayta",
        13252,
        "2021\n4897",
        "2023\n4899",
        (
            "1.Foydalanuvchilarni ro‘yhatga yozish;\n"
            "2. Ularning hisobini yuritish va har chorakda viloyat AKM ga taqdim etish"
        ),
        ALL_YEAR,
        READERS,
    ),
    Item(
        "13.",
        "Kitobxonlar qatnovining hisobini olib borish",
        "Nafar",
        37450,
        37452,
        (
            "- Abonementlar sektori;\n"
            "- Umumiy o‘quv zallari sektori;\n"
            "- Ma’naviy-ma’rifiy va yoshlar bilan ishlash sektori;\n"
            "- Elektron resurslar va ulardan foydalanish zallari sektori;\n"
            "- Huquqiy axborotlar sektori\n"
            "- O‘lkashunoslik axborotlari sektori;\n"
            "- Boshqa xizmat va sektorlarning kundalik qatnovini Biblio.pro dasturida hisobga "
            "olish"
        ),
        ALL_YEAR,
        READERS,
    ),
    Item(
        "14.",
        "Foydalanuvchilarga kitob berilishi hisobini olib borish",
        "Nusxa",
        86345,
        86348,
        (
            "1. Berilgan kitoblarni Biblio.pro dasturiga kiritish;\n"
            "2. Kiritilgan ma’lumotlar bo‘yicha kitob berilishini hisoblash"
        ),
        ALL_YEAR,
        READERS,
    ),
    Item(
        "15.",
        "Tadbirlar va ko‘rgazmalarni tashkil qilish",
        "Tadbir",
        225,
        226,
        "Ma’naviy-ma’rifiy reja asosida",
        ALL_YEAR,
        EVERY_SERVICE,
    ),
    Item(
        "16.",
        (
            "Nostatsionar xizmat ko‘rsatishni tashkil qilish (ko‘chma kutubxona, ko‘chma o‘quv "
            "zali, kutubxona punktlari, jamoaviy abonement)"
        ),
        "Tadbir",
        14,
        14,
        (
            "1. Shartnoma tuzish/yangilash;\n"
            "2. Xizmat shakllari boyicha tadbirlar o‘tkazish;\n"
            "3. Reja va hisobotlarni tuzish va har chorakda umumlashgan hisobotni viloyat "
            "axborot-kutubxona markaziga taqdim etish"
        ),
        ALL_YEAR,
        READERS,
    ),
    Item(
        "17.",
        "“Kitobxonlar klubi” a’zolari bilan tadbirlar o‘tkazish",
        "Tadbir",
        10,
        14,
        (
            "1. Ma’naviy-ma’rifiy va “Kitobxonlar klubi” rejalari bo‘yicha tadbirlar "
            "uyushtirish;\n"
            "2. Klublarga yangi a’zolar olish.\n"
            "3. Reja va hisobotlarni tuzish va har chorakda umumlashgan hisobotni Buxoro "
            "viloyat axborot-kutubxona markaziga taqdim etish"
        ),
        ALL_YEAR,
        READERS,
    ),
    Item(
        "18.",
        (
            "Masofadan xizmat ko‘rsatish (kutubxona fondida mavjud adabiyotlarni elektron "
            "ko‘rinishda yetkazib berish):\n"
            "- Mahalliy foydalanuvchilarga;\n"
            "- Chet el foydalanuvchilariga;\n"
            "- Axborot-kutubxona muassasalariga"
        ),
        "Nusxa",
        175,
        180,
        (
            "Elektron buyurtma va masofadan yetkazish bo‘yicha yagona Yo‘riqnoma asosida "
            "adabiyotlarni taqdim etish (tasdiqlangan preyskurant bo‘yicha)"
        ),
        ALL_YEAR,
        DIGITAL,
    ),
    Item(
        "19.",
        (
            "Axborot-kutubxona muassasalari Davlat bibliografik hisobini yuritishda “ "
            "O‘zbekiston matbuoti solnomasi ”ni tayyorlashda qatnashish."
        ),
        "Bibliografik yozuvlar",
        None,
        None,
        (
            "1. Kitob, jurnal va gazeta maqolalarining analitik bibliografik yozuvlari "
            "ro‘yxatini tuzish;\n"
            "2. Ma’lumotlarni viloyat axborot-kutubxonaga taqdim etish"
        ),
        ALL_YEAR,
        BIBLIOGRAPHY,
    ),
    Item(
        "20.",
        (
            "Ma’lumotlar bazasini Respublika hamda chet ellarda chop etilgan O‘zbekistonga oid "
            "milliy hujjatlar asosida shakllantirish"
        ),
        "Bibliografik yozuvlar",
        "2113 kartochokada",
        "2114 kartochokada",
        "Vaqtli matbuot nashrlariga bibliografik yozuv tuzish:\n- dasturda va kartochokada",
        "2026-yil har chorakda",
        BIBLIOGRAPHY,
    ),
    Item(
        "21.",
        (
            "Viloyat, tuman (shahar)larga bag‘ishlangan hamda o‘lkaning mashhur shaxslari "
            "haqida o‘lkashunoslik mazmunidagi materiallar asosida to‘liq matnli ma’lumotlar "
            "bazasini tayyorlash"
        ),
        "Dona",
        "-",
        2,
        (
            "1. O‘lka tarixi, qadamjolar, obidalar va korxonalar haqidagi kitob, audio, video, "
            "veb-havola va maqolalar asosida\n"
            "- universal mazmunda;\n"
            "- sohaviy;\n"
            "- mavzuli va boshqa turdagi qo‘llanmalar\n"
            "2. O‘lkaning taniqli kishilari hayoti va ijodi bo‘yicha biobibliografiyalar"
        ),
        ALL_YEAR,
        BIBLIOGRAPHY,
    ),
    Item(
        "22.",
        (
            "Axborot-kutubxona resurslarini (matnli, foto, audio-videomateriallar) — rasmiy "
            "veb-saytlari va ijtimoiy tarmoqlariga joylashtirish"
        ),
        "Ma’lumot",
        386,
        388,
        (
            "1. Markaz faoliyati va manaviy-ma’rifiy tadbirlarni yoritish.\n"
            "2. Fonddagi O‘zbekiston fani, madaniyati, san’ati va sportiga oid ensiklopedik "
            "atamalardan namunalar joylash.\n"
            "3. Loyihalar bo‘yicha kontent tayyorlash"
        ),
        ALL_YEAR,
        f"{READERS},\n{STOCK},\n{DIGITAL}",
    ),
    Item(
        "23.",
        "To‘liq ma’lumotlar bazasini shakllantirish",
        "Resurs",
        20,
        22,
        "Skanerlangan adabiyotlarga dizayn berish, ularni serverga joylash va disklarga yozish",
        ALL_YEAR,
        DIGITAL,
    ),
    Item(
        "24.",
        "Axborot-kutubxona markazi fondida saqlanib kelinayotgan bosma nashrlarni raqamlashtirish",
        "Sahifa",
        "18/3982",
        "19/3991",
        (
            "1. “AKM fondida saqlanib kelinayotgan bosma nashrlarni raqamlashtirish” rejasini "
            "ishlab chiqish va tasdiqlash\n"
            "2. Reja hisobotini tuzish va Milliy kutubxonaga taqdim etish."
        ),
        ALL_YEAR,
        DIGITAL,
    ),
    Item(
        "25.",
        (
            "Axborot-kutubxona markazi axborot tarmog‘ida axborot xavfsizligini ta’minlash va "
            "har chorakda Viloyat AKMga ma’lumot berib borish"
        ),
        "Hujjat",
        None,
        4,
        "Bajarilgan ishlar yuzasidan",
        "2026-yil har chorakda",
        DIGITAL,
    ),
    Section("V", "KADRLAR MALAKASINI OSHIRISH"),
    Item(
        "26.",
        (
            "Axborot-kutubxona faoliyati bo‘yicha viloyat tuman (shahar) axborot-kutubxona "
            "markazlari soha mutaxassislari malakasini oshirish"
        ),
        "Tadbir",
        None,
        1,
        (
            "1. TAKMning malaka oshiradigan mutaxassislari ro‘yxatini tuzish;\n"
            "2.Respublika axborot-kutubxona markaziga har chorakda AKM va TAKMlar "
            "mutaxassislarining malakasini oshirish ro‘yxati asosida rasmiy xat kiritish;\n"
            "3.Malakasini oshirgan mutaxassislar haqida hisobotni viloyat AKMga har oyda taqdim "
            "etish."
        ),
        "2026-yil davomida. Har bir AKM muddatini o‘zi belgilaydi",
        EVERY_SERVICE,
    ),
    Item(
        "26.1",
        (
            "Axborot-kutubxona faoliyati bo‘yicha viloyat axborot-kutubxona markazi va tuman "
            "(shahar) axborot-kutubxona markazlari mutaxassislari “Mualliflik huquqi va turdosh "
            "huquqlar” bo‘yicha malakasini oshirish"
        ),
        "xodim",
        "-",
        1,
        (
            "Adliya Vazirligi qoshidagi Yuristlar malakasini oshirish markazi bilan malaka "
            "oshirishni yo‘lga qo‘yish va malaka oshirgan xodim-mutaxassislar haqida viloyat "
            "AKM ga ma’lumot taqdim etish"
        ),
        "2026-yil davomida.",
        READERS + ",",
    ),
    Item(
        "26.2",
        (
            "O‘zbekiston Respublikasi Prezidentining 2024-yil 5-iyunda “O‘zbekiston "
            "Respublikasining “Manfaatlar to‘qnashuvi to‘g‘risida”gi Qonuni ijrosini samarali "
            "tashkil etish chora-tadbirlari to‘g‘risida”gi PQ-210-sonli qarorining 7-bandida, "
            "davlat organlari va tashkilotlarining xodimlari o‘rtasida manfaatlar to‘qnashuvi "
            "bo‘yicha bilim va ko‘nikmalarni baholash uchun onlayn test sinovlari o‘tkazish"
        ),
        "xodim",
        "-",
        "Asosiy (ishlab chiqarish)\nXodimlari soni",
        (
            "“Manfaatlar to‘qnashuviga oid” testlarni test.adliya.uz (https://test.adliya.uz/) "
            "saytida o‘tkazish va natijalarini O‘zbekiston Milliy kutubxonasi komplyansiga "
            "topshirish"
        ),
        "2026-yil davomida.",
        "Barcha xizmat rahbar va xodimlari",
    ),
    Item(
        "26.3",
        (
            "O‘zbekiston Respublikasi Prezidentining 2023-yil 24-maydagi PQ-162-son Qarorining "
            "9-bandida Raqamli texnologiyalar sohasida yuqori malakali mutaxassis va kadrlar "
            "tayyorlash tizimini takomillashtirish maqsadida 2024-yil 1-apreldan boshlab davlat "
            "organlari va tashkilot rahbarlarining raqamlashtirishga mas’ul o‘rinbosarlari va "
            "xodimlarini raqamlashtirish sohasidagi qoidalar va qonunchilik talablari bo‘yicha "
            "o‘qitish va ularni bepul malakasini oshirish"
        ),
        "xodim",
        2,
        "Reja asosida",
        (
            "“Hayot davomida ta’lim olish” tamoyilidagi maxsus platformada (itstudy.uz) "
            "xodimlar malakasini oshirish"
        ),
        "2026-yil davomida.",
        DIGITAL,
    ),
    Item(
        "27.",
        (
            "Vobkent axborot-kutubxona markazi mutaxassislari va boshqa kutubxonachilar uchun:\n"
            "- metodik to‘garaklarda ishtirok etish;\n"
            "- ma’naviyat soatlari\n"
            "- AKT bo‘yicha o‘qishlar\n"
            "- stajirovkalar va boshqalarni tashkil etish"
        ),
        "Tadbir",
        "48\n4\n2",
        None,
        (
            "Malaka oshirgan mutaxassislar o‘quv materiallari yordamida, reja-jadval asosida\n"
            "- o‘qishlar\n"
            "- maslahat\n"
            "- uslubiy yordam va metodik to‘garaklar tashkil etadi"
        ),
        "2026-yil har chorakda",
        EVERY_SERVICE,
    ),
    Item(
        "28.",
        "Vobkent axborot-kutubxona markazi kadrlar faoliyati monitoringini yuritish",
        "Hujjat",
        None,
        4,
        (
            "1. Vobkent AKMi mutaxassislari toifalari jadvalini tuzish (oliy ma’lumotli "
            "mutaxassis, oliy ma’lumotli nomutaxassis, o‘rta maxsus va h.k.);\n"
            "2. Yilda ikki marotaba ma’lumotlarni jamlab, Milliy kutubxonaga taqdim etish"
        ),
        "2026-yilda ikki marotaba",
        "Direktor, Kadrlar bo‘yicha inspektor",
    ),
    Section("VI", "OAV BILAN ISHLASH"),
    Item(
        "29.",
        (
            "Axborot-kutubxona markazi faoliyatini doimiy yoritib borish (OAV, televideniye, "
            "radio, matbuot)"
        ),
        "Marotaba",
        33,
        "33\n38",
        "OAVda axborot-kutubxona markazi ishini yoritish",
        ALL_YEAR,
        EVERY_SERVICE,
    ),
)
