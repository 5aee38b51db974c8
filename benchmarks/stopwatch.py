"""Run one command to its end and print what it took, as JSON: ``python -I -S stopwatch.py COMMAND...``.

A script of its own that loads almost nothing: a new process is charged with the memory of the one that started it.
"""

import json
import os
import sys
import time


def main() -> int:
    """Print ``[wall seconds, CPU seconds, peak memory in MB, exit code]``; the command's own output is thrown away.

    CPU seconds and the peak are of the command and of all processes it waited for: the sum of their seconds, and the
    memory of the largest of them.
    """
    command = sys.argv[1:]
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=silence)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    kilobytes = usage.ru_maxrss / 1024 if sys.platform == "darwin" else usage.ru_maxrss
    print(json.dumps([wall, usage.ru_utime + usage.ru_stime, kilobytes / 1024, os.waitstatus_to_exitcode(status)]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
