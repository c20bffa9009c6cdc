#!/usr/bin/env python3
"""Runs a pipeline of GitLab CI on this machine: jobs in the order of their stages and needs, every combination of a
matrix, child pipelines, artifacts. Images do nothing: scripts run here.

usage: pipeline.py FILE REPOSITORY STATE [NAME=VALUE...]
  FILE        the pipeline, relative to the repository
  REPOSITORY  what a job gets
  STATE       an empty folder for workspaces and artifacts
  NAME=VALUE  what a person who starts it fills in, else the declared values
The environment goes to every job. Prints a line for each; ends with the status of the first that failed.
"""

import itertools
import os
import pathlib
import shutil
import string
import subprocess
import sys

import yaml

RESERVED = {"stages", "variables", "workflow", "include", "default", "image"}
KNOWN = {
    "stage", "image", "timeout", "script", "before_script", "artifacts", "needs", "trigger", "variables", "extends", "parallel", "id_tokens",
}


def refuse(text):
    sys.exit(f"pipeline: {text}")


class Pipeline:
    def __init__(self, repository, state, given):
        self.repository, self.state, self.given = repository, state, given

    def run(self, document, name, inherited):
        document = self.included(document)
        declared = {**inherited, **{each: value["value"] if isinstance(value, dict) else value for each, value in document.get("variables", {}).items()}}
        stages = document.get("stages", ["build", "test", "deploy"])
        jobs = {each: self.whole(document, each) for each in document if each not in RESERVED and not each.startswith(".")}
        self.check(stages, jobs)
        artifacts = self.state / f"{name}-artifacts"
        done = []
        while len(done) < len(jobs):
            ready = next(each for each in sorted(jobs, key=lambda one: stages.index(jobs[one]["stage"])) if each not in done and self.is_ready(each, jobs, done))
            self.job((name, ready), jobs[ready], declared, artifacts, self.needed(ready, jobs, done))
            done.append(ready)

    def included(self, document):
        """The files that a pipeline includes, below what it says itself."""
        whole = {}
        for each in document.get("include", []):
            whole.update(yaml.safe_load((self.repository / each["local"]).read_text()))
        return {**whole, **document}

    def whole(self, document, name):
        """A job with what it extends."""
        job = document[name]
        base = self.whole(document, job["extends"]) if "extends" in job else {"stage": "test", "variables": {}}
        return {**base, **job, "variables": {**base["variables"], **job.get("variables", {})}}

    def check(self, stages, jobs):
        for name, job in jobs.items():
            if job["stage"] not in stages:
                refuse(f"{name} has the stage {job['stage']}, which there is not")
            if set(job) - KNOWN:
                refuse(f"{name} has {', '.join(sorted(set(job) - KNOWN))}, which this runner does not know")
            if ("script" in job) == ("trigger" in job):
                refuse(f"{name} has neither a script nor a trigger, or both")
            for need in job.get("needs", []):
                if need not in jobs:
                    refuse(f"{name} needs {need}, which there is not")
                if stages.index(jobs[need]["stage"]) > stages.index(job["stage"]):
                    refuse(f"{name} needs {need} of a later stage")

    def needed(self, name, jobs, done):
        return jobs[name]["needs"] if "needs" in jobs[name] else list(done)

    def is_ready(self, name, jobs, done):
        return set(jobs[name].get("needs", [])) <= set(done)

    def job(self, path, job, declared, artifacts, needed):
        title = "-".join(path)
        if "trigger" in job:
            include = job["trigger"]["include"][0]
            child = yaml.safe_load((artifacts / include["job"] / include["artifact"]).read_text())
            if not job["trigger"].get("forward", {}).get("pipeline_variables"):
                refuse(f"{title} does not hand on what a person filled in")
            self.run(child, title, declared)
            return
        for number, combination in enumerate(combinations(job)):
            print(f"{title} {' '.join(combination.values())}".rstrip(), flush=True)
            workspace = self.state / f"{title}-{number}"
            shutil.copytree(self.repository, workspace)
            for need in needed:
                if (artifacts / need).exists():
                    shutil.copytree(artifacts / need, workspace, dirs_exist_ok=True)
            variables = {**declared, **self.given, **job["variables"], **combination, "CI_PROJECT_DIR": str(workspace)}
            self.script(title, job, expanded(variables), workspace)
            self.keep(title, job, workspace, artifacts / path[1])

    def script(self, title, job, variables, workspace):
        tokens = {name: "a token" for name in job.get("id_tokens", {})}
        lines = [*job.get("before_script", []), *job["script"]]
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", "\n".join(lines)],
            cwd=workspace,
            stdin=subprocess.DEVNULL,
            timeout=900,
            env={**os.environ, "CI": "true", "GITLAB_CI": "true", **variables, **tokens},
        )
        if done.returncode:
            refuse(f"{title}: status {done.returncode}")

    def keep(self, title, job, workspace, home):
        for path in job.get("artifacts", {}).get("paths", []):
            found = workspace / path
            if not found.exists():
                refuse(f"{title}: there is no {path} to keep")
            target = home / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(found, target, dirs_exist_ok=True) if found.is_dir() else shutil.copy(found, target)


def expanded(variables):
    """Variables may name variables."""
    values = {name: str(value) for name, value in variables.items()}
    for _ in range(3):
        values = {name: string.Template(value).safe_substitute({**os.environ, **values}) for name, value in values.items()}
    return values


def combinations(job):
    matrix = job.get("parallel", {}).get("matrix", [])
    if not matrix:
        return [{}]
    return [dict(zip(each, values)) for each in matrix for values in itertools.product(*each.values())]


def main():
    repository, state = (pathlib.Path(argument).resolve() for argument in sys.argv[2:4])
    given = {name: value for name, _, value in (argument.partition("=") for argument in sys.argv[4:])}
    document = yaml.safe_load((repository / sys.argv[1]).read_text())
    for name in set(given) - set(document["variables"]):
        refuse(f"there is no variable {name}")
    Pipeline(repository, state, given).run(document, "parent", {})


main()
