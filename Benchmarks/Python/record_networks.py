#!/usr/bin/env python3
"""Records Tests/FoveaTests/Fixtures/networks.npz: networks of specs/zoo with an eighth of their channels, by torch in float64.

    Benchmarks/Python/install
    FOVEA=.build/debug/fovea .build-python/bin/python Benchmarks/Python/record_networks.py

The Swift tests narrow the same descriptions in the same way, draw the same weights and inputs (`--init varied`, seed 0, rounded to
single precision) and compare the samples.
"""
import torch

from fovea_torch import ROOT, Network, flat, narrowed, npz, samples

DIVISOR = 8
NETWORKS = [
    ("alexnet", None, "3x96x96"), ("vgg", "vgg16", "3x64x64"), ("resnet", "resnet50", "3x64x64"),
    ("mobilenet_v2", None, "3x64x64"), ("densenet", "densenet121", "3x64x64"),
    ("efficientnet", "efficientnet_b0", "3x64x64"), ("googlenet", None, "3x64x64"), ("unet", None, "1x204x204"),
]

arrays = {}
with torch.inference_mode():
    for spec, variant, size in NETWORKS:
        network = Network(narrowed(flat(spec, variant, size), DIVISOR)).to(torch.float64)
        inputs = {name: tensor.double() for name, tensor in network.random_inputs().items()}
        for name, tensor in network(inputs).items():
            key = f"{variant or spec} {size} {name}"
            arrays[key] = samples(tensor).numpy().copy()
            print(f"{key}: {list(tensor.shape)}, standard deviation {tensor.std().item():.3g}")
(ROOT / "Tests/FoveaTests/Fixtures/networks.npz").write_bytes(npz(arrays))
