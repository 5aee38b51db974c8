"""Real git repositories of workspaces, untouched by the settings of whoever runs the tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

DAY = "2026-06-01T09:00:00Z"


def git(root: Path, *arguments: str, day: str = DAY) -> str:
    """Run git in a folder on a day, and return what it says."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(root)}
    identity = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Lin Yue"), ("EMAIL", "lin-yue@example.com"), ("DATE", day))
    }
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=ours | settings | identity, capture_output=True, text=True, check=True
    )
    return done.stdout


def commit(root: Path, message: str = "Plans", day: str = DAY) -> str:
    """Commit everything in a folder, in a repository that is begun where there is none; return the commit."""
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message, day=day)
    return git(root, "rev-parse", "HEAD").strip()
