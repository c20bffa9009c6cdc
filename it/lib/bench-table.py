#!/usr/bin/env python3
"""Turns the rows that the benches left into a Markdown table; fails if something was not reached."""
import json
import os
import platform
import sys


def table(rows):
    outcome = {True: "yes", False: "**no**", None: "–"}
    yield f"Machine: {os.cpu_count()} cores, {platform.machine()}, Linux {platform.release().split('-')[0]}."
    yield ""
    yield "| what | to reach | measured | reached |"
    yield "|---|---|---|---|"
    for row in rows:
        measured = row["measured"] + (f" ({row['detail']})" if row["detail"] else "")
        yield f"| {row['what']} | {row['reach']} | {measured} | {outcome[row['met']]} |"


def main(source, target):
    with open(source, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    text = "\n".join(table(rows)) + "\n"
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8") as file:
        file.write(text)
    print(text)
    return 1 if not rows or any(row["met"] is False for row in rows) else 0


sys.exit(main(*sys.argv[1:]))
