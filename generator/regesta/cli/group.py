"""Commands with sub-commands, which answer a misspelt one with the one that was meant."""

from __future__ import annotations

import click


class Group(click.Group):
    """A group that says "did you mean" of a command it does not have."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments begin with. Raises UsageError with the nearest name."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            nearest = get_close_matches(args[0].casefold(), self.list_commands(ctx), n=1)
            if not nearest or args[0].startswith("-"):
                raise
            raise click.UsageError(f"{error.message} Did you mean “{nearest[0]}”?", ctx) from error
