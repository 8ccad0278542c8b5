"""Running medians by numpy, for bench/sections: running_medians.py FOLDER REPETITIONS WINDOW.

Reads x and y as raw little-endian doubles, writes the medians of y in windows of stars in the order of x, half of them new, the same way. Prints versions, then the seconds
of each repetition.
"""

import sys
import time
from pathlib import Path

try:
    import numpy
except ImportError as missing:
    sys.exit(f"numpy could not be loaded: {missing}")

folder = Path(sys.argv[1])
repetitions = int(sys.argv[2])
window = int(sys.argv[3])
x, y = (numpy.fromfile(folder / f"{name}.f64") for name in ("x", "y"))

seconds = []
for _ in range(repetitions):
    begun = time.perf_counter()
    order = numpy.argsort(x)
    windows = numpy.lib.stride_tricks.sliding_window_view(y[order], window)[:: window // 2]
    middles = numpy.lib.stride_tricks.sliding_window_view(x[order], window)[:: window // 2]
    median = numpy.median(windows, axis=1)
    middle = numpy.mean(middles, axis=1)
    seconds.append(time.perf_counter() - begun)
median.tofile(folder / "peer_median.f64")
print(f"numpy {numpy.__version__}, Python {sys.version.split()[0]}")
print(*seconds)
