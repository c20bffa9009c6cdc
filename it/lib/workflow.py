#!/usr/bin/env python3
"""Runs the steps of a GitHub workflow on this machine: jobs in the order of their needs, every combination of a matrix,
reusable workflows, outputs and artifacts. What a step `uses` is stubbed: checkouts are copies of a folder, artifacts lie
in another, all else does nothing.

usage: workflow.py WORKFLOW REPOSITORY STATE [NAME=VALUE...]
  WORKFLOW    the workflow's file; reusable ones lie beside it
  REPOSITORY  what a checkout gives
  STATE       an empty folder for workspaces, artifacts and what steps wrote
  NAME=VALUE  inputs, else their defaults
The environment goes to every step. Prints a line for each step; ends with the status of the first that failed.
"""

import itertools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import yaml

EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}", re.DOTALL)
PATH = re.compile(r"[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)*")
FROM_JSON = re.compile(r"fromJSON\((.*?)\)(?:\['([\w-]+)'\])?")


class Unknown(Exception):
    """An expression that this runner does not know: the workflow must stay within what is tested."""


def load(file):
    document = yaml.safe_load(file.read_text())
    document["on"] = document.pop(True, document.get("on"))  # YAML 1.1 reads `on` as a boolean
    return document


def evaluate(expression, context):
    if expression.startswith("!"):
        return not evaluate(expression[1:].strip(), context)
    match = FROM_JSON.fullmatch(expression)
    if match:
        value = json.loads(evaluate(match[1], context))
        return value[match[2]] if match[2] else value
    if not PATH.fullmatch(expression):
        raise Unknown(expression)
    value = context
    for name in expression.split("."):
        if name not in value:
            raise Unknown(expression)
        value = value[name]
    return value


def shown(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def fill(value, context):
    """A text that is one expression keeps its type, as in GitHub Actions."""
    if not isinstance(value, str):
        return value
    whole = EXPRESSION.fullmatch(value.strip())
    if whole:
        return evaluate(whole[1], context)
    return EXPRESSION.sub(lambda match: shown(evaluate(match[1], context)), value)


def outputs(file):
    """What a step wrote to GITHUB_OUTPUT: NAME=VALUE, or NAME<<END with lines."""
    values, lines = {}, iter(file.read_text().splitlines())
    for line in lines:
        name, equals, value = line.partition("=")
        if "<<" in name or not equals:
            name, _, end = line.partition("<<")
            value = "\n".join(itertools.takewhile(lambda each: each != end, lines))
        values[name] = value
    return values


class Run:
    def __init__(self, repository, state):
        self.repository, self.state = repository, state
        self.count = 0

    def workflow(self, file, given, secrets):
        document = load(file)
        trigger = next(iter(document["on"].values())) or {}
        known = trigger.get("inputs") or {}
        unknown = set(given) - set(known)
        if unknown:
            sys.exit(f"{file.name} has no input {', '.join(sorted(unknown))}")
        inputs = {name: given.get(name, about.get("default", "")) for name, about in known.items()}
        context = {"inputs": inputs, "secrets": secrets, "vars": Anything("variable"), "github": {"token": "token", "repository": "o/r"}}
        needs = {}
        jobs = dict(document["jobs"])
        while jobs:
            name = next(name for name, job in jobs.items() if set(listed(job.get("needs"))) <= set(needs))
            job = jobs.pop(name)
            needed = {each: needs[each] for each in listed(job.get("needs"))}
            skipped = any(each["skipped"] for each in needed.values())
            inside = {**context, "needs": needed}
            if skipped or not fill("${{ " + strip(job.get("if", "true")) + " }}", {**inside, "true": True}):
                print(f"{name}: skipped", flush=True)
                needs[name] = {"skipped": True, "outputs": {}}
                continue
            told = {}
            for combination in combinations(fill_all(job.get("strategy", {}).get("matrix", {}), inside)):
                told = self.job(name, job, file, document, {**inside, "matrix": combination})
            needs[name] = {"skipped": False, "outputs": told}
        context["jobs"] = needs
        declared = trigger.get("outputs") or {}
        return {name: fill(about["value"], context) for name, about in declared.items()}

    def job(self, name, job, file, document, context):
        if "uses" in job:
            inputs = fill_all(job.get("with", {}), context)
            secrets = fill_all(job.get("secrets", {}), context)
            return self.workflow(file.parent / pathlib.Path(job["uses"]).name, inputs, secrets)
        self.count += 1
        workspace = self.state / f"{self.count:02}-{name}"
        workspace.mkdir()
        context["steps"] = {}
        environment = {**fill_all(document.get("env", {}), context)}
        environment.update(fill_all(job.get("env", {}), context))
        for place, step in enumerate(job["steps"]):
            if not fill("${{ " + strip(step.get("if", "true")) + " }}", {**context, "true": True}):
                continue
            title = step.get("name") or step.get("uses") or "run"
            print(f"{workspace.name}: {title}", flush=True)
            if "uses" in step:
                self.action(step["uses"], fill_all(step.get("with", {}), context), workspace)
            else:
                told = self.script(step, {**environment, **fill_all(step.get("env", {}), context)}, workspace, place, context)
                if "id" in step:
                    context["steps"][step["id"]] = {"outputs": told}
        return fill_all(job.get("outputs", {}), context)

    def script(self, step, environment, workspace, place, context):
        if EXPRESSION.search(step["run"]):
            sys.exit(f"{workspace.name}: an expression in a script: {step['run']}")
        written = self.state / f"{workspace.name}-{place}-outputs"
        summary = self.state / f"{workspace.name}-{place}-summary.md"
        written.touch()
        summary.touch()
        values = {name: shown(value) for name, value in environment.items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=workspace,
            stdin=subprocess.DEVNULL,
            timeout=900,
            env={
                **os.environ,
                "CI": "true",
                "GITHUB_ACTIONS": "true",
                "GITHUB_SHA": "0" * 40,
                "GITHUB_OUTPUT": str(written),
                "GITHUB_STEP_SUMMARY": str(summary),
                **values,
            },
        )
        if done.returncode:
            sys.exit(f"{workspace.name}: {step.get('name', step['run'])}: status {done.returncode}")
        return outputs(written)

    def action(self, uses, given, workspace):
        action = uses.split("@")[0]
        artifacts = self.state / "artifacts"
        if action == "actions/checkout":
            shutil.copytree(self.repository, workspace, dirs_exist_ok=True)
        elif action == "actions/upload-artifact":
            files = [found for line in given["path"].split() for found in sorted(workspace.glob(line))]
            if not files:
                sys.exit(f"{workspace.name}: nothing to upload: {given['path']}")
            base = pathlib.Path(os.path.commonpath([found.parent for found in files]))
            for found in files:
                target = artifacts / given["name"] / found.relative_to(base)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copytree(found, target) if found.is_dir() else shutil.copy(found, target)
        elif action == "actions/download-artifact":
            shutil.copytree(artifacts / given["name"], workspace / given["path"])


class Anything(dict):
    """Has every name."""

    def __init__(self, value):
        super().__init__()
        self.value = value

    def __contains__(self, name):
        return True

    def __missing__(self, name):
        return self.value


def listed(value):
    return [] if value is None else [value] if isinstance(value, str) else value


def strip(condition):
    whole = EXPRESSION.fullmatch(str(condition).strip())
    return whole[1] if whole else str(condition)


def fill_all(values, context):
    return {name: fill(value, context) for name, value in values.items()}


def combinations(matrix):
    if not matrix:
        return [{}]
    return [dict(zip(matrix, each)) for each in itertools.product(*matrix.values())]


def typed(text):
    return {"true": True, "false": False}.get(text, text)


def main():
    file, repository, state = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    given = {name: typed(value) for name, _, value in (argument.partition("=") for argument in sys.argv[4:])}
    Run(repository, state).workflow(file, given, Anything("secret"))


main()
