package org.cellarius.catalogue.tap;

import java.util.List;
import java.util.OptionalLong;
import org.cellarius.catalogue.InputError;

/**
 * What is asked of an archive.
 *
 * @param adql the query
 * @param maxrec the most rows wanted (MAXREC); empty for the archive's own limit
 * @param uploads tables that go along
 */
public record TapQuery(String adql, OptionalLong maxrec, List<TapUpload> uploads) {

    private static final int SHOWN = 300;

    public TapQuery {
        if (adql.isBlank()) {
            throw new InputError(
                    "the query is empty", "ADQL", "Write for example SELECT TOP 10 * FROM gaiadr3.gaia_source");
        }
        if (maxrec.isPresent() && maxrec.getAsLong() < 0) {
            throw new InputError(
                    "a number of rows cannot be negative: " + maxrec.getAsLong(), "--maxrec", "Give 0 or more");
        }
        uploads = List.copyOf(uploads);
        if (uploads.stream().map(TapUpload::name).distinct().count() != uploads.size()) {
            throw new InputError("two tables to send have the same name", "--upload", "Name each differently");
        }
    }

    /** The beginning of the query on one line, for messages. */
    String shown() {
        String line = adql.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + " ...";
    }
}
