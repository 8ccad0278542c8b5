"""Orbits by AGAMA, for bench/run: agama_orbits.py FOLDER POTENTIAL GYR REPETITIONS METHOD,METHOD ACCURACY,ACCURACY.

AGAMA_HOME names the folder with agama.so and data/POTENTIAL.ini. Reads r, z (kpc), v_r, v_z, v_phi (km/s) as raw little-endian doubles.
Prints versions, then a line for each method and accuracy: method, accuracy, seconds of CPU time in one thread (best of the repetitions).
Writes Zmax (kpc) of each as METHOD_ACCURACY.f64 and of the most accurate run as agama_reference.f64.

Timed is the integration with 101 stored points. Zmax comes from a second run that stores 40001: the points are read off the integrator's
dense output and do not change its steps. Between two of them Zmax is the maximum of the cubic through z and v_z at both: the sampling
leaves an error below 1e-7, far less than the integration.
"""

import os
import sys
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"
home = Path(os.environ["AGAMA_HOME"])
sys.path.insert(0, str(home))

try:
    import numpy
    import agama
except ImportError as missing:
    sys.exit(f"AGAMA could not be loaded: {missing}")

STORED = 101
DENSE = 40001
BATCH = 40
REFERENCE = 1e-10

folder = Path(sys.argv[1])
name = sys.argv[2]
gyr = float(sys.argv[3])
repetitions = int(sys.argv[4])
methods = sys.argv[5].split(",")
accuracies = sys.argv[6].split(",")
r, z, v_r, v_z, v_phi = (numpy.fromfile(folder / f"{column}.f64") for column in ("r", "z", "v_r", "v_z", "v_phi"))

agama.setUnits(mass=1, length=1, velocity=1)
potential = agama.Potential(str(home / "data" / f"{name}.ini"))
span = gyr * 1000 / agama.getUnits()["time"]
starts = numpy.column_stack([r, numpy.zeros_like(r), z, v_r, v_phi, v_z])


def follow(stars, method, accuracy, points):
    return agama.orbit(
        potential=potential,
        ic=stars,
        time=span,
        trajsize=points,
        method=method,
        accuracy=accuracy,
        dtype=float,
        separateTime=True,
        verbose=False,
    )


def seconds(method, accuracy):
    begun = time.process_time()
    follow(starts, method, accuracy, STORED)
    return time.process_time() - begun


def largest_heights(method, accuracy):
    return numpy.concatenate(
        [heights(*follow(starts[k : k + BATCH], method, accuracy, DENSE)) for k in range(0, len(starts), BATCH)]
    )


def heights(times, states):
    """Largest |z| of each orbit: of the points, and of the cubics between points where v_z changes its sign."""
    h = times[:, 1:] - times[:, :-1]
    height, speed = states[:, :, 2], states[:, :, 5]
    largest = numpy.max(numpy.abs(height), axis=1)
    left, right, begin, end = height[:, :-1], height[:, 1:], speed[:, :-1] * h, speed[:, 1:] * h
    turns = begin * end < 0
    star = numpy.nonzero(turns)[0]
    left, right, begin, end = left[turns], right[turns], begin[turns], end[turns]
    # left + begin s + b s^2 + a s^3 with 0 <= s <= 1
    a = 2 * (left - right) + begin + end
    b = 3 * (right - left) - 2 * begin - end
    root = numpy.sign(begin) * numpy.sqrt(numpy.maximum(b * b - 3 * a * begin, 0))
    s = begin / (-b + root)
    peak = numpy.abs(left + s * (begin + s * (b + s * a)))
    numpy.maximum.at(largest, star, peak)
    return largest


print(f"AGAMA {agama.__version__.split()[0]}, numpy {numpy.__version__}, Python {sys.version.split()[0]}")
largest_heights("dop853", REFERENCE).tofile(folder / "agama_reference.f64")
for method in methods:
    for accuracy in accuracies:
        best = min(seconds(method, float(accuracy)) for _ in range(repetitions))
        largest_heights(method, float(accuracy)).tofile(folder / f"{method}_{accuracy}.f64")
        print(method, accuracy, best, flush=True)
