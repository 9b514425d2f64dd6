"""Start a process and wait for it: `launch.py RESULT COMMAND…` writes its figures into RESULT.

The system counts the memory of the starting process as the new one's until the new program is loaded, so the starter
must be smaller than anything it starts: run this with -I -S, and let it import nothing.
"""

import os
import sys
import time

_script, result, *command = sys.argv
begin = time.perf_counter()
process = os.posix_spawn(command[0], command, os.environ)
_process, status, usage = os.wait4(process, 0)
seconds = time.perf_counter() - begin
with open(result, "w") as file:  # noqa: PTH123 - pathlib would cost memory
    file.write(f"{os.waitstatus_to_exitcode(status)} {seconds} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss}")
