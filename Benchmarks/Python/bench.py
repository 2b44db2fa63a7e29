#!/usr/bin/env python3
"""Layers and whole networks: fovea beside torch and ONNX Runtime, on one image in single precision.

    make bench          the release binary, other benchmarks, the two from PyPI in .build-python, then this
    .build-python/bin/python Benchmarks/Python/bench.py [--rounds 5] [--threads 2] [--only TEXT]

The three alternate: in each round every one of them runs a layer or network for a fifth of a second or so, at least three times, and gives its
median; what is printed is the median of the rounds. Ratios are their time over fovea's: above 1, fovea is faster. torch is the best of
its usual layout, channels-last and the packed layout of oneDNN; ONNX Runtime has all its graph optimisations.
"""
import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import warnings

import onnxruntime
import torch

from fovea_torch import FOVEA, Network, flat

warnings.filterwarnings("ignore")

LAYERS = [  # name, inputs, outputs, size, kernel, stride, dilation, groups, the goal over torch
    ("3x3 64@224", 64, 64, 224, 3, 1, 1, 1, 3), ("3x3 64@56", 64, 64, 56, 3, 1, 1, 1, 3),
    ("3x3 256@56", 256, 256, 56, 3, 1, 1, 1, 3), ("3x3 128@28", 128, 128, 28, 3, 1, 1, 1, 3),
    ("3x3 256@14", 256, 256, 14, 3, 1, 1, 1, 2), ("3x3 512@7", 512, 512, 7, 3, 1, 1, 1, 1.2),
    ("5x5 64@56", 64, 64, 56, 5, 1, 1, 1, 4), ("7x7 64@56", 64, 64, 56, 7, 1, 1, 1, 2.2),
    ("stem 7x7/2", 3, 64, 224, 7, 2, 1, 1, 0.95), ("3x3/2 128@56", 128, 128, 56, 3, 2, 1, 1, 0.95),
    ("1x1 64-256@56", 64, 256, 56, 1, 1, 1, 1, 0.95), ("1x1 256-64@56", 256, 64, 56, 1, 1, 1, 1, 0.95),
    ("1x1 1024-256@14", 1024, 256, 14, 1, 1, 1, 1, 0.95), ("dilated 3x3 256@28", 256, 256, 28, 3, 1, 2, 1, 0.95),
    ("depthwise 3x3 144@56", 144, 144, 56, 3, 1, 1, 144, 1.1), ("depthwise 7x7 96@56", 96, 96, 56, 7, 1, 1, 96, 1.1),
]
NETWORKS = [("resnet50", "resnet", "resnet50", 1.3), ("vgg16", "vgg", "vgg16", 1.3), ("mobilenet_v2", "mobilenet_v2", None, None)]

def median_time(body, seconds=0.2):
    """The median of as many runs as fit, at least three, after one that warms up; in milliseconds."""
    body()
    times, start = [], time.perf_counter()
    while len(times) < 3 or time.perf_counter() - start < seconds:
        before = time.perf_counter()
        body()
        times.append(time.perf_counter() - before)
    return statistics.median(times) * 1e3

class Fovea:
    """`fovea measure` of a description, in a process of its own each time."""

    def __init__(self, text, threads):
        self.file = tempfile.NamedTemporaryFile("w", suffix=".yaml")
        self.file.write(text)
        self.file.flush()
        self.environment = dict(os.environ, FOVEA_THREADS=str(threads))
        self.repetitions = 3
        first = self.run()
        self.repetitions = max(3, min(2000, int(200 / max(first, 1e-3))))

    def run(self):
        time.sleep(0.3)  # until the threads of the others have stopped to spin for more work
        command = [FOVEA, "measure", self.file.name, "--format", "json", "--repetitions", str(self.repetitions)]
        output = json.loads(subprocess.run(command, env=self.environment, capture_output=True, check=True).stdout)
        self.peak = output["peak_flops_per_second"]
        self.machine = output["machine"]
        self.algorithm = next((layer["algorithm"] for layer in output["layers"] if layer["algorithm"]), "")
        return output["median_ns"] / 1e6

def onnx_session(module, inputs, threads):
    with tempfile.NamedTemporaryFile(suffix=".onnx") as file:
        torch.onnx.export(module, inputs, file.name, input_names=["x"], opset_version=17, dynamo=False)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        session = onnxruntime.InferenceSession(file.name, options, providers=["CPUExecutionProvider"])
    feed = {"x": inputs[0].numpy()}
    return lambda: session.run(None, feed)

def layer_contenders(layer, threads):
    _, inputs, outputs, size, kernel, stride, dilation, groups, _ = layer
    text = (
        f"fovea: 1\nname: layer\ninput: {inputs}x{size}x{size}\nlayers:\n  - conv: {{out: {outputs}, kernel: {kernel}, "
        f"stride: {stride}, padding: half, dilation: {dilation}, groups: {groups}, bias: false}}\n")
    x = torch.randn(1, inputs, size, size)
    padding = dilation * (kernel // 2)
    plain = torch.nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation, groups, bias=False).eval()
    session = onnx_session(plain, (x,), threads)
    last = torch.nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation, groups, bias=False).eval()
    last = last.to(memory_format=torch.channels_last)
    x_last = x.contiguous(memory_format=torch.channels_last)
    bodies = [lambda: plain(x), lambda: last(x_last)]
    try:
        from torch.utils import mkldnn

        packed, x_packed = mkldnn.to_mkldnn(plain), x.to_mkldnn()
        packed(x_packed)
        bodies.append(lambda: packed(x_packed))
    except Exception:
        pass
    ours = Fovea(text, threads)
    return ours, ours.run, lambda: min(map(median_time, bodies)), lambda: median_time(session)

class Module(torch.nn.Module):
    """A network with its arrays as parameters, for export."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, x):
        return list(self.network({next(iter(self.network.inputs)): x}).values())

def network_contenders(spec, variant, threads):
    text = flat(spec, variant)
    network = Network(text)
    x = next(iter(network.random_inputs().values()))
    module = Module(network).eval()
    session = onnx_session(module, (x,), threads)
    last = Network(text).to(torch.float32, memory_format=torch.channels_last)
    x_last = x.contiguous(memory_format=torch.channels_last)
    name = next(iter(network.inputs))
    bodies = [lambda: network({name: x}), lambda: last({name: x_last})]
    ours = Fovea(text, threads)
    return ours, ours.run, lambda: min(map(median_time, bodies)), lambda: median_time(session)

def processor():
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    cases = [(layer[0], lambda layer=layer: layer_contenders(layer, options.threads), layer[8], None)
             for layer in LAYERS]
    cases += [(name, lambda s=spec, v=variant: network_contenders(s, v, options.threads), None, goal)
              for name, spec, variant, goal in NETWORKS]
    cases = [case for case in cases if options.only in case[0]]
    print(f"{processor()}, {os.cpu_count()} processors; torch {torch.__version__}, ONNX Runtime {onnxruntime.__version__}; "
          f"{options.threads} thread(s); load {os.getloadavg()[0]:.1f}")
    print(f"{'':22}{'algorithm':>10}{'fovea ms':>10}{'torch ms':>10}{'ORT ms':>10}{'torch/':>8}{'goal':>6}{'ORT/':>8}{'goal':>6}")
    ours = None
    with torch.inference_mode():
        for name, contenders, torch_goal, runtime_goal in cases:
            ours, *bodies = contenders()
            rounds = [[body() for body in bodies] for _ in range(options.rounds)]
            fovea, torchs, runtime = [statistics.median(column) for column in zip(*rounds)]
            goal = lambda value: "" if value is None else f"{value:g}"
            if torch_goal is not None and runtime_goal is None and torch_goal < 1.1:
                runtime_goal = 1.0
            print(f"{name:22}{ours.algorithm:>10}{fovea:10.3f}{torchs:10.3f}{runtime:10.3f}{torchs / fovea:8.2f}{goal(torch_goal):>6}"
                  f"{runtime / fovea:8.2f}{goal(runtime_goal):>6}", flush=True)
    if ours:
        print(f"{ours.machine}; peak {ours.peak / 1e9:.0f} GFLOP/s")

main()
