"""What holds for every sound description, whatever it is: each function tells what does not, or None."""

import json
import pathlib
import subprocess

SECONDS = 60


class Failed(Exception):
    pass


class Case:
    """A description in a folder, and the command."""

    def __init__(self, binary, folder, text):
        self.binary, self.folder = binary, pathlib.Path(folder)
        self.write("net.yaml", text)

    def write(self, name, text):
        (self.folder / name).write_text(text)

    def read(self, name):
        return (self.folder / name).read_text()

    def fovea(self, *arguments, good=(0,)):
        try:
            done = subprocess.run([self.binary, *arguments], cwd=self.folder, capture_output=True, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            raise Failed(f"fovea {' '.join(arguments)} takes more than {SECONDS} s") from None
        if done.returncode not in good:
            raise Failed(f"fovea {' '.join(arguments)} ends with {done.returncode}: {done.stderr.decode(errors='replace')[:300]}")
        return done

    def analysis(self, name, *options):
        return json.loads(self.fovea("analyze", name, "--format", "json", *options).stdout)


def gathering(analysis, number):
    """The layers of a list of those that gather the whole map."""
    lists, wanted, layers = analysis["gathering"], {number}, []
    while wanted:
        entry = lists[last := max(wanted)]
        wanted = wanted - {last} | set(entry["after"])
        layers += [entry["layer"]] if entry["layer"] else []
    return sorted(set(layers))


def fields_of_outputs(analysis):
    """What the outputs see, with what stands behind the numbers."""
    fields = []
    for output in analysis["outputs"]:
        field = output["receptive_field"]
        if isinstance(field, dict):
            if field["through"] is not None:
                field["through"] = gathering(analysis, field["through"])
            for axis in field["axes"] or []:
                if axis["phases"] is not None:
                    axis["phases"] = analysis["phases"][axis["phases"]]
        fields.append((output["name"], output["shape"], field))
    return fields


def figures(analysis):
    totals = analysis["totals"]
    fields = [field for _, _, field in fields_of_outputs(analysis)]
    return {key: totals[key] for key in ("parameters", "buffers", "macs", "flops", "weight_bytes")}, fields


def expands_to_itself(case):
    case.fovea("expand", "net.yaml", "-o", "flat.yaml")
    if figures(case.analysis("net.yaml")) != figures(case.analysis("flat.yaml")):
        return "the expanded description has other figures"


def is_fixed_once(case):
    case.write("fixed.yaml", case.read("net.yaml"))
    case.fovea("lint", "fixed.yaml", "--select", "all", "--fix", "--exit-zero")
    once = case.read("fixed.yaml")
    case.fovea("lint", "fixed.yaml", "--select", "all", "--fix", "--exit-zero")
    if case.read("fixed.yaml") != once:
        return "a second --fix changes what the first has fixed"
    shapes = [[o["shape"] for o in case.analysis(name)["outputs"]] for name in ("net.yaml", "fixed.yaml")]
    if shapes[0] != shapes[1]:
        return "a safe fix changes the shape of an output"


def is_equal_to_itself(case):
    case.write("same.yaml", case.read("net.yaml"))
    limits = ["--fail-if", "macs>+0%", "--fail-if", "parameters>+0%"]
    done = case.fovea("compare", "net.yaml", "same.yaml", *limits, good=(0, 1))
    if done.returncode:
        return "the description differs from itself"


def open_sizes_agree(case):
    text = case.read("net.yaml")
    shape = next(line for line in text.split("\n") if line.startswith("input: ")).removeprefix("input: ").split("x")
    unknown = "x".join([shape[0]] + ["?"] * (len(shape) - 1))
    done = case.fovea("analyze", "net.yaml", "--format", "json", "--input", unknown, good=(0, 1))
    if done.returncode:
        return None
    whole, part = case.analysis("net.yaml"), json.loads(done.stdout)
    for key in ("parameters", "macs", "flops"):
        told = part["totals"][key]
        if isinstance(told, int) and told != whole["totals"][key]:
            return f"{key} are {whole['totals'][key]}, and {told} where the size is open"
        if isinstance(told, dict) and told["at_least"] > whole["totals"][key]:
            return f"{key} are {whole['totals'][key]}, and at least {told['at_least']} where the size is open"
    for known, opened in zip(whole["layers"], part["layers"]):
        for extent, told in zip(known["shape"], opened["shape"]):
            if told is not None and told != extent:
                return f"{known['path']} has the shape {known['shape']}, and {opened['shape']} where the size is open"


def rewrites_are_verified(case):
    done = case.fovea("rewrite", "net.yaml", "-o", "small.yaml", good=(0, 1, 2))
    if done.returncode or not (case.folder / "small.yaml").exists():
        return None
    seen = [fields_of_outputs(case.analysis(name)) for name in ("net.yaml", "small.yaml")]
    if seen[0] != seen[1]:
        return "the rewritten description has other outputs or fields"
    case.fovea("verify", "net.yaml", "small.yaml")


def fields_are_confirmed(case):
    case.fovea("verify", "--receptive-field", "net.yaml")


ALL = [
    expands_to_itself, is_fixed_once, is_equal_to_itself, open_sizes_agree, rewrites_are_verified, fields_are_confirmed]
