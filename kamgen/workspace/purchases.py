"""Read ``NAME.purchases.csv``, the purchase history beside a plan."""

from __future__ import annotations

import csv
import io
import re
from functools import cache

from pydantic import TypeAdapter, ValidationError

from kamgen.plan.value import Purchase
from kamgen.wording.phrase import Phrase, phrase
from kamgen.workspace.model_problems import did_you_mean, problem_of
from kamgen.workspace.problems import Finding

COLUMNS = ("date", "amount", "margin", "product", "order")
MANDATORY = ("date", "amount")


@cache
def _adapter() -> TypeAdapter[list[Purchase]]:
    return TypeAdapter(list[Purchase])


def read_purchases(text: str, file: str) -> tuple[tuple[Purchase, ...], list[Finding]]:
    """Return the purchases of a CSV text and everything wrong with it; wrong rows are left out.

    The first line names the columns: date and amount, and if wanted margin, product and order, in any order.
    """
    # As the CSV reader counts them: it takes no other character for the end of a line.
    lines = re.split("\r\n|\r|\n", text)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    rows: list[dict[str, str]] = []
    numbers: list[int] = []
    findings: list[Finding] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        findings += _header_findings(header, file, lines)
        if findings:
            return (), findings
        before = reader.line_num
        for cells in reader:
            number, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                message = phrase(
                    "{n} cells here, {expected} columns in the first line", n=len(cells), expected=len(header)
                )
                hint = phrase('a text that holds a comma must stand in "quotes"')
                findings.append(_finding("wrong-type", message, hint, file, number, 1, lines))
                continue
            rows.append(dict(zip(header, cells, strict=True)))
            numbers.append(number)
    except csv.Error as error:
        message = phrase("this is not CSV: {problem}", problem=str(error))
        hint = phrase("look for a quotation mark that is not closed")
        findings.append(_finding("bad-csv", message, hint, file, max(1, reader.line_num), 1, lines))
    return _validated(rows, numbers, header, file, lines, findings)


def _validated(
    rows: list[dict[str, str]],
    numbers: list[int],
    header: list[str],
    file: str,
    lines: list[str],
    findings: list[Finding],
) -> tuple[tuple[Purchase, ...], list[Finding]]:
    try:
        return tuple(_adapter().validate_python(rows)), findings
    except ValidationError as error:
        wrong: set[int] = set()
        for detail in error.errors(include_url=False):
            row = int(detail["loc"][0])
            name = str(detail["loc"][1]) if len(detail["loc"]) > 1 else MANDATORY[0]
            wrong.add(row)
            rule, _, message, hint = problem_of(detail, (name,), Purchase)
            column = _column(lines[numbers[row] - 1], header.index(name)) if name in header else 1
            findings.append(_finding(rule, message, hint, file, numbers[row], column, lines))
        good = [row for index, row in enumerate(rows) if index not in wrong]
        return tuple(_adapter().validate_python(good)), findings


def _header_findings(header: list[str], file: str, lines: list[str]) -> list[Finding]:
    findings = []
    semicolons = len(header) == 1 and ";" in header[0]
    if semicolons:
        hint = phrase("save it with commas between the columns")
        return [_finding("bad-csv", phrase("semicolons stand between the columns"), hint, file, 1, 1, lines)]
    for position, name in enumerate(header):
        if name not in COLUMNS or name in header[:position]:
            message = phrase("{key} is not a column of a purchase history", key=name or "(empty)")
            close = did_you_mean(name, [column for column in COLUMNS if column not in header])
            findings.append(
                _finding("unknown-key", message, close, file, 1, _column(lines[0], position) if lines else 1, lines)
            )
    for name in MANDATORY:
        if name not in header:
            hint = phrase("the first line names the columns: date,amount,margin,product,order")
            findings.append(_finding("missing-key", phrase("{key} is missing here", key=name), hint, file, 1, 1, lines))
    return findings


def _column(line: str, position: int) -> int:
    """Return the column of a cell; the first one where quotes make counting commas unsafe."""
    if '"' in line:
        return 1
    return sum(len(cell) + 1 for cell in line.split(",")[:position]) + 1


def _finding(
    rule: str, message: Phrase, hint: Phrase | None, file: str, line: int, column: int, lines: list[str]
) -> Finding:
    source = lines[line - 1] if line <= len(lines) else ""
    rest = source[column - 1 :].split(",")[0]
    return Finding(
        rule,
        "error",
        message,
        file,
        hint=hint,
        line=line,
        column=column,
        width=max(1, len(rest)),
        source=source,
    )
