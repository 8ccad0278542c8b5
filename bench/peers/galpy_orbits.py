"""Orbits by galpy in MWPotential2014, for bench/run: galpy_orbits.py FOLDER METHOD SAMPLES GYR.

Reads r, z (kpc), v_r, v_z, v_phi (km/s) as raw little-endian doubles, writes the largest |z| of the samples (kpc) the same way.
Prints versions, then the seconds of CPU time that the integration took in one thread.
"""

import os
import sys
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"

try:
    import numpy
    import galpy
    from galpy.orbit import Orbit
    from galpy.potential import MWPotential2014
    from galpy.util.conversion import time_in_Gyr
except ImportError as missing:
    sys.exit(f"galpy could not be loaded: {missing}")

folder = Path(sys.argv[1])
method = sys.argv[2]
samples = int(sys.argv[3])
gyr = float(sys.argv[4])
r, z, v_r, v_z, v_phi = (numpy.fromfile(folder / f"{name}.f64") for name in ("r", "z", "v_r", "v_z", "v_phi"))

# Native units of this potential: 8 kpc and 220 km/s.
r0, v0 = 8.0, 220.0
starts = numpy.column_stack([r / r0, v_r / v0, v_phi / v0, z / r0, v_z / v0, numpy.zeros_like(r)])
times = numpy.linspace(0, gyr / time_in_Gyr(v0, r0), samples)
# Once for one star and a short time, so that the library is loaded.
Orbit(starts[:1]).integrate(times[:2], MWPotential2014, method=method, progressbar=False)
orbits = Orbit(starts)
begun = time.process_time()
orbits.integrate(times, MWPotential2014, method=method, progressbar=False)
seconds = time.process_time() - begun
zmax = numpy.max(numpy.abs(orbits.z(times)), axis=1) * r0
zmax.tofile(folder / "peer_zmax.f64")
print(f"galpy {galpy.__version__}, numpy {numpy.__version__}, Python {sys.version.split()[0]}")
print(seconds)
