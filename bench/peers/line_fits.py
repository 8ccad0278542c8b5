"""Line fits by scipy.odr and emcee, for bench/run: line_fits.py FOLDER TASK REPETITIONS.

Reads x, y, x_error, y_error, xy_cov as raw little-endian doubles. Prints versions, then the seconds of each repetition, then numbers:

odr     slope, intercept, their sd_beta, the sum of squares (scipy.odr.RealData, default tolerances, finite differences)
emcee   mean and standard deviation of slope, intercept and scatter of the last repetition, then the autocorrelation time in steps: the
        likelihood of Hawkins (2023, equation 4) in vectorised numpy, flat priors, 10 walkers, 1000 steps, 200 dropped
"""

import sys
import time
from pathlib import Path

import numpy

folder, task, repetitions = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
x, y, x_error, y_error, xy_cov = (
    numpy.fromfile(folder / f"{name}.f64") for name in ("x", "y", "x_error", "y_error", "xy_cov")
)
slope, intercept = numpy.polyfit(x, y, 1)
seconds = []

if task == "odr":
    import scipy
    import scipy.odr

    for _ in range(repetitions):
        begun = time.perf_counter()
        data = scipy.odr.RealData(x, y, sx=x_error, sy=y_error)
        model = scipy.odr.Model(lambda beta, t: beta[0] * t + beta[1])
        found = scipy.odr.ODR(data, model, beta0=[slope, intercept]).run()
        seconds.append(time.perf_counter() - begun)
    numbers = [*found.beta, *found.sd_beta, found.sum_square]
    print(f"scipy {scipy.__version__}, numpy {numpy.__version__}")
elif task == "emcee":
    import emcee

    y_variance, x_variance = y_error**2, x_error**2

    def ln_probability(p):
        m, b, scatter = p
        if not (-2 < m < 2 and -2 < b < 2 and 0 < scatter < 1):
            return -numpy.inf
        variance = y_variance - 2 * m * xy_cov + m * m * x_variance + scatter**2 * (1 + m * m)
        return -0.5 * numpy.sum((y - m * x - b) ** 2 / variance + numpy.log(2 * numpy.pi * variance))

    for repetition in range(repetitions):
        random = numpy.random.RandomState(1660 + repetition)
        numpy.random.seed(1660 + repetition)
        start = numpy.array([slope, intercept, numpy.std(y - slope * x - intercept)]) + 1e-3 * random.randn(10, 3)
        begun = time.perf_counter()
        sampler = emcee.EnsembleSampler(10, 3, ln_probability)
        sampler.run_mcmc(start, 1000)
        seconds.append(time.perf_counter() - begun)
    chain = sampler.get_chain(discard=200, flat=True)
    numbers = [*chain.mean(axis=0), *chain.std(axis=0), numpy.max(sampler.get_autocorr_time(quiet=True))]
    print(f"emcee {emcee.__version__}, numpy {numpy.__version__}")
else:
    sys.exit(f"no task {task}")

print(*seconds)
print(*numbers)
