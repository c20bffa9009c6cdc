#!/usr/bin/env python3
"""Writes expected.yml beside every input.yml under canonical/, by running PyYAML 6.

    python3 -m venv venv && venv/bin/pip install 'PyYAML==6.*'
    venv/bin/python write_expected.py

Each folder holds input.yml and, where other keys than the usual one are set, set.txt with lines
KEY=TEXT. A folder whose name starts with refused- has no expected.yml: there the canonical form is
refused on purpose, whatever PyYAML makes of it. Keys are set one at a time, each with a full load
and dump, as Mesa's bin/ci/update_tag.py does it.
"""

import pathlib

import yaml

USUAL = [("CONDITIONAL_BUILD_ANGLE_TAG", "0123456789abcdef0123456789abcdef")]


def keys_to_set(folder):
    file = folder / "set.txt"
    if not file.exists():
        return USUAL
    lines = file.read_text(encoding="utf-8").split("\n")
    return [tuple(line.split("=", 1)) for line in lines if line]


def written(file, key, text):
    data = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    variables = data.get("variables") or {}
    variables[key] = text
    data["variables"] = dict(sorted(variables.items()))
    return yaml.dump(data, sort_keys=False)


def main():
    assert yaml.__version__.startswith("6."), yaml.__version__
    for folder in sorted(pathlib.Path(__file__).parent.joinpath("canonical").iterdir()):
        if folder.name.startswith("refused-"):
            continue
        expected = folder / "expected.yml"
        expected.write_bytes((folder / "input.yml").read_bytes())
        for key, text in keys_to_set(folder):
            expected.write_bytes(written(expected, key, text).encode("ascii"))


main()
