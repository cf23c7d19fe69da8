"""Starts one program and writes its wall time, processor time and most memory to a file, as JSON.

Usage: python3 -S -E start_one.py FILE PROGRAM [ARGUMENT...]

A process of its own, and a small one: the system counts the memory of whoever starts a program as the program's.
"""
import json
import os
import sys
import time

start = time.perf_counter()
process = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(process, 0)
seconds = time.perf_counter() - start
with open(sys.argv[1], "w", encoding="utf-8") as text:
    json.dump({"seconds": seconds, "cpu_seconds": usage.ru_utime + usage.ru_stime, "peak_kib": usage.ru_maxrss}, text)
code = os.waitstatus_to_exitcode(status)
sys.exit(code if code >= 0 else 128 - code)
