"""One account plan as it stands in its file: what was read, what of it can be used, and what is wrong."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import Any

from kamgen.plan.account import Account
from kamgen.plan.settings import Settings
from kamgen.wording.phrase import Phrase, phrase
from kamgen.workspace.locate import Places
from kamgen.workspace.model_problems import Problem
from kamgen.workspace.problems import Finding, Path
from kamgen.workspace.purchases import read_purchases
from kamgen.workspace.text_file import decode, read_bytes
from kamgen.workspace.validated import Model, Validated, validated
from kamgen.workspace.yaml_text import YamlProblem, read_yaml

PLACEHOLDERS = {"kamgen": "1", "name": "(no name)", "owner": "nobody"}
"""Stand-ins for a plan's mandatory keys, so that the rest of a plan without them is checked all the same."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


@dataclass(frozen=True)
class YamlFile:
    """A YAML file's text with a way from values to places."""

    file: str
    text: str
    account: str | None = None

    def finding(
        self,
        rule: str,
        message: Phrase,
        path: Path,
        *,
        hint: Phrase | None = None,
        places: Places,
        key: bool = False,
        warning: bool = False,
    ) -> Finding:
        """Return a finding about the value at a path, or about its key, with its place."""
        place = places.of(path, key=key)
        return Finding(
            rule=rule,
            level="warning" if warning else "error",
            message=message,
            file=self.file,
            account=self.account,
            path=path,
            hint=hint,
            line=place.line,
            column=place.column,
            width=place.width,
            source=place.source,
        )


@dataclass(frozen=True)
class PlanFile:
    """An account plan and its file.

    Attributes:
        id: The account's id, which is the file's name without its ending.
        file: The file, relative to the workspace.
        text: The file's text; empty where it could not be read.
        digest: SHA-256 of the plan's and the purchase file's bytes.
        account: The plan, if nothing is wrong with its form.
        usable: What can be used of it; the same as ``account`` where that is there.
        findings: Everything wrong with the form.

    """

    id: str
    file: str
    text: str
    digest: str
    account: Account | None
    usable: Account | None
    findings: tuple[Finding, ...]
    reading: Validated[Account] | None = field(default=None, repr=False)

    def original(self, path: Path) -> Path:
        """Return where a value of :attr:`usable` stands in the file."""
        return path if self.reading is None else self.reading.original(path)

    def value(self, path: Path) -> Any:
        """Return the plain value at a path of :attr:`usable`: text, list, dict; None where there is none."""
        return None if self.reading is None else self.reading.value(path)


def read_plan(root: FilePath, file: str) -> PlanFile:
    """Return the plan of a file with the purchases beside it. Never fails: what is wrong becomes findings."""
    account_id = file.rsplit("/", 1)[-1].removesuffix(".yaml")
    data = read_bytes(root / file, root, file)
    purchases_file = file.removesuffix(".yaml") + ".purchases.csv"
    purchases_path = root / purchases_file
    purchases = (
        read_bytes(purchases_path, root, purchases_file)
        if purchases_path.is_file() or purchases_path.is_symlink()
        else None
    )
    digest = hashlib.sha256()
    for part in (data, purchases):
        digest.update(part if isinstance(part, bytes) else b"-")
        digest.update(b"\0")
    text = decode(data, file) if isinstance(data, bytes) else data
    if isinstance(text, Finding):
        return PlanFile(account_id, file, "", digest.hexdigest(), None, None, (_of(account_id, text),))
    return plan_from_text(account_id, file, text, purchases_file, purchases, digest.hexdigest())


def plan_from_text(
    account_id: str,
    file: str,
    text: str,
    purchases_file: str = "",
    purchases: bytes | Finding | None = None,
    digest: str = "",
) -> PlanFile:
    """Return the plan of a text, with the purchases of a CSV file's bytes if there are any."""
    yaml_file = YamlFile(file, text, account_id)
    reading, findings = _read_model(Account, yaml_file, PLACEHOLDERS, phrase("this plan is empty"), NEW_PLAN)
    account, usable = reading.whole, reading.usable
    if purchases is not None:
        account, usable, more = _with_purchases(yaml_file, account, usable, purchases_file, purchases)
        findings += more
    if findings:
        account = None
    return PlanFile(account_id, file, text, digest, account, usable, tuple(findings), reading)


NEW_PLAN = phrase("a plan begins with: kamgen: 1, name: and owner:")


def read_settings_text(text: str, file: str) -> tuple[Settings, list[Finding]]:
    """Return the settings of a text, without their wrong parts, and what is wrong with them."""
    if not text.strip():
        return Settings(), []
    reading, findings = _read_model(Settings, YamlFile(file, text), {}, None, phrase("settings are key: value lines"))
    return reading.usable or Settings(), findings


def _read_model(
    model: type[Model], file: YamlFile, placeholders: dict[str, str], empty: Phrase | None, beginning: Phrase
) -> tuple[Validated[Model], list[Finding]]:
    data, yaml_problems = read_yaml(file.text)
    places = Places(file.text)
    findings = [_from_yaml(file, problem, places) for problem in yaml_problems]
    nothing: Validated[Model] = Validated(None, None, (), None)
    if data is None:
        if not yaml_problems and empty is not None:
            findings.append(file.finding("empty-file", empty, (), hint=beginning, places=places))
        elif not yaml_problems:
            return validated(model, {}, placeholders), findings
        return nothing, findings
    if not isinstance(data, dict):
        what = phrase("a list stands here") if isinstance(data, list) else phrase("only a text stands here")
        findings.append(file.finding("wrong-type", what, (), hint=beginning, places=places))
        return nothing, findings
    reading = validated(model, data, placeholders)
    findings += [_from_model(file, problem, places) for problem in reading.problems]
    return reading, findings


def _from_yaml(file: YamlFile, problem: YamlProblem, places: Places) -> Finding:
    place = places.at(problem.line, problem.column)
    return Finding(
        problem.rule,
        "error",
        problem.message,
        file.file,
        account=file.account,
        hint=problem.hint,
        line=place.line,
        column=place.column,
        source=place.source,
    )


def _from_model(file: YamlFile, problem: Problem, places: Places) -> Finding:
    rule, path, message, hint = problem
    return file.finding(rule, message, path, hint=hint, places=places, key=rule == "unknown-key")


def _with_purchases(
    file: YamlFile,
    account: Account | None,
    usable: Account | None,
    purchases_file: str,
    purchases: bytes | Finding,
) -> tuple[Account | None, Account | None, list[Finding]]:
    if usable is not None and usable.value.purchases:
        message = phrase("purchases stand both here and in {file}", file=purchases_file)
        hint = phrase("keep one of the two; the file is better for long histories")
        path: Path = ("value", "purchases")
        return (
            account,
            usable,
            [file.finding("purchases-twice", message, path, hint=hint, places=Places(file.text))],
        )
    text = decode(purchases, purchases_file) if isinstance(purchases, bytes) else purchases
    if isinstance(text, Finding):
        return account, usable, [_of(file.account, text)]
    rows, findings = read_purchases(text, purchases_file)

    def joined(plan: Account | None) -> Account | None:
        if plan is None:
            return None
        return plan.model_copy(update={"value": plan.value.model_copy(update={"purchases": rows})})

    return joined(account), joined(usable), [_of(file.account, finding) for finding in findings]


def _of(account_id: str | None, finding: Finding) -> Finding:
    return replace(finding, account=account_id)


def name_finding(file: str) -> Finding | None:
    """Return what is wrong with a plan's file name, which is the account's id; nothing if it is a good one."""
    name = file.rsplit("/", 1)[-1]
    stem = name.removesuffix(".yaml")
    if _ID.fullmatch(stem):
        return None
    slug = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")
    return Finding(
        rule="bad-file-name",
        level="error",
        message=phrase("the file's name is the account's id, and {id} is not one", id=stem),
        file=file,
        hint=phrase("small letters, digits and hyphens; rename it to {name}", name=f"{slug or 'account'}.yaml"),
    )
