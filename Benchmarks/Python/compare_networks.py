#!/usr/bin/env python3
"""Compares whole networks of specs/zoo, at their full width, with torch in float64 on the same weights and inputs.

    make build && Benchmarks/Python/install
    .build-python/bin/python Benchmarks/Python/compare_networks.py [network...]

Each figure is the largest difference of an output over the largest output. Errors grow in proportion to the unit roundoff, so
fovea in float64 has to agree 2^29 times better than in float32: the last column is its difference over what that predicts,
(float32 difference) / 2^29, and more than 16 is a failure. In float32 fovea may err 16 times more than torch itself does
in float32, which sums in another order and, for kernels of 3 by 3, without Winograd's transforms.
"""
import pathlib
import sys
import tempfile

import numpy
import torch

from fovea_torch import Network, flat, fovea

NETWORKS = {
    "alexnet": ("alexnet", None, None), "vgg16": ("vgg", "vgg16", None), "resnet50": ("resnet", "resnet50", None),
    "mobilenet_v2": ("mobilenet_v2", None, None), "densenet121": ("densenet", "densenet121", None),
    "efficientnet_b0": ("efficientnet", "efficientnet_b0", None), "googlenet": ("googlenet", None, None),
    "unet": ("unet", None, "1x316x316"),
}


def compare(name):
    text = flat(*NETWORKS[name])
    network = Network(text)
    inputs = network.random_inputs()
    single = network(inputs)
    network.to(torch.float64)
    exact = network({key: tensor.double() for key, tensor in inputs.items()})
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "net.yaml").write_text(text)
        numpy.savez(folder / "weights.npz", **{key: tensor.float().numpy() for key, tensor in network.arrays.items()})
        arguments = ["run", str(folder / "net.yaml"), "--weights", str(folder / "weights.npz")]
        for key, tensor in inputs.items():
            numpy.save(folder / f"{key}.npy", tensor.numpy())
            arguments += ["--input", f"{key}={folder / key}.npy"]
        results = {}
        for dtype in ("float32", "float64"):
            fovea(*arguments, "--dtype", dtype, "--output", str(folder / "out.npz"))
            with numpy.load(folder / "out.npz") as archive:
                results[dtype] = {key: torch.from_numpy(archive[key]).double() for key in archive.files}
    failed = False
    for key, wanted in exact.items():
        largest = wanted.abs().max()
        ours, double, torchs = [
            ((result - wanted).abs().max() / largest).item()
            for result in (results["float32"][key], results["float64"][key], single[key].double())]
        ratio = double * 2**29 / ours
        failed |= not (ratio <= 16 and ours <= 16 * torchs)
        print(f"{name:17}{key:10}{wanted.numel():9}{ours:12.2e}{torchs:12.2e}{double:12.2e}{ratio:9.2f}", flush=True)
    return failed


names = sys.argv[1:] or list(NETWORKS)
print(f"{'network':17}{'output':10}{'elements':>9}{'float32':>12}{'torch f32':>12}{'float64':>12}{'ratio':>9}")
with torch.inference_mode():
    sys.exit(any([compare(name) for name in names]))
