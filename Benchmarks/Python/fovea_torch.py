"""A torch network from a description: what `fovea expand` prints, layer by layer, with torch's own operations.

Nothing of torchvision takes part, and nothing is shared with fovea but the description: shapes that fovea derives are used for
crops alone, and are compared with torch's everywhere.
"""
import io
import json
import os
import pathlib
import re
import subprocess
import tempfile

import numpy
import torch
import torch.nn.functional as F
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOVEA = os.environ.get("FOVEA", str(ROOT / ".build/release/fovea"))


def fovea(*arguments, text=None):
    run = subprocess.run([FOVEA, *arguments], input=text, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise SystemExit(f"fovea {' '.join(arguments)}: {run.stderr}")
    return run.stdout


def flat(spec, variant=None, size=None):
    """The flat text of a network of specs/zoo, for square images of `size` pixels."""
    arguments = ["expand", str(ROOT / "specs/zoo" / f"{spec}.yaml")]
    if variant:
        arguments += ["--variant", variant]
    if size:
        arguments += ["--input", size]
    return fovea(*arguments)


def narrowed(text, divisor):
    """The same network with `divisor` times fewer channels: every number of outputs, and of groups but one."""
    return re.sub(r"(out|groups): (\d+)", lambda m: f"{m[1]}: {max(1, int(m[2]) // divisor)}", text)


# Recipe of random numbers: SplitMix64 seeded with the hash of a name.
MASK = (1 << 64) - 1


def mix(words):
    words = (words ^ (words >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    words = (words ^ (words >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    return words ^ (words >> numpy.uint64(31))


def uniform(seed, name, count):
    """`count` numbers in [0, 1), as fovea draws them for the array of that name."""
    gamma = 0x9E3779B97F4A7C15
    state = 0xCBF29CE484222325 ^ int(mix(numpy.array([(seed + gamma) & MASK], dtype=numpy.uint64))[0])
    for byte in name.encode():
        state = ((state ^ byte) * 0x100000001B3) & MASK
    steps = numpy.arange(1, count + 1, dtype=numpy.uint64) * numpy.uint64(gamma)
    return (mix(steps + numpy.array([state], dtype=numpy.uint64)) >> numpy.uint64(11)) * 2.0**-53


def random_input(name, shape, seed):
    """The input that `fovea run` draws, in single precision: uniform with variance 1."""
    values = numpy.sqrt(3.0) * (2 * uniform(seed, f"input {name}", int(numpy.prod(shape))) - 1)
    return values.astype(numpy.float32).reshape(shape)


class Network:
    """The layers of a flat description and their arrays, as torch tensors."""

    def __init__(self, text, initialization="varied", seed=0):
        self.text = text
        description = yaml.safe_load(text)
        with tempfile.TemporaryDirectory() as folder:
            spec = pathlib.Path(folder) / "net.yaml"
            spec.write_text(text)
            self.analysis = json.loads(fovea("analyze", str(spec), "--format", "json"))
            weights = pathlib.Path(folder) / "weights.npz"
            fovea("run", str(spec), "--init", initialization, "--seed", str(seed), "--save-weights", str(weights))
            with numpy.load(weights) as archive:
                self.arrays = {name: torch.from_numpy(archive[name]) for name in archive.files}
        self.inputs = {entry["name"]: [1] + entry["shape"] for entry in self.analysis["inputs"]}
        self.outputs = description["outputs"]
        self.layers = []
        for entry, layer in zip(description["layers"], self.analysis["layers"], strict=True):
            kind = next(key for key in entry if key not in ("name", "from", "weights"))
            assert kind == layer["operator"] and entry["name"] == layer["path"], (entry, layer)
            owner = entry.get("weights", layer["path"])
            self.layers.append((layer["path"], kind, entry[kind] or {}, layer["inputs"], layer["shape"], owner))

    def random_inputs(self, seed=0):
        return {name: torch.from_numpy(random_input(name, shape, seed)) for name, shape in self.inputs.items()}

    def to(self, dtype, memory_format=None):
        def convert(tensor):
            tensor = tensor.to(dtype)
            return tensor.contiguous(memory_format=memory_format) if memory_format and tensor.dim() == 4 else tensor

        self.arrays = {name: convert(tensor) for name, tensor in self.arrays.items()}
        return self

    def __call__(self, inputs):
        """The tensors of all outputs, by name."""
        tensors = dict(inputs)
        last_use = {}
        for index, layer in enumerate(self.layers):
            for name in layer[3]:
                last_use[name] = index
        for name in self.outputs.values():
            last_use[name] = len(self.layers)
        for index, (path, kind, attributes, sources, shape, owner) in enumerate(self.layers):
            result = self.apply(kind, attributes, [tensors[name] for name in sources], shape, owner)
            assert list(result.shape[1:]) == shape, f"{path}: torch gives {list(result.shape)}, fovea {shape}"
            tensors[path] = result
            for name in sources:
                if last_use[name] == index:
                    tensors.pop(name, None)
        return {name: tensors[path] for name, path in self.outputs.items()}

    def apply(self, kind, a, inputs, shape, owner):
        x = inputs[0]
        rank = x.dim() - 2
        each = lambda value: list(value) if isinstance(value, list) else [value] * rank
        array = lambda name: self.arrays.get(f"{owner}.{name}")
        if kind in ("conv", "max_pool", "avg_pool"):
            kernel = each(a["kernel"])
            stride = each(a["stride"]) if a.get("stride") is not None else (kernel if kind != "conv" else each(1))
            dilation = each(a.get("dilation", 1))
            before, after = pads(a.get("padding", 0), kernel, stride, dilation, list(x.shape[2:]))
        if kind == "conv":
            x, padding = padded(x, before, after)
            return (F.conv1d, F.conv2d, F.conv3d)[rank - 1](
                x, array("weight"), array("bias"), stride, padding, dilation, a.get("groups", 1))
        if kind == "conv_transpose":
            return (F.conv_transpose1d, F.conv_transpose2d, F.conv_transpose3d)[rank - 1](
                x, array("weight"), array("bias"), each(a.get("stride", 1)), each(a.get("padding", 0)),
                each(a.get("output_padding", 0)), a.get("groups", 1), each(a.get("dilation", 1)))
        if kind == "linear":
            return F.linear(x, array("weight"), array("bias"))
        if kind == "max_pool":
            assert before == after
            return (F.max_pool1d, F.max_pool2d, F.max_pool3d)[rank - 1](
                x, kernel, stride, before, dilation, a.get("ceil", False))
        if kind == "avg_pool":
            assert before == after
            return (F.avg_pool1d, F.avg_pool2d, F.avg_pool3d)[rank - 1](
                x, kernel, stride, before, a.get("ceil", False), a.get("count_include_pad", True))
        if kind == "adaptive_avg_pool":
            return (F.adaptive_avg_pool1d, F.adaptive_avg_pool2d, F.adaptive_avg_pool3d)[rank - 1](x, each(a["size"]))
        if kind == "global_avg_pool":
            return x.mean(dim=tuple(range(2, x.dim())), keepdim=True)
        if kind == "batch_norm":
            return F.batch_norm(
                x, array("running_mean"), array("running_var"), array("weight"), array("bias"), False, 0.0,
                float(a["eps"]))  # PyYAML reads 1e-05 as text
        if kind == "add":
            return sum(inputs[1:], start=x)
        if kind == "multiply":
            for other in inputs[1:]:
                x = x * other
            return x
        if kind == "concat":
            return torch.cat(inputs, dim=1)
        if kind == "flatten":
            return x.flatten(1)
        if kind == "crop":
            for axis, kept in enumerate(shape[1:]):
                rows = x.shape[axis + 2]
                start = (rows - kept) // 2
                if a.get("margin") is not None:
                    start = each(a["margin"])[axis]
                    start = start[0] if isinstance(start, list) else start
                x = x.narrow(axis + 2, start, kept)
            return x
        if kind in ("identity", "dropout", "stochastic_depth"):
            return x
        simple = {
            "relu": F.relu, "relu6": F.relu6, "silu": F.silu, "sigmoid": torch.sigmoid, "tanh": torch.tanh,
            "hardswish": F.hardswish, "hardsigmoid": F.hardsigmoid,
        }
        if kind in simple:
            return simple[kind](x)
        raise SystemExit(f"torch has no `{kind}` here yet: add it to {__file__}")


def pads(padding, kernel, stride, dilation, sizes):
    """Rows before and after each axis."""
    extents = [d * (k - 1) + 1 for k, d in zip(kernel, dilation)]
    if padding == "half":
        return [(e - 1) // 2 for e in extents], [(e - 1) // 2 for e in extents]
    if padding == "same":
        totals = [max(0, (-(-n // s) - 1) * s + e - n) for n, s, e in zip(sizes, stride, extents)]
        return [t // 2 for t in totals], [t - t // 2 for t in totals]
    rows = padding if isinstance(padding, list) else [padding] * len(kernel)
    pairs = [(row, row) if isinstance(row, int) else tuple(row) for row in rows]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def padded(x, before, after):
    """Symmetric padding is left to the convolution."""
    if before == after:
        return x, before
    flat_pads = [rows for pair in reversed(list(zip(before, after))) for rows in pair]
    return F.pad(x, flat_pads), [0] * len(before)


def samples(tensor, most=300):
    """At most `most` elements, evenly spread over the row-major order."""
    elements = tensor.reshape(-1)
    return elements[:: max(1, -(-elements.numel() // most))]


def npz(arrays):
    """An uncompressed archive."""
    buffer = io.BytesIO()
    numpy.savez(buffer, **arrays)
    return buffer.getvalue()
