/**
 * Survey files to and from clean columns.
 *
 * <p>A catalogue comes as FITS (binary or ASCII table), VOTable, ECSV, CSV, TSV, whitespace-separated text or Parquet.
 * {@link org.cellarius.catalogue.TableFile#open} finds out which by looking into the file, then at its ending, and knows
 * the columns with their units before a row is read. Two families of files follow from who reads the rows:
 *
 * <ul>
 *   <li>{@link org.cellarius.catalogue.StreamedTable}: everything but Parquet is streamed here in blocks of columns. Memory does not
 *       grow with the file.
 *   <li>{@link org.cellarius.catalogue.ParquetTable}: left to a reader that works by SQL.
 * </ul>
 *
 * <p>Rules that hold for every format:
 *
 * <ul>
 *   <li>Missing is missing: NaN in a floating-point column, a flag in an integer or logical column, null in a text column.
 *       Fillers such as -9999 are numbers in the file and stay numbers; survey dictionaries know them, files do not.
 *   <li>64-bit integers (Gaia's {@code source_id}) are never passed through a double.
 *   <li>A vector of fixed length is spread into {@code X[0]} to {@code X[n-1]}; what cannot be read is listed with its
 *       reason in {@link org.cellarius.catalogue.TableFile#unreadable}.
 *   <li>Files are untrusted. Headers are bounded, XML may not name other files, YAML is read as a tree and makes no
 *       objects, and whatever a file contains, the outcome is a table or an {@link org.cellarius.catalogue.InputError}.
 * </ul>
 *
 * <p>The packages below hold one format family each: {@code fits}, {@code votable}, {@code text}; {@code stil} is the
 * bridge to the Starlink Tables Infrastructure Library that reads and writes the astronomical formats; {@code unit} reads
 * units in the spellings found in catalogues.
 */
@NullMarked
package org.cellarius.catalogue;

import org.jspecify.annotations.NullMarked;
