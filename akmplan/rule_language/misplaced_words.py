"""What is told of a word or a sign that stands where it cannot stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from akmplan.messages import Message, say
from akmplan.rule_language.tokens import Kind

NO_SIGN: Final = say("A sign is expected here, between the two: =, <=, +, -, * or /.")
NO_OPERAND: Final = say("A number or a name such as IV.7 or IV.12.yangi is expected here.")
NO_COMPARISON: Final = say("A comparison is expected here: =, <>, <, <=, > or >=.")
NO_THEN: Final = say("“bo‘lsa” is expected here, behind the condition of “agar”.")
NOT_CLOSED: Final = say("The parenthesis that opens here is not closed.")

OUT_OF_PLACE: Final[Mapping[Kind, Message]] = {
    Kind.NAME: NO_SIGN,
    Kind.NUMBER: NO_SIGN,
    Kind.OPEN: NO_SIGN,
    Kind.SIGN: say("Only one comparison may stand between two sides: join two of them by “va”."),
    Kind.OPERATION: say("A sign of calculation cannot stand between comparisons."),
    Kind.CLOSE: say("This parenthesis closes none."),
    Kind.COMMA: say("A comma stands only inside a number or behind “bo‘lsa”."),
    Kind.TOLERANCE: say("A tolerance stands once, at the end of the rule: ± 5."),
    Kind.PER_CENT: say("A per cent sign stands only in the tolerance at the end: ± 5 %."),
    Kind.IF: say("“agar” stands only at the beginning of the rule."),
    Kind.THEN: say("“bo‘lsa” stands once, behind the condition of the rule."),
    Kind.SO: say("“unda” stands only behind “bo‘lsa”."),
    Kind.AND: say("“va” joins comparisons, not numbers."),
    Kind.OR: say("“yoki” joins comparisons, not numbers."),
}
