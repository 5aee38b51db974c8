"""Several processes behind ``concurrent.futures``; each batch goes to the worker that had it before.

A worker keeps the plans that it has read (see :mod:`kamgen.output.account_files`), so sending an account to the same
worker in the next phase saves reading it again. With one worker everything runs in this process.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

BATCHES_OF_A_LIFE = 32
"""Batches after which workers are renewed: the PDF engine keeps 0.1 MB of every brief, and a batch has a dozen."""

Batch = TypeVar("Batch")
Result = TypeVar("Result")


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Workers:
    """Worker processes, started when first needed and stopped at the end of the ``with`` block."""

    def __init__(self, number: int) -> None:
        self.number = max(1, number)
        self._executors: list[ProcessPoolExecutor] = []

    def run(self, function: Callable[[Batch], Result], batches: Sequence[Batch]) -> Iterator[Result]:
        """Yield the function's result for every batch, as they are finished; batch ``i`` runs on worker ``i % number``.

        The function and its batches must be picklable.
        """
        if self.number == 1 or len(batches) <= 1:
            for batch in batches:
                yield function(batch)
            return
        share = self.number * BATCHES_OF_A_LIFE
        for start in range(0, len(batches), share):
            if start:
                self._stop()
            yield from self._run(function, batches[start : start + share])

    def _run(self, function: Callable[[Batch], Result], batches: Sequence[Batch]) -> Iterator[Result]:
        # Loaded only where several processes are needed: they cost as much as a build with nothing to do.
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor, as_completed

        if not self._executors:
            # A plain fork copies whatever threads hold locked, and executors have threads; a fork server has none and
            # loads kamgen once for all workers.
            method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
            context = multiprocessing.get_context(method)
            if method == "forkserver":
                context.set_forkserver_preload(["kamgen.output.account_files"])
            self._executors = [
                ProcessPoolExecutor(1, mp_context=context, initializer=_follow_the_parent) for _ in range(self.number)
            ]
        futures: list[Future[Result]] = [
            self._executors[index % self.number].submit(function, batch) for index, batch in enumerate(batches)
        ]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:
            for future in futures:
                future.cancel()

    def __enter__(self) -> Self:
        """Return the workers."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Stop the workers; at once after an error or an interrupt."""
        if kind is not None:
            for executor in self._executors:
                for process in list((executor._processes or {}).values()):
                    process.terminate()
        self._stop()

    def _stop(self) -> None:
        for executor in self._executors:
            executor.shutdown(wait=True, cancel_futures=True)
        self._executors = []


def _follow_the_parent() -> None:
    """Leave interrupts to the parent, and end when it does: a worker whose parent was killed would wait for ever."""
    import multiprocessing
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)
