#!/usr/bin/env python3
"""Counts the tests of a build: prints "<passed> <failed> <skipped>" over the reports below a folder that are newer than a file.

Reads what surefire and failsafe (TEST-*.xml) and the invoker (BUILD-*.xml) leave.
"""
import os
import sys
import xml.etree.ElementTree as xml


def outcome(root):
    """(passed, failed, skipped) of one report."""
    if root.tag == "testsuite":
        failed = int(root.get("failures", 0)) + int(root.get("errors", 0))
        skipped = int(root.get("skipped", 0))
        return int(root.get("tests", 0)) - failed - skipped, failed, skipped
    if root.tag == "build-job":
        result = root.get("result")
        return int(result == "success"), int(result not in ("success", "skipped")), int(result == "skipped")
    return 0, 0, 0


def main(folder, since):
    newer = os.stat(since).st_mtime
    total = (0, 0, 0)
    for parent, folders, files in os.walk(folder):
        # What the invoker's projects leave in their own folders (target/it-...) is counted by the invoker's reports.
        folders[:] = [f for f in folders if f not in ("src", ".git", "quickstart-repo") and not f.startswith("it-")]
        for name in files:
            path = os.path.join(parent, name)
            if name.startswith(("TEST-", "BUILD-")) and name.endswith(".xml") and os.stat(path).st_mtime >= newer:
                total = tuple(a + b for a, b in zip(total, outcome(xml.parse(path).getroot())))
    print(*total)


main(*sys.argv[1:])
