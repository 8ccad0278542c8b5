# Every type of ECSV as astropy writes it, and the values that astropy reads back.
import numpy as np
from astropy.table import Column, MaskedColumn, Table
from astropy import units as u

m = [False, False, True]
t = Table()
t["b"] = MaskedColumn([True, False, True], mask=m)
for n in "int8 int16 int32 int64 uint8 uint16 uint32 uint64".split():
    i = np.iinfo(n)
    t[n] = MaskedColumn(np.array([i.min, i.max, 0], n), mask=m, description=n + ", its limits")
t["float16"] = MaskedColumn(np.array([0.1, np.inf, 0], "f2"), mask=m)
t["float32"] = MaskedColumn(np.array([0.1, -np.inf, 0], "f4"), mask=m, unit=u.km / u.s)
t["float64"] = MaskedColumn([0.1, np.nan, 0.0], mask=m, unit=u.mas)
t["string"] = MaskedColumn(["NGC 188", 'a "b", c', ""], mask=m)
t["number"] = MaskedColumn(["007", "nan", "-"], mask=m)
t["vector"] = Column(np.array([[1, 2], [3, 4], [5, 6]]))
t["lists"] = Column([[1, 2], [3], []], dtype=object)
t["complex128"] = Column([1 + 2j, 0, -1j])
import sys
t.write(sys.argv[1] + "/astropy-types.ecsv", overwrite=True)
t.write(sys.argv[1] + "/astropy-types-comma.ecsv", delimiter=",", overwrite=True)
r = Table.read(sys.argv[1] + "/astropy-types.ecsv")
for n in r.colnames:
    print(n, r[n].dtype, [None if np.ma.is_masked(v) else v for v in r[n]])
