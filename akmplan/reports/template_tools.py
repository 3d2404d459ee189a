"""What tags in a template may do: print what the document has to say, and nothing else."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment


class Tools(SandboxedEnvironment):
    """Tags reach the fields of a view and the state of a loop, never anything behind them."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=UnknownName, finalize=_blank_for_none)
        self.globals.clear()

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
