"""Monte-Carlo errors of phase space by numpy and astropy, for bench/run: draws.py FOLDER DRAWS REPETITIONS.

Reads ra, dec (deg), distance (kpc), pmra, pmdec (mas/yr), radial_velocity (km/s), their errors (NAME_error) and parallax_pmra_corr,
parallax_pmdec_corr, pmra_pmdec_corr as raw little-endian doubles. For every star draws distance and proper motions from their covariance
(Cholesky), the radial velocity independently; astropy takes all draws to Galactocentric coordinates; written are the standard deviations
of r, v_r, v_phi, v_z. Prints versions, then the seconds of each repetition.
"""

import sys
import time
from pathlib import Path

try:
    import astropy
    import astropy.coordinates as coordinates
    import astropy.units as u
    import numpy
except ImportError as missing:
    sys.exit(f"astropy could not be loaded: {missing}")

CHUNK = 10_000

folder = Path(sys.argv[1])
draws = int(sys.argv[2])


def column(name):
    return numpy.fromfile(folder / f"{name}.f64")


ra, dec = column("ra"), column("dec")
means = numpy.stack([column(name) for name in ("distance", "pmra", "pmdec", "radial_velocity")])
errors = numpy.stack([column(f"{name}_error") for name in ("distance", "pmra", "pmdec", "radial_velocity")])
# The sign of the parallax's correlations turns for the distance.
c01, c02, c12 = -column("parallax_pmra_corr"), -column("parallax_pmdec_corr"), column("pmra_pmdec_corr")
stars = len(ra)
frame = coordinates.Galactocentric(
    galcen_coord=coordinates.SkyCoord(ra=266.4051 * u.deg, dec=-28.936175 * u.deg, frame="icrs"),
    galcen_distance=8.27 * u.kpc,
    z_sun=29 * u.pc,
    galcen_v_sun=coordinates.CartesianDifferential([12.9, 245.0, 7.78] * u.km / u.s),
)


def deviations(rows, random):
    n = rows.stop - rows.start
    matrix = numpy.zeros((n, 4, 4))
    for k in range(4):
        matrix[:, k, k] = 1
    for (i, j), c in (((0, 1), c01), ((0, 2), c02), ((1, 2), c12)):
        matrix[:, i, j] = matrix[:, j, i] = c[rows]
    factor = numpy.linalg.cholesky(matrix) * errors[:, rows].T[:, :, None]
    drawn = factor @ random.standard_normal((n, 4, draws)) + means[:, rows].T[:, :, None]
    seen = coordinates.SkyCoord(
        ra=numpy.repeat(ra[rows], draws) * u.deg,
        dec=numpy.repeat(dec[rows], draws) * u.deg,
        distance=drawn[:, 0].ravel() * u.kpc,
        pm_ra_cosdec=drawn[:, 1].ravel() * u.mas / u.yr,
        pm_dec=drawn[:, 2].ravel() * u.mas / u.yr,
        radial_velocity=drawn[:, 3].ravel() * u.km / u.s,
    ).transform_to(frame)
    x, y = seen.x.to_value(u.kpc), seen.y.to_value(u.kpc)
    vx, vy, vz = (v.to_value(u.km / u.s) for v in (seen.v_x, seen.v_y, seen.v_z))
    r = numpy.hypot(x, y)
    quantities = (r, (x * vx + y * vy) / r, (y * vx - x * vy) / r, vz)
    return [q.reshape(n, draws).std(axis=1, ddof=1) for q in quantities]


seconds = []
for repetition in range(int(sys.argv[3])):
    random = numpy.random.default_rng(1660 + repetition)
    step = CHUNK * 100 // draws
    begun = time.perf_counter()
    parts = [deviations(slice(k, min(k + step, stars)), random) for k in range(0, stars, step)]
    seconds.append(time.perf_counter() - begun)
for name, values in zip(("r", "v_r", "v_phi", "v_z"), zip(*parts)):
    numpy.concatenate(values).tofile(folder / f"peer_{name}_error.f64")
print(f"astropy {astropy.__version__}, numpy {numpy.__version__}, Python {sys.version.split()[0]}")
print(*seconds)
