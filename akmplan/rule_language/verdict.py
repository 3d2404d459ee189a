"""Whether a rule holds: three answers, each with what it was drawn from.

"And" and "or" are judged as far as they can be: one broken part breaks the whole of an "and"
whatever the rest would say, one that holds settles an "or".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from akmplan.messages import Message
from akmplan.model import Answer
from akmplan.rule_language import verdict_words
from akmplan.rule_language.evaluation import Obstacle, Side, ValueOf, Working, worked_out
from akmplan.rule_language.tree import AllOf, Claim, Comparison, Relation, Scope, Sign, Tolerance

_WEIGHTS_OF_AND = (Answer.BROKEN, Answer.CANNOT_BE_JUDGED, Answer.HOLDS)


@dataclass(frozen=True, slots=True)
class Judgement:
    """`workings` are the comparisons that decided; `condition` those of a condition that holds.

    Where a condition does not hold, the rule does: then `workings` are the condition's.
    """

    answer: Answer
    message: Message
    workings: tuple[Working, ...] = ()
    condition: tuple[Working, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()


@dataclass(frozen=True, slots=True)
class _Verdict:
    answer: Answer
    workings: tuple[Working, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()


def judge(relation: Relation, value_of: ValueOf) -> Judgement:
    """`value_of` is asked with the column and the period that hold for each name."""
    bench = _Bench(relation.scope, value_of)
    condition = bench.verdict(relation.condition, None) if relation.condition else None
    if condition is None:
        return _judgement(bench.verdict(relation.claim, relation.tolerance))
    if condition.answer is Answer.CANNOT_BE_JUDGED:
        return _judgement(condition)
    if condition.answer is Answer.BROKEN:
        message = verdict_words.of_an_idle_rule(condition.workings)
        return Judgement(Answer.HOLDS, message, condition.workings)
    return _judgement(bench.verdict(relation.claim, relation.tolerance), condition.workings)


def _judgement(verdict: _Verdict, condition: tuple[Working, ...] = ()) -> Judgement:
    if verdict.answer is Answer.CANNOT_BE_JUDGED:
        message = verdict_words.of_obstacles(verdict.obstacles)
    elif condition and verdict.answer is Answer.BROKEN:
        message = verdict_words.of_a_broken_consequence(condition, verdict.workings)
    else:
        message = verdict_words.of_workings(verdict.workings)
    return Judgement(verdict.answer, message, verdict.workings, condition, verdict.obstacles)


@dataclass(frozen=True, slots=True)
class _Bench:
    scope: Scope
    value_of: ValueOf

    def verdict(self, claim: Claim, tolerance: Tolerance | None) -> _Verdict:
        if isinstance(claim, Comparison):
            return self._compared(claim, tolerance)
        verdicts = [self.verdict(one, tolerance) for one in claim.claims]
        weights = _WEIGHTS_OF_AND if isinstance(claim, AllOf) else tuple(reversed(_WEIGHTS_OF_AND))
        return next(filter(None, (_of_those(verdicts, answer) for answer in weights)))

    def _compared(self, claim: Comparison, tolerance: Tolerance | None) -> _Verdict:
        left = worked_out(claim.left, self.scope, self.value_of)
        right = worked_out(claim.right, self.scope, self.value_of)
        if isinstance(left, Side) and isinstance(right, Side):
            return _weighed(left, claim.sign, right, tolerance)
        obstacles = [one for side in (left, right) if isinstance(side, tuple) for one in side]
        return _Verdict(Answer.CANNOT_BE_JUDGED, (), tuple(dict.fromkeys(obstacles)))


def _of_those(verdicts: Sequence[_Verdict], answer: Answer) -> _Verdict | None:
    """The verdicts with that answer as one."""
    same = [one for one in verdicts if one.answer is answer]
    if not same:
        return None
    workings = [working for one in same for working in one.workings]
    obstacles = [obstacle for one in same for obstacle in one.obstacles]
    return _Verdict(answer, tuple(workings), tuple(dict.fromkeys(obstacles)))


def _weighed(left: Side, sign: Sign, right: Side, tolerance: Tolerance | None) -> _Verdict:
    slack = _slack(tolerance, right.amount)
    holds = _holds(left.amount - right.amount, sign, slack or Fraction(0))
    answer = Answer.HOLDS if holds else Answer.BROKEN
    seen = sign if holds else sign.opposite
    return _Verdict(answer, (Working(left, seen, right, slack),))


def _slack(tolerance: Tolerance | None, right: Fraction) -> Fraction | None:
    if tolerance is None:
        return None
    amount = Fraction(tolerance.amount)
    return amount * abs(right) / 100 if tolerance.per_cent else amount


def _holds(surplus: Fraction, sign: Sign, slack: Fraction) -> bool:
    """Whether the left side, greater by `surplus`, stands so to the right; slack is in favour of
    every comparison but "unequal", which it makes harder."""
    return {
        Sign.EQUAL: abs(surplus) <= slack,
        Sign.UNEQUAL: abs(surplus) > slack,
        Sign.AT_MOST: surplus <= slack,
        Sign.AT_LEAST: surplus >= -slack,
        Sign.LESS: surplus < slack,
        Sign.MORE: surplus > -slack,
    }[sign]
