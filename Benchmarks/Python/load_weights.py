#!/usr/bin/env python3
"""Runs the example of Commands.md that loads weights of fovea in PyTorch, and compares the outputs of both.

    make build && Benchmarks/Python/install && .build-python/bin/pip install --quiet safetensors
    .build-python/bin/python Benchmarks/Python/load_weights.py [path of fovea]
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy
import torch

root = pathlib.Path(__file__).resolve().parents[2]
fovea = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else root / ".build/release/fovea").resolve()
page = (root / "Sources/Fovea/Fovea.docc/Commands.md").read_text()
(example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
spec = re.search(r"<!-- file: rewritten.yaml -->\n+```yaml\n(.*?)```", page, re.DOTALL).group(1)
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    pathlib.Path("rewritten.yaml").write_text(spec)
    image = numpy.random.default_rng(0).standard_normal((2, 3, 32, 32)).astype(numpy.float32)
    numpy.save("image.npy", image)
    subprocess.run(
        [fovea, "run", "rewritten.yaml", "--input", "image.npy", "--save-weights", "rewritten.safetensors",
         "--output", "output.npy"], check=True)
    names = {}
    exec(example, names)
    with torch.inference_mode():
        wanted = names["net"](torch.from_numpy(image)).numpy()
    difference = numpy.abs(numpy.load("output.npy") - wanted).max() / numpy.abs(wanted).max()
print(f"largest difference {difference:.1e} of the largest output")
sys.exit(not difference < 1e-5)
