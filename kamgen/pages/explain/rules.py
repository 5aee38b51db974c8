"""What each rule finds, why that matters, how to mend it, and how a workspace has it otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kamgen.checks.catalogue import RULES
from kamgen.checks.documentation import rule_documentation
from kamgen.checks.rule import Example, Parameter, ReadingRule, Rule, SettingsRule, WaiverRule
from kamgen.checks.run import rule_level, rule_numbers
from kamgen.pages.context import Context
from kamgen.pages.explain.explanation import Explanation, Fact, FactTable, Passage, Sample, Snippet, related
from kamgen.pages.explain.links import FAMILY_NAMES, methods_linked
from kamgen.wording.language import Wording
from kamgen.workspace.root import SETTINGS_FILE

PLAN_FILE = "accounts/ID.yaml"
EXAMPLE_FILE = "accounts/example.yaml"
"""The plan of an example; other files of it may refer to the account by that id."""

_SEEN = {code: 0x2400 + code for code in range(32) if chr(code) != "\n"}
"""Control characters as the signs that stand for them: an example may be about one."""


def rule_explanations(context: Context) -> tuple[Explanation, ...]:
    """Return the explanation of every rule, family by family."""
    return tuple(_explained(rule, context) for rule in RULES.values())


def _explained(rule: Rule, context: Context) -> Explanation:
    t = context.wording
    found, *others = rule_documentation(rule, context.language)
    level = rule_level(rule, context.settings) or "off"
    return Explanation(
        kind="rule",
        name=rule.name,
        title=found,
        summary=found,
        group=t.text(FAMILY_NAMES[rule.family]),
        state=t.label("check_level", level),
        passages=tuple(
            Passage(t.text(title), text, f"<p>{escape(text, quote=False)}</p>")
            for title, text in zip(("Why it matters", "What to do"), others, strict=False)
        ),
        facts=tuple(_facts(rule, level, t)),
        tables=(_parameters(rule, context),) if rule.parameters else (),
        examples=(
            Sample(t.text("Found"), _snippets(rule.bad, t), state="red"),
            Sample(t.text("Fine"), _snippets(rule.good, t), state="green"),
        ),
        uses=tuple(_uses(rule, t)),
        related=related(t.text("Methods"), methods_linked(rule.methods, t)),
    )


def _facts(rule: Rule, level: str, t: Wording) -> Iterator[Fact]:
    said = t.label("check_level", level)
    if level != rule.level:
        default = t.label("check_level", rule.level)
        said = t.text("{level} in this workspace, {default} by default", level=said, default=default)
    yield Fact(t.text("Finding level"), said)


def _parameters(rule: Rule, context: Context) -> FactTable:
    t = context.wording
    here = rule_numbers(rule, context.settings.checks.get(rule.name))

    def row(parameter: Parameter) -> tuple[str, ...]:
        allowed = t.text("{least} to {most}", least=parameter.least, most=parameter.most)
        value = t.number(here.get(parameter.name, parameter.default))
        return parameter.name, t.text(parameter.description), value, t.number(parameter.default), allowed

    heads = ("Parameter", "Meaning", "Here", "By default", "Allowed")
    return FactTable(
        title=t.text("Parameters"),
        heads=tuple(t.text(head) for head in heads),
        rows=tuple(row(parameter) for parameter in rule.parameters),
        numeric=(2, 3, 4),
    )


def _snippets(example: Example, t: Wording) -> tuple[Snippet, ...]:
    parts = (
        (t.text("{file}, as committed", file=EXAMPLE_FILE), example.committed),
        (EXAMPLE_FILE, example.plan),
        (SETTINGS_FILE, example.settings),
        *example.files.items(),
    )
    return tuple(Snippet(file, text.translate(_SEEN)) for file, text in parts if text)


def _uses(rule: Rule, t: Wording) -> Iterator[Sample]:
    """Yield how to change the rule for the workspace, and how to let one account pass."""
    everywhere, here = t.text("Set it for the workspace"), t.text("Waive it for one account")
    if isinstance(rule, ReadingRule):
        note = "What breaks this rule cannot be read, so it is always an error and no waiver holds it back."
        yield Sample(everywhere, (), t.text(note))
        return
    yield Sample(everywhere, (Snippet(SETTINGS_FILE, _check_lines(rule, t)),))
    if isinstance(rule, WaiverRule):
        yield Sample(here, (), t.text("This rule is about waivers; no waiver holds it back."))
    elif not isinstance(rule, SettingsRule):
        reason = t.text("why it can wait")
        lines = f"waivers:\n  - rule: {rule.name}\n    reason: {reason}\n    until: YYYY-MM-DD\n"
        yield Sample(here, (Snippet(PLAN_FILE, lines),))


def _check_lines(rule: Rule, t: Wording) -> str:
    lines = ["checks:", f"  {rule.name}:", f"    level: {rule.level}  # {t.text('error, warning or off')}"]
    lines += [f"    {parameter.name}: {parameter.default}" for parameter in rule.parameters]
    return "\n".join(lines) + "\n"
