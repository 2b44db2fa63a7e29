#!/usr/bin/env python3
"""Times the layers of the convolution benchmark in torch (oneDNN) and ONNX Runtime, with the threads given (default 1)."""
import sys
import time

import torch

LAYERS = [  # name, inputs, outputs, size, kernel, stride, dilation, groups
    ("3x3 64@56", 64, 64, 56, 3, 1, 1, 1), ("3x3 128@28", 128, 128, 28, 3, 1, 1, 1),
    ("3x3 256@14", 256, 256, 14, 3, 1, 1, 1), ("3x3 512@7", 512, 512, 7, 3, 1, 1, 1),
    ("3x3 64@224", 64, 64, 224, 3, 1, 1, 1), ("3x3 256@56", 256, 256, 56, 3, 1, 1, 1),
    ("5x5 64@56", 64, 64, 56, 5, 1, 1, 1), ("7x7 64@56", 64, 64, 56, 7, 1, 1, 1),
    ("stem 7x7/2", 3, 64, 224, 7, 2, 1, 1), ("3x3/2 128@56", 128, 128, 56, 3, 2, 1, 1),
    ("1x1 64-256@56", 64, 256, 56, 1, 1, 1, 1), ("1x1 256-64@56", 256, 64, 56, 1, 1, 1, 1),
    ("1x1 1024-256@14", 1024, 256, 14, 1, 1, 1, 1), ("dilated 3x3 256@28", 256, 256, 28, 3, 1, 2, 1),
    ("depthwise 3x3 144@56", 144, 144, 56, 3, 1, 1, 144), ("depthwise 7x7 96@56", 96, 96, 56, 7, 1, 1, 96),
]


def shortest(body):
    best, start, runs = 1e9, time.perf_counter(), 0
    while runs < 5 or time.perf_counter() - start < 0.4:
        before = time.perf_counter()
        body()
        best = min(best, time.perf_counter() - before)
        runs += 1
    return best * 1e3


def onnx_runtime(convolution, x, threads):
    try:
        import io

        import numpy
        import onnxruntime
        from onnx import TensorProto, helper, numpy_helper
    except ImportError:
        return None
    weight = numpy_helper.from_array(convolution.weight.detach().numpy(), "w")
    node = helper.make_node(
        "Conv", ["x", "w"], ["y"], group=convolution.groups, strides=convolution.stride,
        dilations=convolution.dilation, pads=list(convolution.padding) * 2)
    graph = helper.make_graph(
        [node], "g", [helper.make_tensor_value_info("x", TensorProto.FLOAT, list(x.shape))],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)], [weight])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    feed = {"x": x.numpy()}
    return shortest(lambda: session.run(None, feed))


threads = int(sys.argv[1]) if len(sys.argv) > 1 else 1
torch.set_num_threads(threads)
print(f"threads: {threads}; the best torch of the usual, the channels-last and the packed (mkldnn) layout, in ms")
with torch.inference_mode():
    for name, inputs, outputs, size, kernel, stride, dilation, groups in LAYERS:
        x = torch.randn(1, inputs, size, size)
        convolution = torch.nn.Conv2d(
            inputs, outputs, kernel, stride, dilation * (kernel // 2), dilation, groups, bias=False)
        times = [shortest(lambda: convolution(x))]
        last = convolution.to(memory_format=torch.channels_last)
        x_last = x.to(memory_format=torch.channels_last)
        times.append(shortest(lambda: last(x_last)))
        try:
            import torch.utils.mkldnn

            packed = torch.utils.mkldnn.to_mkldnn(convolution.eval())
            x_packed = x.to_mkldnn()
            times.append(shortest(lambda: packed(x_packed)))
        except Exception:
            pass
        runtime = onnx_runtime(convolution, x, threads)
        print(f"{name:24}{min(times):10.3f}   onnxruntime {runtime if runtime is None else round(runtime, 3)}")
