package org.cellarius.engine;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.catalogue.ColumnDescription;

/**
 * A column as its file names it, and as a star table does.
 *
 * @param inFile its name in the file
 * @param column the column with the name that no other one has there
 */
public record FileColumn(String inFile, TableColumn column) {

    /** The columns of a file. */
    public static List<FileColumn> of(List<ColumnDescription> described) {
        List<String> names =
                DistinctNames.of(described.stream().map(ColumnDescription::name).toList());
        var columns = new ArrayList<FileColumn>();
        for (int k = 0; k < names.size(); k++) {
            ColumnDescription c = described.get(k);
            columns.add(new FileColumn(c.name(), TableColumn.of(c).named(names.get(k))));
        }
        return columns;
    }

    /** A sentence on the columns whose names are not the file's; empty where there is none. */
    public static String renamed(List<FileColumn> columns) {
        return DistinctNames.renamed(columns.stream().map(FileColumn::inFile).toList());
    }
}
