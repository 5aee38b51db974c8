"""The pages of the sample site, known before it is built so that each is a test of its own."""

from __future__ import annotations

from kamgen.checks.catalogue import FAMILIES
from tests.conftest import REPOSITORY

ACCOUNTS = sorted(path.stem for path in (REPOSITORY / "accounts").glob("*.yaml"))
CHINESE_ACCOUNTS = ("lichuan-jingmi", "maiheli-liansuo")
ENGLISH_ACCOUNTS = tuple(name for name in ACCOUNTS if name not in CHINESE_ACCOUNTS)
FOLDERS = {"en": "", "zh": "zh/"}
EXPLANATIONS = ("explain/methods.html", "explain/metrics.html", "explain/rules.html", "explain/rules-power-map.html")
FAMILY_PAGES = tuple(f"explain/rules-{family}.html" for family in FAMILIES)
PAGES = [
    folder + page
    for folder in FOLDERS.values()
    for page in (
        "index.html",
        "404.html",
        *EXPLANATIONS[:3],
        *FAMILY_PAGES,
        *(f"accounts/{name}.html" for name in ACCOUNTS),
    )
]
LARGE_PAGES = [
    folder + page
    for folder in FOLDERS.values()
    for page in ("index.html", "accounts/save-a-lot.html", "accounts/lichuan-jingmi.html", *EXPLANATIONS)
]
"""The portfolio, the largest English account, the largest Chinese one and the explanations, in both languages."""
