package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.MissingUnits;
import org.cellarius.catalogue.survey.SurveyDictionary;
import org.cellarius.catalogue.survey.SurveyMatch;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Relation;
import org.cellarius.engine.StarTable;
import org.cellarius.study.CatalogueSource.FileSource;
import org.cellarius.study.ColumnSource;
import org.cellarius.study.FlagSource;

/** A survey's table in canonical columns and units, as a study that names its dictionary reads it. */
public final class SurveyTable {

    private SurveyTable() {}

    /**
     * Writes the dictionary's columns of a table; a table that does not fit is refused.
     *
     * @param file the table's name in messages
     * @param where where the dictionary was named
     */
    public static StarTable of(
            Engine engine, StarTable table, SurveyDictionary dictionary, String file, String where, Path output) {
        SurveyMatch match = SurveyColumns.match(dictionary, table.columns(), file, where);
        var place = new Place(dictionary.name() + ".yaml", 1, 1);
        List<ColumnSource> columns = match.columns().stream()
                .map(c -> SurveyColumns.column(c, table.columns(), place))
                .toList();
        List<FlagSource> flags = match.flags().stream()
                .map(f -> SurveyColumns.flag(f, table.columns(), place))
                .toList();
        StarTable flagged = CatalogueFiles.flagged(
                table,
                new FileSource(
                        file,
                        Optional.empty(),
                        Optional.empty(),
                        columns,
                        flags,
                        MissingUnits.REFUSE,
                        Optional.empty(),
                        place));
        List<ColumnMapping> mappings = Stream.concat(
                        columns.stream().map(c -> ColumnMapping.of(c, flagged, engine, file, MissingUnits.REFUSE)),
                        flags.stream().map(f -> ColumnMapping.of(f, flagged, engine, file)))
                .toList();
        return engine.write(
                Relation.of(table)
                        .project(mappings.stream().map(ColumnMapping::derived).toList()),
                output);
    }
}
