"""Explanations for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from kamgen.pages.explain.explanation import Explanation

FORMAT = 1


def explanations_json(found: Iterable[Explanation]) -> str:
    """Return explanations with all they say; texts are Markdown, ``address`` is the place in the site."""
    return _document("explanations", [_explained(one) for one in found])


def names_json(found: Iterable[Explanation]) -> str:
    """Return everything that can be explained: kind, name, group and one line."""
    keys = ("kind", "name", "title", "summary", "group", "state")
    return _document("names", [{key: getattr(one, key) for key in keys} for one in found])


def _explained(one: Explanation) -> dict[str, Any]:
    data = asdict(one)
    for passage in data["passages"]:
        del passage["html"]
    return {**data, "address": one.address}


def _document(key: str, items: list[dict[str, Any]]) -> str:
    return json.dumps({"format": FORMAT, key: items}, ensure_ascii=False, indent=2) + "\n"
