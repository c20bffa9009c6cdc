#!/usr/bin/env python3
"""Runs a command at a terminal of its own and says what a person saw.

usage: terminal.py COLUMNSxROWS FOLDER [--interrupt-at TEXT] COMMAND...

Leaves in FOLDER: bytes (what was written), final (all lines that were on the screen and above it at the end), seen (each line
that was ever on the screen), state (the cursor's column and whether it is hidden, whether lines wrap), ended (by a signal, or with a status). With --interrupt-at, types
Ctrl-C when the text is on the screen. Exits as the command does.
"""
import fcntl
import os
import pathlib
import pty
import select
import signal
import struct
import sys
import termios
import time

import pyte

LIMIT_SECONDS = 300


def start(columns, rows, command):
    pid, terminal = pty.fork()
    if pid == 0:
        try:
            # Whoever started this in the background ignores what a terminal's own commands must hear.
            for heard in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
                signal.signal(heard, signal.SIG_DFL)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvp(command[0], command)
        finally:
            os._exit(127)
    return pid, terminal


def text_of(line, columns):
    return "".join(line[x].data for x in range(columns)).rstrip()


def watch(terminal, screen, interrupt_at):
    """Yields what is written until the command has closed the terminal."""
    stream = pyte.ByteStream(screen)
    deadline = time.monotonic() + LIMIT_SECONDS
    seen = {}
    written = bytearray()
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            data = os.read(terminal, 65536)
        except OSError:  # Linux says so when nobody has the other side open any more
            return written, seen
        if not data:
            return written, seen
        written += data
        stream.feed(data)
        lines = [line.rstrip() for line in screen.display]
        seen.update(dict.fromkeys(lines))
        if interrupt_at and any(interrupt_at in line for line in lines):
            interrupt_at = None
            os.write(terminal, b"\x03")
    raise TimeoutError


def main(arguments):
    columns, rows = (int(number) for number in arguments.pop(0).split("x"))
    folder = pathlib.Path(arguments.pop(0))
    folder.mkdir(parents=True, exist_ok=True)
    interrupt_at = None
    if arguments[0] == "--interrupt-at":
        interrupt_at = arguments[1]
        del arguments[:2]
    screen = pyte.HistoryScreen(columns, rows, history=100_000, ratio=1)
    pid, terminal = start(columns, rows, arguments)
    try:
        written, seen = watch(terminal, screen, interrupt_at)
    except TimeoutError:
        os.kill(pid, signal.SIGKILL)
        print(f"not ended after {LIMIT_SECONDS} s", file=sys.stderr)
        return 124
    above = [text_of(line, columns) for line in screen.history.top]
    final = above + [line.rstrip() for line in screen.display]
    wraps = pyte.modes.DECAWM in screen.mode
    (folder / "bytes").write_bytes(written)
    (folder / "final").write_text("\n".join(final).rstrip() + "\n", encoding="utf-8")
    (folder / "seen").write_text("\n".join(seen) + "\n", encoding="utf-8")
    (folder / "state").write_text(
        f"column {screen.cursor.x}, hidden {screen.cursor.hidden}, wraps {wraps}\n", encoding="utf-8")
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    (folder / "ended").write_text(f"signal {-status}\n" if status < 0 else f"status {status}\n", encoding="utf-8")
    return status


if __name__ == "__main__":
    status = main(sys.argv[1:])
    sys.exit(status if status >= 0 else 128 - status)
