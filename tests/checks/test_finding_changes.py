"""Which findings a change brought, and which it mended."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kamgen.checks.finding_changes import changed_lines, finding_changes
from kamgen.wording.phrase import phrase
from kamgen.workspace.problems import Finding

FILE = "accounts/acme.yaml"
OLD = Finding("stale-plan", "warning", phrase("{days} days old", days=100), FILE, "acme", ("reviewed",), line=4)
TEXTS = {FILE: ("a\nb\nc\nd\n", "a\nB\nc\nd\n")}


def on(line: int, rule: str = "some-rule", **more: object) -> Finding:
    return replace(OLD, rule=rule, path=(rule,), line=line, **more)  # type: ignore[arg-type]


def test_findings_on_changed_lines_come_first_whether_they_are_new_or_not() -> None:
    found = finding_changes([on(2, "old")], [on(2, "old"), on(2, "new"), on(3, "other")], TEXTS)
    assert [finding.rule for finding in found.on_changed_lines] == ["old", "new"]
    assert [finding.rule for finding in found.new] == ["other"]


def test_what_was_there_before_is_counted_though_days_have_passed_and_lines_have_moved() -> None:
    later = replace(OLD, message=phrase("{days} days old", days=130), line=3)
    found = finding_changes([OLD, on(1)], [later], TEXTS)
    assert (found.new, found.remaining, found.resolved) == ((), 1, 1)


def test_errors_stand_before_warnings() -> None:
    found = finding_changes([], [on(2, "a"), on(2, "b", level="error"), on(3, "c"), on(3, "d", level="error")], TEXTS)
    assert [finding.rule for finding in (*found.on_changed_lines, *found.new)] == ["b", "a", "d", "c"]


class TestChangedLines:
    def test_are_those_that_were_not_there(self) -> None:
        assert changed_lines("a\nb\nc\n", "a\nx\nb\ny\n") == {2, 4}
        assert set(changed_lines("", "a\nb\n")) == {1, 2}
        assert set(changed_lines("a\nb\n", "a\n")) == set()
        assert set(changed_lines("a\n", "a\n")) == set()

    def test_of_endless_texts_are_taken_as_one_piece(self) -> None:
        before = "\n".join(f"old {n}" for n in range(3_000))
        after = "first\n" + "\n".join(f"new {n}" for n in range(3_000))
        assert set(changed_lines(f"same\n{before}\nend", f"same\n{after}\nend")) == set(range(2, 3_003))

    @given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd"), min_size=1))
    def test_leave_only_lines_that_stood_in_the_same_order_before(self, before: list[str], after: list[str]) -> None:
        changed = set(changed_lines("\n".join(before), "\n".join(after)))
        kept = iter([line for number, line in enumerate(after, start=1) if number not in changed])
        rest = next(kept, None)
        for line in before:
            if line == rest:
                rest = next(kept, None)
        assert rest is None
