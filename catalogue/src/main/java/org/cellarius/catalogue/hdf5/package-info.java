/**
 * HDF5 files, in the forms in which tables lie in them: one dataset of records (h5py, astropy, PyTables), a group of datasets of
 * equal length (h5py by hand, this program), a group of groups with a dataset {@code data} each (vaex). Datasets of two
 * dimensions are vector columns. astropy's {@code .__table_column_meta__} and the attributes {@code unit}, {@code units},
 * {@code description} and {@code ucd} are understood; a truth column {@code x.mask} says where {@code x} is missing.
 */
@NullMarked
package org.cellarius.catalogue.hdf5;

import org.jspecify.annotations.NullMarked;
