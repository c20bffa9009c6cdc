"""Measures whole processes side by side: every round runs each command once, so that a busy machine slows all of them alike."""
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field


@dataclass
class Command:
    """One process to measure. `before` puts its files into the state that each run begins with."""

    name: str
    argv: list
    cwd: str
    env: dict = field(default_factory=dict)
    before: object = None
    status: int = 0
    limit: float = 1800


@dataclass
class Runs:
    """What the runs of one command took: wall-clock seconds and the largest resident set in MiB."""

    seconds: list = field(default_factory=list)
    mebibytes: float = 0

    @property
    def best(self):
        """The quickest run: what else the machine does only ever adds to it."""
        return min(self.seconds)


def run_once(command):
    """(seconds, MiB) of one run; ends the program when the command's status is another than the expected one."""
    if command.before:
        command.before()
    environment = {k: v for k, v in os.environ.items() if not k.endswith("_TAG")} | command.env
    log = os.path.join(os.environ["OCELOT_BENCH_WORK"], command.name.replace(" ", "-") + ".log")
    with open(log, "wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command.argv, cwd=command.cwd, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _, status, usage = wait(process, start + command.limit)
        except TimeoutError:
            process.kill()
            process.wait()
            sys.exit(f"{command.name}: no end after {command.limit} s; its output: {log}")
        seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != command.status:
        with open(log, errors="replace") as output:
            sys.stderr.writelines(output.readlines()[-20:])
        sys.exit(f"{command.name}: status {os.waitstatus_to_exitcode(status)} instead of {command.status}; its output: {log}")
    return seconds, usage.ru_maxrss / 1024


def wait(process, end):
    """The ended child with its resource usage; asks every 2 ms."""
    while time.perf_counter() < end:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return pid, status, usage
        time.sleep(0.002)
    raise TimeoutError


def side_by_side(rounds, *commands):
    """Runs each command once to warm the disk's cache, then `rounds` interleaved rounds; {name: Runs}."""
    runs = {command.name: Runs() for command in commands}
    for number in range(rounds + 1):
        for command in commands:
            seconds, mebibytes = run_once(command)
            if number:
                runs[command.name].seconds.append(seconds)
            runs[command.name].mebibytes = max(runs[command.name].mebibytes, mebibytes)
            print(f"    round {number} of {rounds}: {command.name}: {seconds:.2f} s", flush=True)
    return runs


def row(what, reach, measured, met, detail=""):
    """Adds a row to the table that it/bench prints at its end."""
    line = {"what": what, "reach": reach, "measured": measured, "met": met, "detail": detail}
    with open(os.environ["OCELOT_BENCH_ROWS"], "a", encoding="utf-8") as rows:
        rows.write(json.dumps(line) + "\n")
    print(f"  {what}: {measured} (to reach: {reach}) {'ok' if met else 'NOT REACHED' if met is not None else ''}", flush=True)


def not_measured(what, reach, why):
    """A row for what could not be measured here, with the reason."""
    row(what, reach, "not measured", None, why)


def ocelot(goal, *arguments):
    """The command line of a goal outside a project, offline."""
    plugin = "dev.ocelot:ocelot-maven-plugin:" + os.environ["OCELOT_VERSION"]
    return ["mvn", "-q", "-B", "-o", f"{plugin}:{goal}", *arguments]


def nothing():
    """The command line of a goal that does nothing, of a plugin without dependencies."""
    return ["mvn", "-q", "-B", "-o", "dev.ocelot.bench:empty-maven-plugin:1:nothing"]
