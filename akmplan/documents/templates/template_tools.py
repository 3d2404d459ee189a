"""What tags in a template may do: print what the document has to say, and nothing else."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any, Final

from jinja2 import StrictUndefined, Template, Undefined
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import SandboxedEnvironment

_WITHOUT_END: Final = ("center", "format", "wordwrap")  # filters that make much out of little
_MOST_REPEATED: Final = 10_000


class Tools(SandboxedEnvironment):
    """Tags reach the fields of a view and the state of a loop, never anything behind them."""

    intercepted_binops = frozenset(("*", "**", "%"))

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=UnknownName, finalize=_blank_for_none)
        self.globals.clear()
        for name in _WITHOUT_END:
            del self.filters[name]

    def program(self, source: str) -> Template:
        """The tags as a program. Raises TemplateSyntaxError, for tags without end as well."""
        try:
            return self.from_string(source)
        except (RecursionError, SyntaxError, MemoryError) as fault:
            raise TemplateSyntaxError(str(fault), lineno=0) from fault

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Numbers of a modest size may be reckoned with; texts are not repeated or formatted."""
        modest = all(isinstance(one, int) and abs(one) <= _MOST_REPEATED for one in (left, right))
        if operator == "**" or not modest:
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if is_dataclass(obj):
            return attr in {one.name for one in fields(obj)}
        return isinstance(obj, LoopContext) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Formatting in a text is refused like everything else behind it."""

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        return self.undefined(attribute, name=attribute, exc=SecurityError)


class UnknownName(StrictUndefined):
    """A name that means nothing here; its message is the name."""

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name)


def _blank_for_none(value: object) -> object:
    return "" if value is None else value
