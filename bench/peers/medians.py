"""Medians in square cells by pandas and by numpy, for bench/run: medians.py FOLDER REPETITIONS WIDTH_KPC.

Reads x, y (kpc) and value as raw little-endian doubles, writes the cells' numbers, counts and medians the same way. Prints
versions, then the seconds of each repetition of pandas, then those of numpy.
"""

import sys
import time
from pathlib import Path

try:
    import numpy
    import pandas
except ImportError as missing:
    sys.exit(f"pandas could not be loaded: {missing}")

folder = Path(sys.argv[1])
repetitions = int(sys.argv[2])
width = float(sys.argv[3])
x, y, value = (numpy.fromfile(folder / f"{name}.f64") for name in ("x", "y", "value"))

with_pandas = []
for _ in range(repetitions):
    begun = time.perf_counter()
    kx = numpy.floor(x / width).astype(numpy.int64)
    ky = numpy.floor(y / width).astype(numpy.int64)
    grouped = pandas.Series(value).groupby([kx, ky])
    medians = grouped.median()
    with_pandas.append(time.perf_counter() - begun)
counts = grouped.count()
medians.index.get_level_values(0).to_numpy().astype(float).tofile(folder / "peer_kx.f64")
medians.index.get_level_values(1).to_numpy().astype(float).tofile(folder / "peer_ky.f64")
counts.to_numpy().astype(float).tofile(folder / "peer_count.f64")
medians.to_numpy().tofile(folder / "peer_median.f64")
del grouped, medians, counts

with_numpy = []
for _ in range(repetitions):
    begun = time.perf_counter()
    kx = numpy.floor(x / width).astype(numpy.int64)
    ky = numpy.floor(y / width).astype(numpy.int64)
    key = (kx - kx.min()) * (ky.max() - ky.min() + 1) + (ky - ky.min())
    order = numpy.argsort(key, kind="stable")
    edges = numpy.flatnonzero(numpy.diff(key[order])) + 1
    cells = [numpy.median(part) for part in numpy.split(value[order], edges)]
    with_numpy.append(time.perf_counter() - begun)
print(f"pandas {pandas.__version__}, numpy {numpy.__version__}, Python {sys.version.split()[0]}")
print(*with_pandas)
print(*with_numpy)
