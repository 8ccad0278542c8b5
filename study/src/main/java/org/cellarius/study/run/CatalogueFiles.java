package org.cellarius.study.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.ManyMistakes;
import org.cellarius.catalogue.MissingUnits;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.catalogue.StreamedTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.engine.Derived;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.StarStream;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.study.CatalogueSource.FileSource;
import org.cellarius.study.ColumnSource;
import org.cellarius.study.ColumnSource.Namer;
import org.cellarius.study.ColumnSource.Origin;
import org.cellarius.study.FlagSource;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.run.StarTableBuilder.Extent;

/** The catalogue files of a study: read, and their columns brought to the star table's names and units. */
final class CatalogueFiles {

    private final StudyFiles files;
    private final Workshop workshop;
    private final Extent extent;
    private final Cutflow cutflow;
    private final RunNotes notes;
    private final Map<Path, String> inputs = new LinkedHashMap<>();

    CatalogueFiles(StudyFiles files, Workshop workshop, Extent extent, Cutflow cutflow, RunNotes notes) {
        this.files = files;
        this.workshop = workshop;
        this.extent = extent;
        this.cutflow = cutflow;
        this.notes = notes;
    }

    /** The input files read, with the SHA-256 of their content. */
    Map<Path, String> inputs() {
        return inputs;
    }

    /**
     * A file's wanted columns in the star table's names and units.
     *
     * @param first the columns that stand before the file's own
     * @param read what the cut flow says of the file's rows
     */
    Staged mapped(FileSource source, List<Derived> first, LongFunction<Cutflow.Entry> read) {
        Path path = files.resolve(source.path(), source.place().toString());
        TableFile file = open(path, source);
        notes.add(path, file, source, workshop.engine()).forEach(workshop.progress()::note);
        // A check reads no rows: what it keeps is kept for itself, and large files need not be read for their hash.
        String hash =
                extent == Extent.COLUMNS_ONLY ? path.toString() : inputs.computeIfAbsent(path, files.hashes()::of);
        StarTable shape = shape(file, source);
        List<ColumnMapping> mappings = mappings(file, source, shape);
        notes.add(path, source, assumed(source, shape, mappings)).forEach(workshop.progress()::note);
        List<Derived> columns = Stream.concat(first.stream(), mappings.stream().map(ColumnMapping::derived))
                .toList();
        String key = workshop.cache()
                .key(
                        "mapped",
                        List.of(hash, source.format().orElse(""), source.hdu().orElse(""), columns.toString()));
        var losses = ColumnLosses.of(source.path(), mappings);
        return rows(file, source, shape, key)
                .counted(losses.tally(), found -> {
                    cutflow.read(read.apply(found.rows()));
                    losses.tell(found, cutflow, workshop.progress());
                })
                .then("mapped", key, raw -> raw.project(columns));
    }

    /** The rows of a file with its own names and units: those columns that the study reads. */
    private Staged rows(TableFile file, FileSource source, StarTable shape, String key) {
        return switch (extent) {
            case COLUMNS_ONLY -> Staged.of(workshop, StarTable.shape(numbered(shape)), key);
            case ROWS -> {
                try {
                    yield Staged.of(
                            workshop,
                            workshop.engine().stream(file, wanted(source, shape), workshop.progress()),
                            "read",
                            key,
                            e -> placed(e, source));
                } catch (InputError e) {
                    throw placed(e, source);
                }
            }
        };
    }

    private static List<TableColumn> numbered(StarTable shape) {
        return Stream.concat(
                        shape.columns().stream(), Stream.of(new TableColumn(StarStream.ROW, ColumnType.LONG, "", "")))
                .toList();
    }

    /** The columns that the study names, and those that may stand in its expressions. */
    private static List<String> wanted(FileSource source, StarTable shape) {
        String computed = source.columns().stream()
                .map(c -> c.origin() instanceof Origin.Computed o ? o.expression() : "")
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        Set<String> named = fileColumns(source);
        List<String> wanted = shape.names().stream()
                .filter(name -> named.stream().anyMatch(name::equalsIgnoreCase)
                        || name.contains("\"")
                        || computed.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        return wanted.isEmpty() ? shape.names().subList(0, 1) : wanted;
    }

    /** The mappings; an error about values names some of them, for which the rows are read. */
    private List<ColumnMapping> mappings(TableFile file, FileSource source, StarTable shape) {
        boolean computed = source.columns().stream().anyMatch(c -> c.origin() instanceof Origin.Computed);
        if (extent == Extent.ROWS && file instanceof StreamedTable && !computed) {
            try {
                workshop.engine().columnsOf(file, List.copyOf(fileColumns(source)));
            } catch (InputError e) {
                throw placed(e, source);
            }
        }
        try {
            return mappings(source, flagged(shape, source), file);
        } catch (InputError e) {
            if (extent == Extent.COLUMNS_ONLY) {
                throw e;
            }
            Path read = workshop.cache()
                    .tableOf(
                            "looked-at",
                            workshop.cache()
                                    .key("looked-at", List.of(file.path().toString())));
            try {
                return mappings(
                        source,
                        flagged(
                                workshop.engine().importTable(file, Optional.empty(), read, workshop.progress()),
                                source),
                        file);
            } finally {
                PartialFiles.delete(read);
            }
        }
    }

    /** All columns and flags of a file; what is wrong with any of them is told at once. */
    private List<ColumnMapping> mappings(FileSource source, StarTable table, TableFile file) {
        String fileName = String.valueOf(file.path().getFileName());
        var mappings = new ArrayList<ColumnMapping>();
        var mistakes = new Mistakes();
        var unitless = new ArrayList<MissingUnit>();
        for (ColumnSource column : source.columns()) {
            try {
                requireOne(column, file, fileName);
                mappings.add(ColumnMapping.of(column, table, workshop.engine(), fileName, source.missingUnits()));
            } catch (MissingUnit e) {
                unitless.add(e);
            } catch (InputError e) {
                mistakes.add(e);
            }
        }
        source.flags()
                .forEach(f ->
                        mistakes.attempt(() -> mappings.add(ColumnMapping.of(f, table, workshop.engine(), fileName))));
        if (!unitless.isEmpty()) {
            mistakes.add(MissingUnit.of(unitless, fileName));
        }
        mistakes.check();
        return mappings;
    }

    /** A study that names one of two columns with the same name cannot say which. */
    private static void requireOne(ColumnSource column, TableFile file, String fileName) {
        if (column.namer() == Namer.STUDY
                && column.origin() instanceof Origin.FileColumn o
                && file.ambiguous().contains(o.column())) {
            throw new InputError(
                    "several columns of " + fileName + " are called '" + o.column() + "'",
                    column.place().toString(),
                    "Give each a name of its own in the file");
        }
    }

    /** What is to be said of units that nobody gave and that the study lets be the canonical ones. */
    private static List<String> assumed(FileSource source, StarTable table, List<ColumnMapping> mappings) {
        if (source.missingUnits() == MissingUnits.REFUSE) {
            return List.of();
        }
        String columns = mappings.stream()
                .filter(m -> m.source().unit().isEmpty() && !m.column().unit().isEmpty())
                .filter(m -> switch (m.source().origin()) {
                    case Origin.FileColumn o ->
                        table.column(o.column()).map(c -> c.unit().isBlank()).orElse(false);
                    case Origin.Computed o -> true;
                })
                .map(m -> m.source().name() + " in " + m.column().unit())
                .collect(Collectors.joining(", "));
        return columns.isEmpty() ? List.of() : List.of("units taken as canonical, as the study says: " + columns);
    }

    /** The file's table with its flags named, for the expressions of columns. */
    static StarTable flagged(StarTable raw, FileSource source) {
        List<TableColumn> columns = raw.columns().stream()
                .map(c -> source.flags().stream()
                        .filter(f -> f.column().equalsIgnoreCase(c.name()))
                        .findFirst()
                        .map(f -> c.flagged(f.names()))
                        .orElse(c))
                .toList();
        return raw.withColumns(columns);
    }

    static TableFile open(Path path, FileSource source) {
        var selection = new TableSelection(
                source.format().map(f -> TableFormat.valueOf(f.toUpperCase(Locale.ROOT))), source.hdu());
        try {
            return TableFile.open(path, selection);
        } catch (InputError e) {
            throw placed(e, source);
        }
    }

    /** The study's line helps more than the file's name alone: that of the column in question, or of the file. */
    private static InputError placed(InputError e, FileSource source) {
        if (e instanceof ManyMistakes many) {
            var mistakes = new Mistakes();
            many.all().forEach(part -> mistakes.add(placed(part, source)));
            return mistakes.asOne();
        }
        Place place = read(source)
                .filter(c ->
                        c.origin() instanceof Origin.FileColumn o && e.what().contains("'" + o.column() + "'"))
                .map(ColumnSource::place)
                .findFirst()
                .orElse(source.place());
        return new InputError(e.what(), e.where() + (e.where().isEmpty() ? "" : ", ") + place, e.remedy()).withCause(e);
    }

    /** The columns of a file, with its own names and units. */
    private StarTable shape(TableFile file, FileSource source) {
        List<TableColumn> columns;
        try {
            columns = workshop.engine().columnsOf(file);
        } catch (InputError e) {
            throw placed(e, source);
        }
        if (columns.isEmpty()) {
            throw placed(
                    new InputError(
                            "the file has no column that can be read",
                            file.path().toString(),
                            "Give another file, or another part of it with 'hdu'"),
                    source);
        }
        return StarTable.shape(columns);
    }

    private static Set<String> fileColumns(FileSource source) {
        var names = new LinkedHashSet<String>();
        read(source).forEach(column -> {
            if (column.origin() instanceof Origin.FileColumn o) {
                names.add(o.column());
            }
        });
        return names;
    }

    private static Stream<ColumnSource> read(FileSource source) {
        return Stream.concat(source.columns().stream(), source.flags().stream().map(FlagSource::asColumn));
    }
}
