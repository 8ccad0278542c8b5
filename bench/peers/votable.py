"""Reads a VOTable with astropy, after one time that does not count; prints the seconds of each reading and the sum of a column."""
import sys
import time
import warnings

from astropy.io.votable import parse_single_table

warnings.simplefilter("ignore")
folder, name, repetitions = sys.argv[1], sys.argv[2], int(sys.argv[3])
seconds = []
for k in range(repetitions + 1):
    begun = time.perf_counter()
    table = parse_single_table(folder + "/" + name).to_table()
    if k:
        seconds.append(time.perf_counter() - begun)
print(" ".join(str(s) for s in seconds))
print(repr(float(table["c1"].sum())))
