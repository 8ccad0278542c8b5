package org.cellarius.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cellarius.catalogue.feather.FeatherWriter;
import org.cellarius.catalogue.fits.FitsWriter;
import org.cellarius.catalogue.hdf5.Hdf5Writer;
import org.cellarius.catalogue.stil.StilTableWriter;
import org.cellarius.catalogue.text.EcsvWriter;

/**
 * Writes a table with units and descriptions as FITS, VOTable, ECSV, HDF5 or Feather.
 *
 * <p>The rows are streamed, and asked for more than once where a format must know the longest text before its first row;
 * each time they must come out the same. Missing values survive: NaN in floating-point
 * columns, TNULL (an integer that the column does not hold) or a null mask in integer and logical ones; a missing text becomes the empty text. What a
 * format cannot hold is told: FITS knows ASCII alone, other letters become question marks in it. Columns {@code X_H[0]}, {@code X_H[1]}, … become a vector
 * column again ({@link VectorColumn}). The bytes written
 * depend on the table alone, not on the day.
 */
public final class TableWriter {
    private TableWriter() {}

    /**
     * Writes a file, in place of an earlier one; temporary names and atomic moves are the caller's.
     *
     * @param format {@link TableFormat#FITS}, {@link TableFormat#VOTABLE}, {@link TableFormat#ECSV},
     *     {@link TableFormat#HDF5} or {@link TableFormat#FEATHER}
     * @param rowCount how many rows the readers deliver
     * @param rows opens the rows with some of the columns, more than once
     * @param header facts about the table (title, study, hash), written into the file's metadata
     * @param told receives a sentence on whatever the format cannot hold: letters, names
     */
    public static void write(
            Path file,
            TableFormat format,
            List<ColumnDescription> columns,
            long rowCount,
            StreamedTable.Rows rows,
            Map<String, String> header,
            Consumer<String> told) {
        switch (format) {
            case ECSV -> EcsvWriter.write(file, columns, rowCount, rows, header);
            case FITS -> FitsWriter.write(file, columns, rowCount, rows, header, told);
            case VOTABLE -> StilTableWriter.writeVoTable(file, columns, rowCount, rows, header, told);
            case HDF5 -> Hdf5Writer.write(file, columns, rowCount, rows, header, told);
            case FEATHER -> FeatherWriter.write(file, columns, rowCount, rows, header);
            case CSV, TSV, TEXT, CDS, PARQUET ->
                throw new InputError(
                        "a table cannot be written as " + format + " here",
                        file.toString(),
                        "Choose an ending among .fits, .vot, .ecsv, .h5 and .feather");
        }
    }
}
