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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.ManyMistakes;
import org.cellarius.catalogue.MissingUnits;
import org.cellarius.catalogue.Mistakes;
import org.cellarius.catalogue.ParquetTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.Engine;
import org.cellarius.engine.Progress;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.study.CatalogueSource.FileSource;
import org.cellarius.study.ColumnSource;
import org.cellarius.study.ColumnSource.Namer;
import org.cellarius.study.ColumnSource.Origin;
import org.cellarius.study.FlagSource;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.run.StarTableBuilder.Extent;
import org.cellarius.study.yaml.Place;

/** The catalogue files of a study: read, and their columns brought to the star table's names and units. */
final class CatalogueFiles {

    private final StudyFiles files;
    private final Engine engine;
    private final StageCache cache;
    private final Progress progress;
    private final Extent extent;
    private final Cutflow cutflow;
    private final RunNotes notes;
    private final Map<Path, String> inputs = new LinkedHashMap<>();

    CatalogueFiles(
            StudyFiles files,
            Engine engine,
            StageCache cache,
            Progress progress,
            Extent extent,
            Cutflow cutflow,
            RunNotes notes) {
        this.files = files;
        this.engine = engine;
        this.cache = cache;
        this.progress = progress;
        this.extent = extent;
        this.cutflow = cutflow;
        this.notes = notes;
    }

    /** The input files read, with the SHA-256 of their content. */
    Map<Path, String> inputs() {
        return inputs;
    }

    /** A file's wanted columns in the star table's names and units. */
    Staged mapped(FileSource source, Optional<String> catalogue) {
        Path path = files.resolve(source.path(), source.place().toString());
        TableFile file = open(path, source);
        notes.add(path, file, source, engine).forEach(progress::note);
        // A check reads no rows: what it keeps is kept for itself, and large files need not be read for their hash.
        String hash =
                extent == Extent.COLUMNS_ONLY ? path.toString() : inputs.computeIfAbsent(path, StageCache::sha256Of);
        Staged raw = raw(file, source, hash);
        List<ColumnMapping> mappings = mappings(source, flagged(raw.table(), source), file);
        notes.add(path, source, assumed(source, raw.table(), mappings)).forEach(progress::note);
        var columns = new ArrayList<TableColumn>();
        var expressions = new ArrayList<String>();
        catalogue.ifPresent(name -> {
            columns.add(
                    new TableColumn(StarTableBuilder.CATALOGUE, ColumnType.TEXT, "", "short name of the catalogue"));
            expressions.add(Sql.text(name) + " AS " + StarTableBuilder.CATALOGUE);
        });
        for (ColumnMapping m : mappings) {
            columns.add(m.column());
            expressions.add(m.sql() + " AS " + Sql.name(m.column().name()));
        }
        String query = "SELECT " + String.join(", ", expressions) + " FROM "
                + raw.table().sql();
        String key = cache.key("mapped", List.of(raw.key(), String.join("\n", expressions), columns.toString()));
        StarTable table = cache.table(engine, "mapped", key, out -> engine.write(query, columns, out));
        new ColumnLosses(engine, cutflow, progress).count(source.path(), raw.table(), mappings);
        return new Staged(table, key);
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
                mappings.add(ColumnMapping.of(column, table, engine, fileName, source.missingUnits()));
            } catch (MissingUnit e) {
                unitless.add(e);
            } catch (InputError e) {
                mistakes.add(e);
            }
        }
        source.flags().forEach(f -> mistakes.attempt(() -> mappings.add(ColumnMapping.of(f, table, engine, fileName))));
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
        return new StarTable(raw.parquet(), columns, raw.rows(), raw.reading());
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

    /** The file as Parquet, its own names and units; a Parquet file is used where it lies. */
    private Staged raw(TableFile file, FileSource source, String hash) {
        if (file instanceof ParquetTable parquet && extent == Extent.ROWS) {
            return new Staged(engine.openForeign(parquet.path()), hash);
        }
        if (extent == Extent.COLUMNS_ONLY) {
            List<TableColumn> columns = engine.columnsOf(file);
            if (columns.isEmpty()) {
                throw placed(
                        new InputError(
                                "the file has no column that can be read",
                                file.path().toString(),
                                "Give another file, or another part of it with 'hdu'"),
                        source);
            }
            String key = cache.key("schema", List.of(hash, source.toString()));
            return new Staged(engine.store(new SmallTable(columns, List.of()), cache.tableOf("schema", key)), key);
        }
        boolean computed = source.columns().stream().anyMatch(c -> c.origin() instanceof Origin.Computed);
        Optional<List<String>> wanted = computed ? Optional.empty() : Optional.of(List.copyOf(fileColumns(source)));
        String key = cache.key(
                "raw", List.of(hash, source.format().orElse(""), source.hdu().orElse(""), wanted.toString()));
        StarTable table = cache.table(engine, "raw", key, out -> {
            try {
                return engine.importTable(file, wanted, out, progress);
            } catch (InputError e) {
                throw placed(e, source);
            }
        });
        return new Staged(table, key);
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
