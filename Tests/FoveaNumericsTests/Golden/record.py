#!/usr/bin/env python3
"""Records operations.npz with torch: for each case its operands and its result, in float64."""
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

torch.manual_seed(7)
torch.set_default_dtype(torch.float64)
arrays = {}


def case(name, function, **operands):
    for key, value in operands.items():
        arrays[f"{name}.{key}"] = value.numpy()
    arrays[f"{name}.result"] = function(*operands.values()).contiguous().numpy()


r = torch.randn
case("conv-1d", lambda x, w, b: F.conv1d(x, w, b, stride=2, padding=3, dilation=2), x=r(2, 3, 17), w=r(4, 3, 4), b=r(4))
case("conv-2d", lambda x, w, b: F.conv2d(x, w, b, stride=(2, 1), padding=(1, 2), dilation=(1, 2)),
     x=r(2, 3, 9, 11), w=r(5, 3, 3, 2), b=r(5))
case("conv-2d-groups", lambda x, w: F.conv2d(x, w, padding=1, groups=3), x=r(1, 6, 5, 7), w=r(9, 2, 3, 3))
case("conv-2d-asymmetric", lambda x, w, b: F.conv2d(F.pad(x, (0, 2, 3, 1)), w, b, stride=2),
     x=r(1, 2, 6, 7), w=r(3, 2, 3, 4), b=r(3))
case("conv-3d", lambda x, w, b: F.conv3d(x, w, b, stride=(1, 2, 1), padding=(1, 0, 1), groups=2),
     x=r(1, 4, 4, 5, 6), w=r(6, 2, 3, 2, 3), b=r(6))
case("transposed-1d", lambda x, w, b: F.conv_transpose1d(x, w, b, stride=3, padding=1, output_padding=2),
     x=r(2, 3, 5), w=r(3, 2, 4), b=r(2))
case("transposed-2d", lambda x, w, b: F.conv_transpose2d(
    x, w, b, stride=(2, 3), padding=(1, 0), output_padding=(1, 0), groups=2, dilation=(2, 1)),
    x=r(1, 4, 4, 5), w=r(4, 3, 3, 2), b=r(6))
case("transposed-3d", lambda x, w: F.conv_transpose3d(x, w, stride=2), x=r(1, 2, 2, 3, 2), w=r(2, 3, 2, 2, 3))
case("linear", lambda x, w, b: F.linear(x, w, b), x=r(2, 3, 7), w=r(4, 7), b=r(4))

x = r(2, 3, 9, 10)
case("max-pool", lambda x: F.max_pool2d(x, (3, 2), (2, 3), (1, 1), (2, 1), ceil_mode=True), x=x)
case("max-pool-1d", lambda x: F.max_pool1d(x, 3), x=r(1, 2, 11))
case("max-pool-3d", lambda x: F.max_pool3d(x, 2, 1, 1, ceil_mode=False), x=r(1, 2, 3, 4, 5))
case("avg-pool", lambda x: F.avg_pool2d(x, (3, 2), (2, 3), (1, 1), ceil_mode=True, count_include_pad=True), x=x)
case("avg-pool-exclusive", lambda x: F.avg_pool2d(x, 3, 2, 1, ceil_mode=True, count_include_pad=False), x=x)
case("avg-pool-divisor", lambda x: F.avg_pool2d(x, 3, 2, 1, divisor_override=5), x=x)
case("avg-pool-3d", lambda x: F.avg_pool3d(x, 2, 2, 1, ceil_mode=True), x=r(1, 2, 4, 5, 6))
case("adaptive-avg", lambda x: F.adaptive_avg_pool2d(x, (4, 7)), x=x)
case("adaptive-max", lambda x: F.adaptive_max_pool2d(x, (12, 3)), x=x)
case("global-avg", lambda x: x.mean((2, 3), keepdim=True), x=x)
case("global-max", lambda x: x.amax((2, 3), keepdim=True), x=x)

case("batch-norm", lambda x, mean, variance, scale, shift: F.batch_norm(x, mean, variance, scale, shift, eps=1e-3),
     x=x, mean=r(3), variance=r(3).abs(), scale=r(3), shift=r(3))
case("layer-norm", lambda x, scale, shift: F.layer_norm(x, (9, 10), scale, shift), x=x, scale=r(9, 10), shift=r(9, 10))
case("group-norm", lambda x, scale, shift: F.group_norm(x, 2, scale, shift), x=r(2, 6, 3, 4), scale=r(6), shift=r(6))
case("instance-norm", lambda x, scale, shift: F.instance_norm(x, weight=scale, bias=shift), x=x, scale=r(3), shift=r(3))
for size in (4, 5):
    case(f"local-response-norm-{size}", lambda x: F.local_response_norm(x, size, alpha=0.3, beta=0.6, k=1.5),
         x=r(2, 7, 3, 2))

v = torch.linspace(-9, 9, 61).reshape(1, 1, 61)
for name, function in {
    "relu": F.relu, "relu6": F.relu6, "leaky-relu": lambda x: F.leaky_relu(x, 0.2), "elu": lambda x: F.elu(x, 1.5),
    "gelu": F.gelu, "gelu-tanh": lambda x: F.gelu(x, approximate="tanh"), "silu": F.silu, "hardswish": F.hardswish,
    "hardsigmoid": F.hardsigmoid, "sigmoid": torch.sigmoid, "tanh": torch.tanh,
}.items():
    case(name, function, x=v)
case("prelu", lambda x, slope: F.prelu(x, slope), x=r(2, 3, 4), slope=r(3))
case("softmax", lambda x: F.softmax(x, 1), x=r(2, 5, 3) * 4)
case("softmax-last", lambda x: F.softmax(x, -1), x=r(2, 5, 3) * 4)

case("add", lambda x, y: x + y, x=r(2, 3, 4, 5), y=r(2, 3, 4, 5))
case("multiply-broadcast", lambda x, y: x * y, x=r(2, 3, 4, 5), y=r(2, 3, 1, 1))
case("add-broadcast", lambda x, y: x + y, x=r(3, 1, 5), y=r(2, 1, 4, 1))
case("concat", lambda x, y: torch.cat((x, y), 1), x=r(2, 3, 4), y=r(2, 2, 4))
case("pad", lambda x: F.pad(x, (1, -2, 0, 3), value=1.5), x=r(1, 2, 4, 5))
case("pad-reflect", lambda x: F.pad(x, (1, 3, 2, 0), mode="reflect"), x=r(1, 2, 4, 5))
case("pad-replicate", lambda x: F.pad(x, (1, 3, 2, 0), mode="replicate"), x=r(1, 2, 4, 5))
case("crop", lambda x: x[:, :, 1:3, 2:5], x=r(2, 2, 4, 5))
case("slice-channels", lambda x: x[:, 1:4], x=r(2, 5, 3))
case("channel-shuffle", lambda x: F.channel_shuffle(x, 2), x=r(2, 6, 2, 3))
case("pixel-shuffle", lambda x: F.pixel_shuffle(x, 2), x=r(2, 8, 2, 3))
case("pixel-unshuffle", lambda x: F.pixel_unshuffle(x, 2), x=r(2, 2, 4, 6))
case("nearest", lambda x: F.interpolate(x, size=(7, 4)), x=r(2, 2, 4, 6))
case("bilinear", lambda x: F.interpolate(x, size=(7, 4), mode="bilinear"), x=r(2, 2, 4, 6))
case("bilinear-aligned", lambda x: F.interpolate(x, size=(7, 4), mode="bilinear", align_corners=True), x=r(2, 2, 4, 6))
case("linear-1d", lambda x: F.interpolate(x, size=9, mode="linear"), x=r(1, 2, 4))
case("flatten", lambda x: x.flatten(1), x=r(2, 3, 4, 5))
case("reshape", lambda x: x.reshape(4, -1, 5), x=r(2, 3, 4, 5))
case("permute", lambda x: x.permute(0, 2, 3, 1), x=r(2, 3, 4, 5))
np.savez(pathlib.Path(__file__).with_name("operations.npz"), **arrays)
