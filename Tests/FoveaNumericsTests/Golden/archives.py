#!/usr/bin/env python3
"""Records compressed.npz and zip64.npz with NumPy and zipfile: a float32 array `a` of 0, 1/4, 1/2 … and a float64 one `b/c`."""
import io
import pathlib
import zipfile

import numpy as np

folder = pathlib.Path(__file__).parent
arrays = {"a": np.arange(60, dtype=np.float32).reshape(3, 4, 5) / 4, "b/c": np.zeros((2, 300))}
np.savez_compressed(folder / "compressed.npz", **arrays)

# Every number of the directory is taken for one that needs 64 bits.
zipfile.ZIP64_LIMIT = -1
zipfile.ZIP_FILECOUNT_LIMIT = -1
file = io.BytesIO()
with zipfile.ZipFile(file, "w") as archive:
    for name, array in arrays.items():
        data = io.BytesIO()
        np.save(data, array)
        info = zipfile.ZipInfo(name + ".npy")
        info.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(info, "w", force_zip64=True) as member:
            member.write(data.getvalue())
# zipfile leaves the small numbers in the last record too: those of its last 22 bytes from the eighth on.
data = bytearray(file.getvalue())
data[-14:-2] = b"\xff" * 12
(folder / "zip64.npz").write_bytes(data)
