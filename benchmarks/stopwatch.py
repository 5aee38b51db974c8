"""Run one command to its end and print what it took, as JSON: ``python -I -S stopwatch.py COMMAND...``.

A script of its own that loads almost nothing: a new process is charged with the memory of the one that started it.
"""

import ctypes
import json
import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    import resource

ADOPT = 36
"""``PR_SET_CHILD_SUBREAPER`` of Linux: processes that outlive the command become this process's children."""

PATIENCE = 10.0
"""Seconds until a process that outlives the command is taken for one that was left behind."""


def main() -> int:
    """Print ``[wall seconds, CPU seconds, peak memory in MB, exit code]``; the command's own output is thrown away.

    Wall seconds end with the command. CPU seconds and the peak are of all its processes: the sum of their seconds, and
    the memory of the largest of them. That includes processes which the command does not wait for itself, such as the
    server that :mod:`multiprocessing` forks workers from; only Linux can tell of these.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(ADOPT, 1, 0, 0, 0)
    command = sys.argv[1:]
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=silence)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    usages = [usage, *_left_over()]
    cpu = sum(each.ru_utime + each.ru_stime for each in usages)
    largest = max(each.ru_maxrss for each in usages)
    kilobytes = largest / 1024 if sys.platform == "darwin" else largest
    print(json.dumps([wall, cpu, kilobytes / 1024, os.waitstatus_to_exitcode(status)]))
    return 0


def _left_over() -> "list[resource.struct_rusage]":
    found: list[resource.struct_rusage] = []
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            process, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return found
        if process:
            found.append(usage)
        else:
            time.sleep(0.005)
    raise SystemExit("the command left a process behind")


if __name__ == "__main__":
    raise SystemExit(main())
