"""What happened to a person's own words: what was added, left out or put differently, and in which language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kamgen.pages.changes.texts import LONGEST, columns, excerpt, reworded
from kamgen.pages.changes.values import Values, is_reference, is_text, scale
from kamgen.plan.values import LANGUAGES, Language, LocalisedText, Section, in_language


class TextMoves:
    """The words for changed texts and names, in one language."""

    def __init__(self, values: Values) -> None:
        self._s, self._t, self._quoted = values.s, values.t, values.quoted

    def set_to(self, label: str, value: str) -> str:
        """Return that a value was filled in."""
        return (
            self._s.text("{label} set to {value}", label=label, value=value)
            if label
            else (self._s.text("now {value}", value=value))
        )

    def removed(self, label: str, value: str) -> str:
        """Return that a value was taken out."""
        return self._s.text("{label} removed (was {value})", label=label, value=value).lstrip()

    def text(self, label: str, kind: type[Section], name: str, old: Any, new: Any) -> str:
        """Return what happened to a text; of a long one only what is different, and in which language."""
        is_name = not is_text(kind, name)
        changed = list(_by_language(old, new, self._t.language))
        if not changed:
            return self._marked(label, old, new)
        return self._s.listing(
            [
                self._text(label if language is None else self._in_language(label, language), was, now, is_name)
                for language, was, now in changed
            ]
        )

    def called_now(self, label: str, kind: type[Section], name: str, old: Any, new: Any) -> str:
        """Return what a thing is called now, where its old name is its subject already and nothing else changed."""
        changed = list(_by_language(old, new, self._t.language))
        if len(changed) == 1:
            language, was, now = changed[0]
            is_heard = language in (None, self._t.language)
            if was and now and is_heard and columns(was) <= LONGEST and columns(now) <= LONGEST:
                found = reworded(was, now)
                if found.before != found.after:
                    said = self._quoted(found.after)
                    return self._s.text("now reads {text}" if name == "text" else "now called {text}", text=said)
        return self.text(label, kind, name, old, new)

    def _text(self, label: str, old: str | None, new: str | None, is_name: bool) -> str:
        s = self._s
        if new is None:
            return self.removed(label, self._quoted(excerpt(old or ""), name=is_name))
        if old is None:
            said = self._quoted(excerpt(new), name=is_name)
            return (
                self.set_to(label, said)
                if is_name
                else s.text("{label} added: {text}", label=label, text=said).lstrip()
            )
        found = reworded(old, new)
        before, after = self._quoted(found.before, name=is_name), self._quoted(found.after, name=is_name)
        if found.before == found.after:
            said = s.text("{label}: only spaces, line breaks or invisible characters changed", label=label)
        elif not found.before:
            said = s.text("{label}: {text} added", label=label, text=after)
        elif not found.after:
            said = s.text("{label}: {text} left out", label=label, text=before)
        elif is_name:
            said = s.text("{label} {name} → {new_name}", label=label, name=before, new_name=after)
        else:
            said = s.text("{label}: {text} → {new_text}", label=label, text=before, new_text=after)
        others = s.text(" and {n} other place| and {n} other places", n=found.others) if found.others else ""
        return said.removeprefix(":").lstrip() + others

    def _marked(self, label: str, old: Any, new: Any) -> str:
        """Return that a text says the same, but now with its language, or no longer with it."""
        marked = new if isinstance(new, LocalisedText) else old
        language = self._t.label("language", "en" if marked.en else "zh")
        if marked is new:
            return self._s.text("{label} marked as {language}", label=label, language=language).lstrip()
        return self._s.text("{label} no longer marked as {language}", label=label, language=language).lstrip()

    def _in_language(self, label: str, language: Language) -> str:
        name = self._t.label("language", language)
        if not label:
            return self._s.text("in {language}", language=name)
        return self._s.text("{label} in {language}", label=label, language=name)


def holds_words(kind: type[Section], name: str, value: Any) -> bool:
    """Tell whether a value is a text of a person's own, or a name, rather than an id, a figure or a word of a scale."""
    if isinstance(value, LocalisedText):
        return True
    return isinstance(value, str) and (is_text(kind, name) or not (scale(kind, name) or is_reference(kind, name)))


def _by_language(old: Any, new: Any, language: Language) -> Iterator[tuple[Language | None, str | None, str | None]]:
    """Yield each language whose words changed, and both; no language where the text has none, or only one is there."""
    if old is None or new is None or (isinstance(old, str) and isinstance(new, str)):
        yield None, in_language(old, language) or None, in_language(new, language) or None
        return
    was, now = _languages(old, new, language), _languages(new, old, language)
    for each in LANGUAGES:
        if was.get(each) != now.get(each):
            yield each, was.get(each), now.get(each)


def _languages(text: Any, other: Any, language: Language) -> dict[Language, str]:
    """Return a text by language; one without a language counts as the language in which the other says the same."""
    if isinstance(text, LocalisedText):
        return {each: said for each in LANGUAGES if (said := getattr(text, each)) is not None}
    first: list[Language] = [language, *LANGUAGES]
    return {min(first, key=lambda each: (getattr(other, each) != text, getattr(other, each) is None)): text}
