package org.cellarius.catalogue.tap;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;

/**
 * A table that goes to the archive with the query, which calls it {@code TAP_UPLOAD.name}.
 *
 * @param name an ADQL identifier
 * @param votable the table as a VOTable file
 */
public record TapUpload(String name, Path votable) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    public TapUpload {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new InputError(
                    "'" + name + "' is no name for a table in ADQL",
                    "--upload",
                    "Begin with a letter, then letters, digits and underscores");
        }
    }
}
