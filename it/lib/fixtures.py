"""Makes repositories of many components in the layout that Mesa's update_tag.py reads too."""
import hashlib
import os
import shutil
import subprocess

TAGS = ".gitlab-ci/conditional-build-image-tags.yml"
CONTAINER = ".gitlab-ci/container"
SCRIPT = """#!/usr/bin/env bash

set -uex

PATCH_FILES=(
{patches}
)

ci_tag_build_time_check "{variable}" "${{PATCH_FILES[@]}}"

echo building
exit 9
"""


JVM_OPTIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "quickstart-repo", ".mvn", "jvm.config")


def repository(folder, components, inputs=2, peer=None, jvm_options=True):
    """A git repository of so many components with so many inputs each, every tag current; with the peer's files if given.

    It has the JVM's options that the quickstart repository has, unless those of the JVM itself are to count.
    """
    os.makedirs(os.path.join(folder, CONTAINER, "patches"))
    jobs, tags = [], []
    for number in range(1, components + 1):
        name = f"comp-{number:05d}"
        variable = name.upper().replace("-", "_") + "_TAG"
        tags.append(f"  CONDITIONAL_BUILD_{variable}: {component(folder, name, variable, inputs)}\n")
        jobs.append(f".container-builds-{name}:\n  variables:\n    CI_BUILD_COMPONENTS_{variable[:-4]}: {name}\n")
    write(folder, f"{CONTAINER}/gitlab-ci-inc.yml", "".join(jobs).encode())
    write(folder, TAGS, ("variables:\n" + "".join(tags)).encode())
    if jvm_options:
        os.makedirs(os.path.join(folder, ".mvn"))
        shutil.copy(JVM_OPTIONS, os.path.join(folder, ".mvn"))
    if peer:
        for path in ("bin/ci/update_tag.py", ".gitlab-ci/setup-test-env.sh"):
            os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
            shutil.copy(os.path.join(peer, path), os.path.join(folder, path))
    subprocess.run(["git", "init", "-q", folder], check=True)
    return folder


def component(folder, name, variable, inputs):
    """Writes one component; its tag."""
    paths = [f"{CONTAINER}/patches/{name}-{chr(ord('a') + i)}.patch" for i in range(inputs)]
    script = SCRIPT.format(patches="\n".join("  " + path for path in paths), variable=variable).encode()
    digest = hashlib.md5(script)
    write(folder, f"{CONTAINER}/build-{name}.sh", script)
    for path in paths:
        patch = f"--- a/{name}\n+++ b/{name}\n@@ -1 +1 @@\n-{path}\n+{path} changed\n".encode()
        digest.update(patch)
        write(folder, path, patch)
    return digest.hexdigest()


def write(folder, path, content):
    with open(os.path.join(folder, path), "wb") as file:
        file.write(content)


def make_stale(folder):
    """Declares a tag for every component that is not its own."""
    path = os.path.join(folder, TAGS)
    with open(path, encoding="ascii") as file:
        lines = file.readlines()
    with open(path, "w", encoding="ascii") as file:
        file.writelines(line if line == "variables:\n" else line[: line.index(": ") + 2] + "0" * 31 + "a\n" for line in lines)


def declared(folder):
    """The bytes of the declared tags."""
    with open(os.path.join(folder, TAGS), "rb") as file:
        return file.read()
