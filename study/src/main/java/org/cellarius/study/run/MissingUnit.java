package org.cellarius.study.run;

import java.util.List;
import java.util.stream.Collectors;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.YamlText;
import org.cellarius.study.ColumnSource;
import org.cellarius.study.ColumnSource.Origin;

/** A column whose unit neither the file nor the study tells, or several of a file. */
final class MissingUnit extends InputError {
    private final String name;
    private final String line;

    /**
     * @param described the file's column or the expression, in words
     * @param unit the unit it would have in the star table
     */
    MissingUnit(ColumnSource source, String described, String unit) {
        this(
                source.name(),
                line(source, unit),
                described + " has no unit, and '" + source.name() + "' needs one",
                source.place().toString(),
                "Add the unit of the file's values, for example  " + line(source, unit));
    }

    private MissingUnit(String name, String line, String what, String where, String remedy) {
        super(what, where, remedy);
        this.name = name;
        this.line = line;
    }

    /** All columns of a file that lack a unit, as one mistake whose remedy can be pasted. */
    static MissingUnit of(List<MissingUnit> columns, String fileName) {
        if (columns.size() == 1) {
            return columns.getFirst();
        }
        String names = columns.stream().map(c -> c.name).collect(Collectors.joining(", "));
        String lines = columns.stream().map(c -> "      " + c.line).collect(Collectors.joining("\n"));
        return new MissingUnit(
                names,
                lines,
                columns.size() + " columns of " + fileName + " have no unit, and the star table needs one: " + names,
                columns.getFirst().where(),
                "Write them so, each with the unit of the file's values (here those of the star table):\n" + lines
                        + "\nor, if all are in these units, write  units: canonical  beside 'file'");
    }

    /** A line of the study with a unit. */
    private static String line(ColumnSource source, String unit) {
        String origin = switch (source.origin()) {
            case Origin.FileColumn o -> "from: " + YamlText.of(o.column());
            case Origin.Computed o -> "expression: " + YamlText.of(o.expression());
        };
        String fillers = source.fillers().isEmpty() ? "" : ", fillers: [" + String.join(", ", source.fillers()) + "]";
        return source.name() + ": {" + origin + ", unit: " + YamlText.of(unit) + fillers + "}";
    }
}
