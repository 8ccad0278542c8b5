"""A sky match by astropy, for bench/sections match: match.py FOLDER A B OUT RADIUS.

Reads two FITS tables with id, ra, dec (deg), keeps for each row of A the nearest row of B within RADIUS (arcsec) by
SkyCoord.match_to_catalog_sky, writes all columns of both and the separation as FITS. The whole process is timed from outside.
"""

import sys
from pathlib import Path

import astropy.units as u
from astropy.coordinates import SkyCoord
from astropy.table import Table, hstack

folder = Path(sys.argv[1])
a, b = (Table.read(folder / name) for name in sys.argv[2:4])
nearest, separation, _ = SkyCoord(a["ra"], a["dec"]).match_to_catalog_sky(SkyCoord(b["ra"], b["dec"]))
near = separation <= float(sys.argv[5]) * u.arcsec
matched = hstack([a[near], b[nearest[near]]])
matched["separation"] = separation[near].arcsec
matched.write(folder / sys.argv[4], overwrite=True)
