"""What our templates compile to: the Python that Jinja writes, without what only other people's templates need.

A page is some hundred values set between pieces of HTML, so what one value costs is what a page costs. Jinja looks an
attribute or an item up in three ways, asks before every call whether the function wants its context, and wraps each
piece of escaped text in an object. Ours are attributes of records, plain functions and strings.
"""

from __future__ import annotations

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing

from regesta.pages.escaping import html, trusted


class _Generator(CodeGenerator):
    """Jinja's generator of code; `environment` and `html` are global names of every compiled template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - after the node
        self.writeline(f"from {html.__module__} import {html.__name__} as html")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            raise ValueError("a template turns escaping off")
        self.write("html(")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs or macro_ref.accesses_caller:
            super().macro_def(macro_ref, frame)
            return
        arguments = tuple(argument.name for argument in macro_ref.node.args)
        name = getattr(macro_ref.node, "name", None)
        self.write(f"environment.macro(environment, macro, {name!r}, {arguments!r}, False, False, False, True)")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802
        if node.expr2 is None:
            # Jinja makes an object that stands for nothing, each time.
            node.expr2 = nodes.Const("")
        super().visit_CondExpr(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        if node.ctx != "load":
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if forward_caller or node.dyn_args is not None or node.dyn_kwargs is not None:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


class _Macro(Macro):
    """A macro that is given its arguments in order, and then is the function that it wraps."""

    def __call__(self, *args: object, **kwargs: object) -> str:
        left_out = self._argument_count - len(args)
        if kwargs or left_out < 0:
            return super().__call__(*args, **kwargs)
        if left_out:
            args += (missing,) * left_out
        return trusted(self._func(*args))


class PageEnvironment(Environment):
    """An environment for templates of our own: every value is escaped, a missing attribute is an error."""

    code_generator_class = _Generator
    macro = _Macro
