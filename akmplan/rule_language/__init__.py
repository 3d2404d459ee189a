"""The staff's own rules: a small language in the idiom of official forms.

    rule       = [scope ":"] [condition] either [tolerance] ["." | ";"]
                 ("agar" may stand before the scope too)
    condition  = ["agar"] either "bo‘lsa" [","] ["unda"]
    scope      = column | period | column [","] period | period [","] column
    either     = all {"yoki" all}
    all        = comparison {("va" | "hamda") comparison}
    comparison = sum ("=" | "<>" | "<=" | ">=" | "<" | ">" and their signs) sum | "(" either ")"
    sum        = product {("+" | "-") product}
    product    = operand {("*" | "×" | "/" | "÷") operand}
    operand    = "-" operand | number | name | "(" sum ")"
    name       = code ["." indicator] ["." column] ["[" scope "]"]
    code       = numeral "." number {"." number}, in every spelling of `akmplan.words.item_codes`
    tolerance  = ("±" | "+/-") number ["%"]
    column     = "fakt" | "reja" | "bajarildi"

An indicator of several words stands in quotes, `IV.10.“Dublet yozuvlarni o‘chirish”`. Words read
alike in both scripts, with any apostrophe. Fakt and reja are figures of the whole year; only
bajarildi has periods, so a period alone means that column. What stands at a name wins over what
stands before the colon; a rule that says no column is to hold in each of the three, and in each
month of bajarildi. `IV.7.fakt` is a column, `IV.7."fakt"` an indicator. A tolerance belongs to
the claim, never to the condition; its per cent are of the right side.
"""

from akmplan.rule_language.evaluation import Hindrance, Obstacle, Side, Term, Working
from akmplan.rule_language.marks import (
    OPENING,
    FigureKind,
    FigureWanted,
    Mark,
    WordWanted,
    has_mark,
    read_marks,
)
from akmplan.rule_language.names import in_period, is_monthly, names, readings
from akmplan.rule_language.parser import parse
from akmplan.rule_language.rule_text import written, written_name
from akmplan.rule_language.slips import Slip
from akmplan.rule_language.tree import Column, Name, Relation, Sign
from akmplan.rule_language.verdict import Judgement, judge

__all__ = [
    "OPENING",
    "Column",
    "FigureKind",
    "FigureWanted",
    "Hindrance",
    "Judgement",
    "Mark",
    "Name",
    "Obstacle",
    "Relation",
    "Side",
    "Sign",
    "Slip",
    "Term",
    "WordWanted",
    "Working",
    "has_mark",
    "in_period",
    "is_monthly",
    "judge",
    "names",
    "parse",
    "read_marks",
    "readings",
    "written",
    "written_name",
]
