/**
 * Feather version 2, which is the file format of Apache Arrow (IPC), read and written batch by batch with Arrow's library. Units,
 * descriptions and UCDs stand in the metadata of the fields, under {@code unit}, {@code description} and {@code ucd}.
 */
@NullMarked
package org.cellarius.catalogue.feather;

import org.jspecify.annotations.NullMarked;
