"""Several processes share the work, and none of them outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from kamgen.output.workers import BATCHES_OF_A_LIFE, Workers, processors

PARENT = """
import os, sys, time
from kamgen.output.workers import Workers

if __name__ == "__main__":
    from tests.output.test_workers import process_of
    with Workers(2) as workers:
        print(*sorted({number for _, number in workers.run(process_of, [0, 1])}), flush=True)
        time.sleep(60)
"""


def process_of(batch: int) -> tuple[int, int]:
    return batch, os.getpid()


def refuse(batch: int) -> int:
    raise ValueError(f"batch {batch}")


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_batch_comes_back_to_the_worker_that_had_it() -> None:
    with Workers(2) as workers:
        first = dict(workers.run(process_of, [0, 1, 2, 3]))
        second = dict(workers.run(process_of, [0, 1, 2, 3]))
    assert first == second
    assert first[0] == first[2]
    assert first[1] == first[3]
    assert first[0] != first[1]
    assert os.getpid() not in first.values()


def test_workers_are_renewed_so_that_memory_does_not_grow() -> None:
    with Workers(2) as workers:
        done = dict(workers.run(process_of, range(2 * BATCHES_OF_A_LIFE + 2)))
    assert sorted(done) == list(range(2 * BATCHES_OF_A_LIFE + 2))
    assert len(set(done.values())) == 4
    assert done[0] == done[2 * BATCHES_OF_A_LIFE - 2] != done[2 * BATCHES_OF_A_LIFE]


@pytest.mark.parametrize(("number", "batches"), [(1, [0, 1]), (4, [0]), (0, [0, 1])])
def test_one_worker_or_one_batch_needs_no_other_process(number: int, batches: list[int]) -> None:
    with Workers(number) as workers:
        assert list(workers.run(process_of, batches)) == [(batch, os.getpid()) for batch in batches]


def test_no_batch_is_no_work() -> None:
    with Workers(2) as workers:
        assert list(workers.run(process_of, [])) == []


def test_what_goes_wrong_in_a_worker_reaches_the_parent() -> None:
    with Workers(2) as workers, pytest.raises(ValueError, match="batch"):
        list(workers.run(refuse, [0, 1]))


def test_workers_end_when_their_parent_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    numbers = [int(number) for number in parent.stdout.readline().split()]
    assert len(numbers) == 2
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 30
    while any(is_alive(number) for number in numbers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(is_alive(number) for number in numbers)


def test_there_is_at_least_one_processor() -> None:
    assert processors() >= 1
