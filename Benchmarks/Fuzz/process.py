"""Runs a command within limits of time and memory."""

import os
import resource
import subprocess
import time

MOST_KILOBYTES = 500_000


def limited():
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command, seconds, folder=None, output=subprocess.DEVNULL):
    """The exit status, or a word for what is wrong; the peak of memory in kB."""
    child = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.DEVNULL, preexec_fn=limited, cwd=folder)
    end = time.monotonic() + seconds
    while True:
        pid, status, usage = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode = status
            return os.waitstatus_to_exitcode(status), usage.ru_maxrss
        if time.monotonic() > end:
            child.kill()
            _, _, usage = os.wait4(child.pid, 0)
            child.returncode = -9
            return "slow", usage.ru_maxrss
        time.sleep(0.002)


def verdict(command, seconds, folder=None, good=(0, 1, 2)):
    """What is wrong with the end of a command; None if nothing is."""
    status, kilobytes = run(command, seconds, folder)
    if status not in good:
        return f"status {status}"
    return f"{kilobytes} kB" if kilobytes > MOST_KILOBYTES else None
