package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.TableFormat;

/**
 * What the head of a delimited text file (CSV, TSV or ECSV) tells of its rows.
 *
 * <p>The lists are parallel and have one entry for every field of a data line, in the order of the file. A field that
 * the header leaves without a name (a header that ends in a comma, an index column written by pandas) is called
 * {@code unnamed_} and its position counted from 1, so that positions never shift.
 *
 * @param path the file
 * @param format {@link org.cellarius.catalogue.TableFormat#CSV}, TSV or ECSV
 * @param delimiter the character between fields
 * @param gzipped whether the bytes are compressed with gzip, whatever the file is called
 * @param linesBeforeData physical lines to skip, with all comments, the header and lines of units
 * @param names the names of the columns, units in the name taken off
 * @param units the units as written, empty where there is none
 * @param descriptions the file's own words, empty where there are none
 * @param ucds Unified Content Descriptors, empty where there are none
 * @param declaredTypes the types that an ECSV header declares; empty where the reader must find out
 * @param single the places of columns that an ECSV header declares to be of single precision
 * @param notes what must be said of columns: arrays and types that are read as their text
 */
record DelimitedHead(
        Path path,
        TableFormat format,
        char delimiter,
        boolean gzipped,
        int linesBeforeData,
        List<String> names,
        List<String> units,
        List<String> descriptions,
        List<String> ucds,
        List<Optional<ColumnType>> declaredTypes,
        Set<Integer> single,
        List<String> notes) {
    DelimitedHead {
        names = List.copyOf(names);
        units = List.copyOf(units);
        descriptions = List.copyOf(descriptions);
        ucds = List.copyOf(ucds);
        declaredTypes = List.copyOf(declaredTypes);
        single = Set.copyOf(single);
        notes = List.copyOf(notes);
        if (units.size() != names.size()
                || descriptions.size() != names.size()
                || ucds.size() != names.size()
                || declaredTypes.size() != names.size()) {
            throw new IllegalArgumentException("the lists of a delimited table must be equally long");
        }
        if (linesBeforeData < 0) {
            throw new IllegalArgumentException("negative number of lines before the data: " + linesBeforeData);
        }
    }
}
