"""Build the whole site: survey the accounts, decide what is out of date, write that, and nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kamgen.output.folders import code_folder, own_templates, templates_folder
from kamgen.output.inputs import (
    LastBuild,
    keep_build,
    last_build,
    names_below,
    settled,
    signature,
)
from kamgen.output.manifest import MANIFEST, Manifest, Output, read_manifest

if TYPE_CHECKING:
    from kamgen.history.git_failures import HistoryUnreadable, NoRepository
    from kamgen.history.replay import Replay
    from kamgen.plan.values import Language
    from kamgen.workspace.problems import Finding

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and of how many."""


@dataclass(frozen=True)
class BuildOptions:
    """What a build is asked for.

    Attributes:
        today: The day to speak of where neither ``as_of`` nor the settings name one.
        as_of: The day to speak of; the settings' or today when None.
        language: Build this language alone; the settings' languages when None.
        only: Ids of the accounts to write; all when empty. The portfolio is always written.
        jobs: Worker processes.
        pdf: Whether to make briefs; without, those that are there stay as they are.
        force: Write everything again.
        keep_going: Leave out plans with errors instead of stopping.
        allow_missing_glyphs: Make briefs even where characters cannot be drawn.
        check: Write nothing; report what a build would change.
        other_briefs: Addresses of briefs that this site does not hold and that can be linked all the same: whoever
            serves it has them from elsewhere.
        replay: The workspace as it was at a commit, if that is what is built; ``today`` is then the commit's day.

    """

    today: date
    as_of: date | None = None
    language: str | None = None
    only: tuple[str, ...] = ()
    jobs: int = 1
    pdf: bool = True
    force: bool = False
    keep_going: bool = False
    allow_missing_glyphs: bool = False
    check: bool = False
    other_briefs: frozenset[str] = frozenset()
    replay: Replay | None = None

    @property
    def text(self) -> str:
        """The options that change what is written, as text."""
        day = self.as_of or self.today
        others = sorted(self.other_briefs)
        asked = [str(self.as_of), str(day), self.language, self.only, self.pdf, self.allow_missing_glyphs, others]
        return json.dumps(asked)


@dataclass(frozen=True)
class BuildReport:
    """What a build did.

    Attributes:
        site: The folder of the site.
        as_of: The day it speaks of; empty where nothing had to be looked at.
        accounts: How many accounts it has; None where nothing had to be looked at.
        written: Addresses of the files that were written, or would be.
        removed: Addresses of the files that were removed, or would be.
        laid_out: How many briefs were laid out.
        problems: Why briefs could not be made, each once.
        findings: Findings of all plans.
        left_out: Ids of the accounts left out because of errors.
        stopped: Whether errors in the plans stopped the build; then nothing was written.
        language: The workspace's main language.
        history_cut_off: Whether there are no trends only because this clone does not reach back far enough.
        history_problem: Why git tells nothing of the workspace's history though there is one; None where it does.

    """

    site: Path
    as_of: str = ""
    accounts: int | None = None
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    laid_out: int = 0
    problems: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    left_out: tuple[str, ...] = ()
    stopped: bool = False
    language: Language = "en"
    history_cut_off: bool = False
    history_problem: HistoryUnreadable | NoRepository | None = None


def build_site(root: Path, target: Path, options: BuildOptions, progress: Progress | None = None) -> BuildReport:
    """Bring a site up to date with its plans.

    Takes a few milliseconds where nothing changed: sizes and times of all inputs and outputs are compared before
    anything heavy is loaded.

    Raises:
        CannotWrite: if the output folder cannot be written; the old site is whole.
        UnknownAccount: if an account that was asked for is not there.
        OwnTemplateError: if a workspace's own template is wrong.

    """
    from kamgen.output.cache import cache_folder

    if options.replay is not None:
        return _replay_site(options.replay, target, options, progress)
    cache = cache_folder(root)
    inputs = signature(_inputs(root))
    key = f"{options.text}{target.resolve()}"
    last = last_build(cache)
    if not options.force and not options.check and last.still_holds(key, inputs):
        return BuildReport(target)
    trusted = settled(inputs)

    from kamgen.output.site_update import update_site

    known = verified(target, read_manifest(target), last)
    report, manifest = update_site(root, target, options, known, cache, progress)
    # What keeps git from telling the history may go without any file changing, so then it is looked at each time.
    untold = report.history_cut_off or report.history_problem is not None
    complete = not (report.problems or report.left_out or untold)
    if manifest is not None and complete and trusted:
        outputs = signature([target / MANIFEST, *(target / address for address in manifest.outputs)])
        keep_build(cache, LastBuild(key, inputs, outputs))
    return report


def _replay_site(replay: Replay, target: Path, options: BuildOptions, progress: Progress | None) -> BuildReport:
    """Bring a site up to date with its plans as they were.

    It remembers things in a folder of its own, so that the next build of the plans of today finds all that it kept.
    """
    from kamgen.output.cache import cache_folder
    from kamgen.output.site_update import update_site

    cache = cache_folder(replay.repository.folder) / "replay"
    known = verified(target, read_manifest(target), LastBuild())
    return update_site(replay.root, target, options, known, cache, progress)[0]


def verified(target: Path, manifest: Manifest, last: LastBuild) -> Manifest:
    """Return a manifest without the outputs that are missing or are not what it says.

    A file whose size and time the last build on this machine kept is believed; others are read.
    """
    paths = {address: target / address for address in manifest.outputs}
    now = signature(paths.values())
    outputs: dict[str, Output] = {}
    for address, output in manifest.outputs.items():
        path = paths[address]
        moment = now.get(str(path))
        if moment is None or path.is_symlink():
            continue
        if moment == last.outputs.get(str(path)) or _digest(path) == output.digest:
            outputs[address] = output
    return Manifest(manifest.as_of, outputs, manifest.made_with)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _inputs(root: Path) -> Iterator[Path | str]:
    """Yield everything that a site is made from."""
    yield root / "kamgen.yaml"
    accounts = root / "accounts"
    yield accounts
    yield from names_below(accounts, (".yaml", ".yml", ".csv"))
    yield from names_below(own_templates(root))
    yield from names_below(code_folder(), (".py",))
    yield from names_below(templates_folder())
