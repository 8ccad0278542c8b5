"""Galactocentric positions and velocities by astropy, for bench/run: coordinates.py FOLDER REPETITIONS.

Reads ra, dec (deg), distance (kpc), pmra, pmdec (mas/yr), radial_velocity (km/s) as raw little-endian doubles, writes
x, y, z (kpc), vx, vy, vz (km/s) the same way. Prints versions, then the seconds of each repetition.
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

folder = Path(sys.argv[1])
ra, dec, distance, pmra, pmdec, rv = (
    numpy.fromfile(folder / f"{name}.f64") for name in ("ra", "dec", "distance", "pmra", "pmdec", "radial_velocity")
)
# The Sun of Hawkins (2023), as in the product.
frame = coordinates.Galactocentric(
    galcen_coord=coordinates.SkyCoord(ra=266.4051 * u.deg, dec=-28.936175 * u.deg, frame="icrs"),
    galcen_distance=8.27 * u.kpc,
    z_sun=29 * u.pc,
    galcen_v_sun=coordinates.CartesianDifferential([12.9, 245.0, 7.78] * u.km / u.s),
)
seconds = []
for _ in range(int(sys.argv[2])):
    begun = time.perf_counter()
    stars = coordinates.SkyCoord(
        ra=ra * u.deg,
        dec=dec * u.deg,
        distance=distance * u.kpc,
        pm_ra_cosdec=pmra * u.mas / u.yr,
        pm_dec=pmdec * u.mas / u.yr,
        radial_velocity=rv * u.km / u.s,
    )
    placed = stars.transform_to(frame)
    seconds.append(time.perf_counter() - begun)
for name, value, unit in (
    ("x", placed.x, u.kpc),
    ("y", placed.y, u.kpc),
    ("z", placed.z, u.kpc),
    ("vx", placed.v_x, u.km / u.s),
    ("vy", placed.v_y, u.km / u.s),
    ("vz", placed.v_z, u.km / u.s),
):
    value.to_value(unit).tofile(folder / f"peer_{name}.f64")
print(f"astropy {astropy.__version__}, numpy {numpy.__version__}, Python {sys.version.split()[0]}")
print(*seconds)
