package org.cellarius.study.stage;

import java.util.stream.Collectors;
import org.cellarius.catalogue.survey.FlagReading;
import org.cellarius.study.CatalogueSource.FileSource;
import org.cellarius.study.ColumnSource;
import org.cellarius.study.ColumnSource.Origin;
import org.cellarius.study.FlagSource;
import org.cellarius.study.Study;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The columns and flags of a catalogue's file as a study that names each of them, without the survey dictionary that gave them. */
public final class ResolvedColumns {

    private ResolvedColumns() {}

    /** Writes them where the file stood with its dictionary; a file without one stays as it was written. */
    static void write(FileSource file, ObjectNode node) {
        if (!node.has("survey")) {
            return;
        }
        node.remove("survey");
        ObjectNode columns = node.putObject("columns");
        for (ColumnSource column : file.columns()) {
            ObjectNode c = columns.putObject(column.name());
            switch (column.origin()) {
                case Origin.FileColumn o -> c.put("from", o.column());
                case Origin.Computed o -> c.put("expression", o.expression());
            }
            column.unit().ifPresent(u -> c.put("unit", u));
            column.target().ifPresent(u -> c.put("to", u));
            column.identifiersOf().ifPresent(r -> c.put("identifiers-of", r.word()));
            describe(c, column);
        }
        if (file.flags().isEmpty()) {
            return;
        }
        ObjectNode flags = node.putObject("flags");
        for (FlagSource flag : file.flags()) {
            ObjectNode f = flags.putObject(flag.names().flag());
            f.put("from", flag.column());
            describe(f, flag.asColumn());
            ObjectNode places = f.putObject(flag.names().reading() == FlagReading.BIT ? "bits" : "characters");
            flag.names().places().forEach(places::put);
        }
    }

    /** An element of a list, or the only one, which can stand without a list. */
    static ObjectNode entry(JsonNode oneOrMore, int k) {
        return (oneOrMore.isArray() ? oneOrMore.get(k) : oneOrMore).asObject();
    }

    private static void describe(ObjectNode node, ColumnSource column) {
        if (!column.fillers().isEmpty()) {
            ArrayNode fillers = node.putArray("fillers");
            column.fillers().forEach(fillers::add);
        }
        if (!column.description().isEmpty()) {
            node.put("description", column.description());
        }
    }

    /** Comments that tell the dictionaries which gave columns. */
    public static String surveys(Study written) {
        return written.catalogues().stream()
                .flatMap(c -> c.dictionaries().stream()
                        .map(d -> "# Columns of " + c.name() + " are of the survey dictionary " + d.name() + ": "
                                + d.title() + ".\n"))
                .collect(Collectors.joining());
    }
}
