"""Random sound networks, small enough to be run: chains with joins, of one to three axes."""


def layer(rng, rank, channels):
    """A layer as text, and its channels."""
    out = rng.choice([1, 2, 3, 4, 6, 8])
    kernel = rng.choice([1, 2, 3, 3, 3, 5, 7])
    padding = rng.choice(["half", "half", "0", "1", "same"])
    if padding == "half" and kernel % 2 == 0:
        padding = "0"
    kind = rng.random()
    if kind < 0.35:
        options = f"out: {out}, kernel: {kernel}, padding: {padding}"
        if rng.random() < 0.25 and padding != "same":
            options += f", stride: {rng.choice([1, 2, 2, 3])}"
        elif rng.random() < 0.2:
            options += f", dilation: {rng.choice([2, 3])}"
        if rng.random() < 0.3:
            options += ", bias: false"
        return f"conv: {{{options}}}", out
    if kind < 0.42:
        return f"conv: {{out: {channels}, kernel: {rng.choice([3, 5])}, padding: half, groups: {channels}}}", channels
    if kind < 0.48:
        return f"conv_transpose: {{out: {out}, kernel: {rng.choice([2, 3, 4])}, stride: 2}}", out
    if kind < 0.58:
        pool = rng.choice(["max_pool", "avg_pool"])
        return f"{pool}: {{kernel: {rng.choice([2, 3])}, stride: {rng.choice([1, 2])}}}", channels
    if kind < 0.64:
        return f"upsample: {{scale: 2, mode: {rng.choice(['nearest', 'bilinear'] if rank == 2 else ['nearest'])}}}", channels
    if kind < 0.68:
        return "pad: {padding: 1}", channels
    if kind < 0.71:
        return "crop: {margin: 1}", channels
    if kind < 0.8:
        return "batch_norm", channels
    if kind < 0.84:
        return f"multiply: {{gate: [global_avg_pool, conv: {{out: {channels}, kernel: 1}}, sigmoid], x: []}}", channels
    if kind < 0.9:
        inner = f"conv: {{out: {channels}, kernel: {rng.choice([1, 3, 5])}, padding: half}}"
        return f"add: {{main: [{inner}, batch_norm, relu, {inner}], skip: []}}", channels
    if kind < 0.93:
        return f"concat: {{a: [conv: {{out: 2, kernel: 3, padding: half}}], b: []}}", channels + 2
    return rng.choice(["relu", "sigmoid", "tanh", "gelu", "silu", "leaky_relu"]), channels


def text(rng):
    rank = rng.choice([1, 2, 2, 2, 3])
    channels = rng.choice([1, 2, 3, 4])
    side = {1: (24, 60), 2: (16, 40), 3: (10, 16)}[rank]
    shape = "x".join(str(n) for n in [channels] + [rng.randint(*side) for _ in range(rank)])
    lines = ["fovea: 1", f"input: {shape}", "layers:"]
    for _ in range(rng.randint(1, 10)):
        made, channels = layer(rng, rank, channels)
        lines.append(f"  - {made}")
    return "\n".join(lines) + "\n", rank, channels
