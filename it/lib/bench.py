"""Measures whole processes side by side: every round runs each command once, so that a busy machine slows all of them alike."""
import dataclasses
import json
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field

DAY = 24 * 60 * 60 * 1000


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


def log_of(command):
    """The file that holds what the command's last run printed."""
    return os.path.join(os.environ["OCELOT_BENCH_WORK"], command.name.replace(" ", "-") + ".log")


def last_output(command):
    """What the command's last run printed."""
    with open(log_of(command), encoding="utf-8", errors="replace") as log:
        return log.read()


def run_once(command):
    """(seconds, MiB) of one run; ends the program when the command's status is another than the expected one."""
    if command.before:
        command.before()
    environment = {k: v for k, v in os.environ.items() if not k.endswith("_TAG")} | command.env
    log = log_of(command)
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


def of_the_goal(rounds, *commands):
    """{name: the milliseconds that the one goal of each command took in every round}, from the times in Maven's own log.

    A difference of a tenth of a second cannot be seen in whole processes, whose start-up alone varies by more.
    """
    stamped = ["-Dorg.slf4j.simpleLogger.showDateTime=true", "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS"]
    times = {command.name: [] for command in commands}
    for number in range(rounds + 1):
        for command in commands:
            # the second goal's beginning is the first one's end
            argv = [word for word in command.argv if word != "-q"] + nothing()[-1:] + stamped
            run_once(dataclasses.replace(command, argv=argv))
            begins = [clock(stamp) for stamp in re.findall(r"^([\d:.]+) \[INFO\] --- ", last_output(command), re.M)]
            if len(begins) != 2:
                sys.exit(f"{command.name}: Maven's log has {len(begins)} goals with a time, not 2: {log_of(command)}")
            if number:
                times[command.name].append((begins[1] - begins[0]) % DAY)
                print(f"    round {number} of {rounds}: {command.name}: {times[command.name][-1]} ms for the goal", flush=True)
    return times


def clock(stamp):
    """Milliseconds since midnight of hours:minutes:seconds.milliseconds."""
    hours, minutes, seconds = stamp.split(":")
    return (int(hours) * 60 + int(minutes)) * 60_000 + round(float(seconds) * 1000)


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
