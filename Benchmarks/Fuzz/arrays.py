"""Damaged files of arrays: npy, npz and safetensors with bytes, lengths and headers that are not what they say."""

import io
import json
import struct
import zipfile

NETWORK = """fovea: 1
input: 2x8x8
layers:
  - conv: {out: 3, kernel: 3, padding: half}
    name: a
  - relu
  - linear: {out: 4}
    name: b
"""
SHAPES = {"a.weight": (3, 2, 3, 3), "a.bias": (3,), "b.weight": (4, 3), "b.bias": (4,)}
WORDS = [b"'descr'", b"'<f4'", b"'<f8'", b"'|b1'", b"'<i8'", b"'>f4'", b"'<c16'", b"'|O'", b"True", b"False", b"(3, 2, 3, 3)",
         b"()", b"(-1,)", b"(9223372036854775807, 2)", b"(99999999999999999999,)", b"1e9", b"{", b"}", b"\x93NUMPY", b"\x00", b"\xff" * 8]


def count(shape):
    result = 1
    for extent in shape:
        result *= extent
    return result


def npy(shape, rng):
    kind, code = rng.choice([("<f4", "f"), ("<f8", "d"), ("<f2", "e")])
    values = struct.pack(f"<{count(shape)}{code}", *(rng.gauss(0, 1) for _ in range(count(shape))))
    header = f"{{'descr': '{kind}', 'fortran_order': {rng.random() < 0.1}, 'shape': {shape}, }}".encode()
    size = -(-(11 + len(header)) // 64) * 64 - 10
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", size) + header.ljust(size - 1) + b"\n" + values


def npz(rng):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as archive:
        for name, shape in SHAPES.items():
            archive.writestr(name + ".npy", damaged(npy(shape, rng), rng) if rng.random() < 0.2 else npy(shape, rng))
    return file.getvalue()


def safetensors(rng):
    header, data = {}, b""
    for name, shape in SHAPES.items():
        values = struct.pack(f"<{count(shape)}f", *(rng.gauss(0, 1) for _ in range(count(shape))))
        header[name] = {"dtype": "F32", "shape": list(shape), "data_offsets": [len(data), len(data) + len(values)]}
        data += values
    if rng.random() < 0.4:
        entry = header[rng.choice(list(SHAPES))]
        change = rng.choice(["dtype", "shape", "data_offsets", "gone"])
        if change == "gone":
            del entry[rng.choice(list(entry))]
        elif change == "dtype":
            entry["dtype"] = rng.choice(["F64", "BF16", "I64", "BOOL", "F8_E4M3", "", 3, None, "\x1b[31m"])
        else:
            entry[change] = [rng.choice([0, 1, -1, 7, 1 << 31, 1 << 62, 1 << 70, 1.5, "2", None]) for _ in range(rng.randint(0, 5))]
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def damaged(data, rng):
    data = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 4])):
        place = rng.randrange(len(data) + 1)
        if rng.random() < 0.5:
            place = min(place, 300)
        kind = rng.random()
        if kind < 0.3 and place < len(data):
            data[place] = rng.choice([0, 1, 0x7F, 0x80, 0xFF, rng.randrange(256)])
        elif kind < 0.5:
            data[place:place + rng.choice([0, 1, 4])] = rng.choice(WORDS)
        elif kind < 0.65:
            data = data[:place]
        elif kind < 0.8:
            data[place:place + 8] = struct.pack("<Q", rng.choice([0, 1, 64, 1 << 16, 1 << 31, 1 << 32, (1 << 63) - 1, 1 << 63]))
        else:
            start = rng.randrange(len(data) + 1)
            data[place:place] = data[start:start + rng.choice([1, 16, 200])]
        if not data:
            break
    return bytes(data)


def made(rng):
    """The bytes of a file, and the end of its name."""
    data, ending = rng.choice([(npz, ".npz"), (safetensors, ".safetensors")])
    data = data(rng)
    if rng.random() < 0.8:
        data = damaged(data, rng)
    return data, rng.choice([ending] * 9 + [".npz", ".safetensors", ".npy", ".pth", ""])
