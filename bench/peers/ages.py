"""Ages of stars by emcee, for bench/sections ages: ages.py FOLDER AGES IRONS POINTS.

Reads a homologous grid (ages, irons, values: births and three observables of each point) and stars (observable and error in turn) as raw
little-endian doubles. Prints versions, then for each star: seconds, quantiles 0.16, 0.5, 0.84 of the age in Gyr, error of the median.
The posterior is that of the Java code: flat in age and [Fe/H], stars born along the isochrone, everything linear between points.
"""

import sys
import time
from pathlib import Path

import emcee
import numpy

folder, ages, irons, points = Path(sys.argv[1]), *(int(a) for a in sys.argv[2:5])
age = numpy.log(numpy.fromfile(folder / "ages.f64"))
iron = numpy.fromfile(folder / "irons.f64")
values = numpy.fromfile(folder / "values.f64").reshape(irons, ages, points, 4)
star = numpy.array([numpy.fromfile(folder / f"star{k}.f64") for k in range(8)])
print(f"emcee {emcee.__version__}, numpy {numpy.__version__}")


def model(a, u, p):
    k = numpy.clip(numpy.searchsorted(age, a, "right") - 1, 0, ages - 2)
    i = numpy.clip(numpy.searchsorted(iron, u, "right") - 1, 0, irons - 2)
    n = numpy.clip(p.astype(int), 0, points - 2)
    fa, fu, fp = (a - age[k]) / (age[k + 1] - age[k]), (u - iron[i]) / (iron[i + 1] - iron[i]), p - n
    total, births = 0, 0
    for da in (0, 1):
        for du in (0, 1):
            w = (fa if da else 1 - fa) * (fu if du else 1 - fu)
            here, there = values[i + du, k + da, n], values[i + du, k + da, n + 1]
            births = births + w * here[:, 0]
            total = total + w[:, None] * (here[:, 1:] + fp[:, None] * (there[:, 1:] - here[:, 1:]))
    return births, total


for s in range(star.shape[1]):
    seen, error = star[0:6:2, s], star[1:6:2, s]
    fe, e_fe = star[6, s], star[7, s]

    def posterior(theta):
        a, u, p = theta.T
        inside = (a >= age[0]) & (a <= age[-1]) & (u >= iron[0]) & (u <= iron[-1]) & (p >= 0) & (p <= points - 1)
        births, found = model(a, u, p)
        chi2 = (((found - seen) / error) ** 2).sum(1) + ((u - fe) / e_fe) ** 2
        # Flat in age, and the parameter is ln age.
        with numpy.errstate(divide="ignore", invalid="ignore"):
            ln = numpy.log(births) - 0.5 * chi2 + a
        return numpy.where(inside & (births > 0), ln, -numpy.inf)

    rng = numpy.random.RandomState(s)
    grid = numpy.array(numpy.meshgrid(age, [fe], numpy.arange(points - 1.0), indexing="ij")).reshape(3, -1).T
    grid[:, 1] = numpy.clip(grid[:, 1], iron[0] + 1e-3, iron[-1] - 1e-3)
    best = grid[numpy.argmax(posterior(grid))]
    begun = time.perf_counter()
    start = best + rng.normal(size=(32, 3)) * [0.02, 0.01, 1]
    start = numpy.clip(start, [age[0] + 1e-3, iron[0] + 1e-3, 0.1], [age[-1] - 1e-3, iron[-1] - 1e-3, points - 1.1])
    numpy.random.seed(s)
    sampler = emcee.EnsembleSampler(32, 3, posterior, vectorize=True)
    sampler.run_mcmc(start, 3000)
    seconds = time.perf_counter() - begun
    chain = numpy.exp(sampler.get_chain(discard=1000, flat=True)[:, 0])
    tau = sampler.get_autocorr_time(quiet=True, discard=1000)[0]
    quantiles = numpy.percentile(chain, [15.865525, 50, 84.134475])
    print(seconds, *quantiles, 1.25 * chain.std() / numpy.sqrt(len(chain) / tau))
