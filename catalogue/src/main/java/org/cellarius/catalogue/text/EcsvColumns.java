package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;

/** What the YAML of an ECSV header says of columns; astropy keeps the same text in other formats. */
public final class EcsvColumns {
    private EcsvColumns() {}

    /** The columns described, or none where the text cannot be understood: it is an addition there. */
    public static List<ColumnDescription> of(Path path, String yaml) {
        var columns = new ArrayList<ColumnDescription>();
        try {
            EcsvHeader header = EcsvHeader.ofYaml(path, yaml);
            for (int k = 0; k < header.names().size(); k++) {
                columns.add(new ColumnDescription(
                        header.names().get(k),
                        ColumnType.TEXT,
                        header.units().get(k),
                        header.descriptions().get(k),
                        header.ucds().get(k)));
            }
        } catch (InputError e) {
            return List.of();
        }
        return columns;
    }
}
