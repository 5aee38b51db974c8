"""What the documentation of a rule says in a language."""

from __future__ import annotations

import unicodedata

from kamgen.checks.rule import Rule
from kamgen.plan.values import Language
from kamgen.wording.chinese.rules import DOCUMENTATION


def rule_documentation(rule: Rule, language: Language) -> tuple[str, ...]:
    """Return a rule's documentation, each paragraph in one line: what is wrong, why it matters, what to do.

    English where there is no Chinese yet.
    """
    text = (DOCUMENTATION.get(rule.name) if language == "zh" else None) or rule.documentation or rule.name
    return tuple(_one_line(paragraph) for paragraph in text.strip().split("\n\n"))


def _one_line(paragraph: str) -> str:
    """Return a paragraph without its line ends: English words need a space in their place, Chinese needs none."""
    first, *others = (line.strip() for line in paragraph.strip().splitlines())
    said = first
    for line in others:
        said += line if _is_wide(said[-1:]) or _is_wide(line[:1]) else f" {line}"
    return said


def _is_wide(character: str) -> bool:
    return bool(character) and unicodedata.east_asian_width(character) in "WF"
