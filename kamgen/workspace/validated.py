"""Plain values into a model: the whole when it is valid, and what can be saved of it when it is not.

A plan with a wrong date must still have its references checked, so that one run reports every problem.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kamgen.workspace.model_problems import Problem, problem_of
from kamgen.workspace.problems import Path
from kamgen.workspace.yaml_text import Plain

Model = TypeVar("Model", bound=BaseModel)

MOST_ROUNDS = 12
"""Leaving out a value can make its surroundings invalid in turn; nesting bounds how often."""


@dataclass(frozen=True)
class Validated(Generic[Model]):
    """A model and its problems.

    Attributes:
        whole: The model, if nothing is wrong.
        usable: The model without its wrong parts, where anything is left; the same as ``whole`` when valid.
        problems: What is wrong.
        data: The plain values behind ``usable``, to find the way back to the file.

    """

    whole: Model | None
    usable: Model | None
    problems: tuple[Problem, ...]
    data: Any

    def original(self, path: Path) -> Path:
        """Return where a value of ``usable`` stands in the file: list items before it may have been left out."""
        node, original = self.data, []
        for part in path:
            original.append(node.original[part] if isinstance(node, _Items) and isinstance(part, int) else part)
            try:
                node = node[part]
            except (KeyError, IndexError, TypeError):
                node = None
        return tuple(original)

    def value(self, path: Path) -> Any:
        """Return the plain value at a path of ``usable``; None where there is none."""
        node = self.data
        for part in path:
            try:
                node = node[part]
            except (KeyError, IndexError, TypeError):
                return None
        return node


class _Items(list[Any]):
    """A list whose items remember their place in the file."""

    def __init__(self, items: list[Any]) -> None:
        super().__init__(items)
        self.original = list(range(len(items)))

    def leave_out(self, index: int) -> None:
        del self[index]
        del self.original[index]


def validated(model: type[Model], data: Plain, placeholders: dict[str, str] | None = None) -> Validated[Model]:
    """Return plain values as a model.

    Args:
        model: The model.
        data: The plain values of the file.
        placeholders: Stand-ins for mandatory keys of the whole, used for ``usable`` alone.

    """
    try:
        whole = model.model_validate(data)
    except ValidationError as error:
        problems = tuple(problem_of(detail, _path(detail, data), model) for detail in error.errors(include_url=False))
        usable, rest = _usable(model, _copy(data), placeholders or {})
        return Validated(None, usable, problems, rest)
    return Validated(whole, whole, (), data)


def _copy(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    if isinstance(data, list):
        return _Items([_copy(value) for value in data])
    return data


def _path(detail: ErrorDetails, data: Any) -> Path:
    """Return an error's path in the file: pydantic's location without the names of the union's choices."""
    path: list[str | int] = []
    node: Any = data
    location = detail["loc"]
    for position, part in enumerate(location):
        if (isinstance(node, dict) and part in node) or (
            isinstance(node, list) and isinstance(part, int) and part < len(node)
        ):
            path.append(part)
            node = cast("Any", node)[part]
        elif detail["type"] == "missing" and position == len(location) - 1:
            path.append(part)
    return tuple(path)


def _usable(model: type[Model], data: Any, placeholders: dict[str, str]) -> tuple[Model | None, Any]:
    if not isinstance(data, dict):
        return None, None
    for _ in range(MOST_ROUNDS):
        try:
            return model.model_validate(data), data
        except ValidationError as error:
            details = error.errors(include_url=False)
            paths = {_path(detail, data) for detail in details}
            missing = {_path(detail, data) for detail in details if detail["type"] == "missing"}
        # Later items first, so that leaving one out does not move the others that are still to go.
        for path in sorted(paths, key=lambda path: [(isinstance(part, int), part) for part in path], reverse=True):
            if len(path) == 1 and path[0] in placeholders:
                data[path[0]] = placeholders[str(path[0])]
            else:
                _leave_out(data, path[:-1] if path in missing else path)
    return None, None


def _leave_out(data: Any, path: Path) -> None:
    if not path:
        data.clear()
        return
    node: Any = data
    for part in path[:-1]:
        try:
            node = node[part]
        except (KeyError, IndexError, TypeError):
            return
    last = path[-1]
    if isinstance(node, dict):
        node.pop(str(last), None)
    elif isinstance(node, _Items) and isinstance(last, int) and last < len(node):
        node.leave_out(last)
