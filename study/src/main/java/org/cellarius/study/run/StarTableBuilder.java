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
import org.cellarius.catalogue.ParquetTable;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.catalogue.TableSelection;
import org.cellarius.engine.Deduplication;
import org.cellarius.engine.Engine;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Progress;
import org.cellarius.engine.Selection;
import org.cellarius.engine.SmallTable;
import org.cellarius.engine.Sql;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.study.CatalogueSource;
import org.cellarius.study.CatalogueSource.FileSource;
import org.cellarius.study.CatalogueSource.Unmatched;
import org.cellarius.study.ColumnSource;
import org.cellarius.study.ColumnSource.Origin;
import org.cellarius.study.Cut;
import org.cellarius.study.ErrorsSource;
import org.cellarius.study.OrbitsSource;
import org.cellarius.study.Study;
import org.cellarius.study.result.Cutflow;
import org.cellarius.study.yaml.Place;

/** From catalogue files to the star table of a study, stage by stage. */
final class StarTableBuilder {

    /** Whether all rows are wanted, or only the columns, to check a study without running it. */
    enum Extent {
        ROWS,
        COLUMNS_ONLY
    }

    private static final String CATALOGUE = "catalogue";
    private static final String STAR_NUMBER = "star_number";

    private final Study study;
    private final StudyFiles files;
    private final Engine engine;
    private final StageCache cache;
    private final Progress progress;
    private final Extent extent;
    private final Cutflow cutflow = new Cutflow();
    private final Map<Path, String> inputs = new LinkedHashMap<>();

    StarTableBuilder(Study study, StudyFiles files, Engine engine, StageCache cache, Progress progress, Extent extent) {
        this.study = study;
        this.files = files;
        this.engine = engine;
        this.cache = cache;
        this.progress = progress;
        this.extent = extent;
    }

    Cutflow cutflow() {
        return cutflow;
    }

    /** The input files read, with the SHA-256 of their content. */
    Map<Path, String> inputs() {
        return inputs;
    }

    /** A table and the hash of all that it was made of. */
    private record Staged(StarTable table, String key) {}

    StarTable build() {
        var catalogues = new ArrayList<Staged>();
        for (CatalogueSource source : study.catalogues()) {
            catalogues.add(catalogue(source));
        }
        Staged stars = catalogues.size() == 1 ? catalogues.getFirst() : united(catalogues);
        if (study.repeats().isPresent()) {
            stars = withoutRepeats(stars);
        }
        Optional<ColumnKernel> physics = StarPhysics.kernel(study);
        if (physics.isPresent()) {
            stars = derived(stars, physics.get());
        }
        return cut(stars);
    }

    private Staged catalogue(CatalogueSource source) {
        Staged first = mapped(source.file(), Optional.of(source.name()));
        cutflow.step(
                "read",
                source.name() + ": " + source.file().path(),
                0,
                first.table().rows());
        if (source.join().isEmpty()) {
            return first;
        }
        CatalogueSource.Join join = source.join().get();
        Staged second = mapped(join.file(), Optional.empty());
        cutflow.counted(
                "read",
                source.name() + ": " + join.file().path() + " (to be joined)",
                second.table().rows(),
                0);
        String on = Sql.name(join.on());
        double[] unique = engine.numbers("SELECT count(" + on + "), count(DISTINCT " + on + ") FROM "
                + second.table().sql());
        if (unique[0] != unique[1]) {
            throw new InputError(
                    "'" + join.on() + "' is repeated in " + join.file().path() + ": " + (long) unique[0] + " values, "
                            + (long) unique[1] + " different ones",
                    join.file().place().toString(),
                    "Join on a key that is unique in the second file");
        }
        var columns = new ArrayList<>(first.table().columns());
        second.table().columns().stream()
                .filter(c -> !c.name().equals(join.on()))
                .forEach(columns::add);
        String key = cache.key(
                "join",
                List.of(first.key(), second.key(), join.on(), join.unmatched().name()));
        StarTable joined = cache.table(
                engine,
                "join",
                key,
                path -> engine.write(
                        "SELECT a.* EXCLUDE (file_row_number), b.* EXCLUDE (" + on + ") FROM "
                                + first.table().numberedSql() + " a "
                                + (join.unmatched() == Unmatched.KEEP ? "LEFT " : "") + "JOIN "
                                + second.table().sql() + " b ON a." + on + " = b." + on
                                + " ORDER BY a.file_row_number",
                        columns,
                        path));
        cutflow.step(
                "join",
                source.name() + ": with " + join.file().path() + " on " + join.on(),
                first.table().rows(),
                joined.rows());
        if (join.unmatched() == Unmatched.KEEP) {
            cutflow.counted("join", source.name() + ": kept without a partner", joined.rows(), (long)
                    engine.numbers("SELECT count(*) FROM " + joined.sql() + " a ANTI JOIN "
                            + second.table().sql() + " b ON a." + on + " = b." + on)[0]);
        }
        return new Staged(joined, key);
    }

    /** A file's wanted columns in the star table's names and units. */
    private Staged mapped(FileSource source, Optional<String> catalogue) {
        Path path = files.resolve(source.path(), source.place().toString());
        TableFile file = open(path, source);
        String hash = inputs.computeIfAbsent(path, StageCache::sha256Of);
        Staged raw = raw(file, source, hash);
        List<ColumnMapping> mappings = source.columns().stream()
                .map(c -> ColumnMapping.of(c, raw.table(), engine, String.valueOf(path.getFileName())))
                .toList();
        var columns = new ArrayList<TableColumn>();
        var expressions = new ArrayList<String>();
        catalogue.ifPresent(name -> {
            columns.add(new TableColumn(CATALOGUE, ColumnType.TEXT, "", "short name of the catalogue"));
            expressions.add(Sql.text(name) + " AS " + CATALOGUE);
        });
        for (ColumnMapping m : mappings) {
            columns.add(m.column());
            expressions.add(m.sql() + " AS " + Sql.name(m.column().name()));
        }
        String query = "SELECT " + String.join(", ", expressions) + " FROM "
                + raw.table().sql();
        String key = cache.key("mapped", List.of(raw.key(), String.join("\n", expressions), columns.toString()));
        StarTable table = cache.table(engine, "mapped", key, out -> engine.write(query, columns, out));
        countLosses(source.path(), raw.table(), mappings);
        return new Staged(table, key);
    }

    private void countLosses(String file, StarTable raw, List<ColumnMapping> mappings) {
        record Count(String words, String condition, boolean always, boolean doubtful) {}
        var counts = new ArrayList<Count>();
        Set<String> doubtful = doubtful(raw, mappings);
        for (ColumnMapping m : mappings) {
            String name = m.column().name();
            m.losses()
                    .forEach(l -> counts.add(
                            new Count(name + ": " + l.words() + " in " + file, l.condition(), l.always(), false)));
            List<ColumnMapping.Loss> doubts = doubtful.contains(name) ? m.doubts() : List.of();
            doubts.forEach(d -> counts.add(new Count(
                    name + ": values of exactly " + d.words() + " in " + file
                            + ", used as they are; if they mean missing, list them under 'fillers'",
                    d.condition(),
                    false,
                    true)));
        }
        if (counts.isEmpty()) {
            return;
        }
        String filters = counts.stream()
                .map(c -> "count(*) FILTER (" + c.condition() + ")")
                .collect(Collectors.joining(", "));
        double[] found = engine.numbers("SELECT " + filters + " FROM " + raw.sql());
        for (int k = 0; k < found.length; k++) {
            Count count = counts.get(k);
            if (found[k] > 0 || count.always()) {
                cutflow.counted(count.doubtful() ? "doubtful" : "missing", count.words(), raw.rows(), (long) found[k]);
            }
            if (found[k] > 0 && count.doubtful()) {
                progress.note((long) found[k] + " × " + count.words());
            }
        }
    }

    /** The columns that hold a value that looks like a filler. */
    private Set<String> doubtful(StarTable raw, List<ColumnMapping> mappings) {
        List<ColumnMapping> asked =
                mappings.stream().filter(m -> m.doubtful().isPresent()).toList();
        if (asked.isEmpty()) {
            return Set.of();
        }
        String filters = asked.stream()
                .map(m -> "count(*) FILTER (" + m.doubtful().orElseThrow() + ")")
                .collect(Collectors.joining(", "));
        double[] found = engine.numbers("SELECT " + filters + " FROM " + raw.sql());
        var names = new LinkedHashSet<String>();
        for (int k = 0; k < found.length; k++) {
            if (found[k] > 0) {
                names.add(asked.get(k).column().name());
            }
        }
        return names;
    }

    private TableFile open(Path path, FileSource source) {
        var selection = new TableSelection(
                source.format().map(f -> TableFormat.valueOf(f.toUpperCase(Locale.ROOT))), source.hdu());
        return TableFile.open(path, selection);
    }

    /** The file as Parquet, its own names and units; a Parquet file is used where it lies. */
    private Staged raw(TableFile file, FileSource source, String hash) {
        if (file instanceof ParquetTable parquet && extent == Extent.ROWS) {
            return new Staged(engine.open(parquet.path()), hash);
        }
        if (extent == Extent.COLUMNS_ONLY) {
            String key = cache.key("schema", List.of(hash, source.toString()));
            return new Staged(
                    engine.store(new SmallTable(engine.columnsOf(file), List.of()), cache.tableOf("schema", key)), key);
        }
        boolean computed = source.columns().stream().anyMatch(c -> c.origin() instanceof Origin.Computed);
        Optional<List<String>> wanted = computed ? Optional.empty() : Optional.of(List.copyOf(fileColumns(source)));
        String key = cache.key(
                "raw", List.of(hash, source.format().orElse(""), source.hdu().orElse(""), wanted.toString()));
        StarTable table = cache.table(engine, "raw", key, out -> {
            try {
                return engine.importTable(file, wanted, out, progress);
            } catch (InputError e) {
                // The study's line helps more than the file's name alone: that of the column in question, or of the
                // file.
                Place place = source.columns().stream()
                        .filter(c -> c.origin() instanceof Origin.FileColumn o
                                && e.what().contains("'" + o.column() + "'"))
                        .map(ColumnSource::place)
                        .findFirst()
                        .orElse(source.place());
                throw new InputError(e.what(), e.where() + (e.where().isEmpty() ? "" : ", ") + place, e.remedy())
                        .withCause(e);
            }
        });
        return new Staged(table, key);
    }

    private static Set<String> fileColumns(FileSource source) {
        var names = new LinkedHashSet<String>();
        for (ColumnSource column : source.columns()) {
            if (column.origin() instanceof Origin.FileColumn o) {
                names.add(o.column());
            }
        }
        return names;
    }

    private Staged united(List<Staged> catalogues) {
        var columns = new LinkedHashMap<String, TableColumn>();
        for (Staged catalogue : catalogues) {
            for (TableColumn column : catalogue.table().columns()) {
                TableColumn before = columns.putIfAbsent(column.name(), column);
                if (before != null && before.unit().equals(column.unit()) && areNumbers(before, column)) {
                    columns.put(column.name(), before.type() == ColumnType.DOUBLE ? before : column);
                } else if (before != null && (!before.unit().equals(column.unit()) || before.type() != column.type())) {
                    throw new InputError(
                            "the column '" + column.name() + "' is " + before.type() + " in '" + before.unit()
                                    + "' in one catalogue and " + column.type() + " in '" + column.unit()
                                    + "' in another",
                            study.document().placeOf("/catalogues").toString(),
                            "Give them one unit and type (with an expression), or different names");
                }
            }
        }
        String query = catalogues.stream()
                .map(c -> "SELECT * FROM " + c.table().sql())
                .collect(Collectors.joining(" UNION ALL BY NAME "));
        String key = cache.key("united", catalogues.stream().map(Staged::key).toList());
        StarTable table =
                cache.table(engine, "united", key, path -> engine.write(query, List.copyOf(columns.values()), path));
        cutflow.counted(
                "unite", study.catalogues().size() + " catalogues one below the other", table.rows(), table.rows());
        return new Staged(table, key);
    }

    /** Whole numbers and others go together as the latter. */
    private static boolean areNumbers(TableColumn one, TableColumn other) {
        return one.type() != other.type()
                && Stream.of(one, other).allMatch(c -> c.type() == ColumnType.LONG || c.type() == ColumnType.DOUBLE);
    }

    private Staged withoutRepeats(Staged stars) {
        var repeats = study.repeats().orElseThrow();
        String where = repeats.place().toString();
        stars.table().require("ra", where);
        stars.table().require("dec", where);
        var score = engine.expression(repeats.score(), stars.table(), where);
        if (score.type() == ColumnType.TEXT) {
            throw new InputError(
                    "the best of repeated stars is the one with the " + repeats.described() + ", which is not a number",
                    where,
                    "Use a numeric column or expression");
        }
        // Rows of other catalogues have no twins: their number keeps them apart.
        var deduplication = new Deduplication(
                repeats.radiusArcsec(),
                score.sql(),
                List.of(CATALOGUE),
                repeats.catalogue().map(c -> CATALOGUE + " = " + Sql.text(c)).orElse("true"));
        String key = cache.key("repeats", List.of(stars.key(), deduplication.toString()));
        StarTable table = cache.table(engine, "repeats", key, path -> deduplication.run(engine, stars.table(), path));
        cutflow.step(
                "repeats",
                "within %s arcsec the %s is kept%s"
                        .formatted(
                                repeats.radiusArcsec(),
                                repeats.described(),
                                repeats.catalogue().map(c -> ", in " + c).orElse("")),
                stars.table().rows(),
                table.rows());
        return new Staged(table, key);
    }

    private Staged derived(Staged stars, ColumnKernel kernel) {
        String section = Stream.of("phase-space", "orbits", "membership")
                .filter(study.document().root()::has)
                .findFirst()
                .orElseThrow();
        String where = study.document().placeOf("/" + section).toString();
        List<String> expressions = kernel.inputs().stream()
                .map(name -> name.equals(STAR_NUMBER)
                        ? Selection.ROW_NUMBER
                        : Sql.name(stars.table().require(name, where).name()))
                .toList();
        for (String output : Stream.concat(kernel.outputs().stream().map(OutputColumn::name), Stream.of("status"))
                .toList()) {
            if (stars.table().column(output).isPresent()) {
                throw new InputError(
                        "'" + section + "' gives the column '" + output + "', which a catalogue has already",
                        where,
                        "Give the catalogue's column another name, for example " + output + "_published");
            }
        }
        String key = cache.key(
                "phase-space",
                List.of(
                        stars.key(),
                        study.sun().toString(),
                        study.phaseSpace().word(),
                        study.errors().map(ErrorsSource::settings).orElse(""),
                        study.orbits().map(OrbitsSource::settings).orElse(""),
                        study.membership().toString()));
        StarTable table = cache.table(engine, "phase-space", key, path -> {
            Path parts = cache.partsOf("phase-space", key);
            StarTable made = study.orbits().isPresent() || study.errors().isPresent()
                    ? engine.applyKernelInParts(
                            stars.table(), kernel, expressions, stars.table().names(), parts, path, progress)
                    : engine.applyKernel(
                            stars.table(), kernel, expressions, stars.table().names(), path, progress);
            PartialFiles.delete(parts);
            return made;
        });
        for (List<Optional<String>> row :
                engine.rows("SELECT status, count(*) FROM " + table.sql() + " GROUP BY status ORDER BY status")) {
            cutflow.counted(
                    "phase space",
                    "status " + row.get(0).orElse(""),
                    table.rows(),
                    Long.parseLong(row.get(1).orElse("0")));
        }
        return new Staged(table, key);
    }

    private StarTable cut(Staged stars) {
        if (study.cuts().isEmpty()) {
            return stars.table();
        }
        var conditions = new ArrayList<String>();
        var counts = new ArrayList<String>();
        for (Cut cut : study.cuts()) {
            var keep = engine.expression(cut.keep(), stars.table(), cut.place().toString());
            if (keep.type() != ColumnType.BOOLEAN) {
                throw new InputError(
                        "the cut '" + cut.name() + "' is not a condition: '" + cut.keep() + "'",
                        cut.place().toString(),
                        "Write a comparison, for example  teff < 5000");
            }
            String condition = "coalesce((" + keep.sql() + "\n), false)";
            conditions.add(cut.catalogue()
                    .map(c -> "(" + CATALOGUE + " <> " + Sql.text(c) + " OR " + condition + ")")
                    .orElse(condition));
            counts.add("count(*) FILTER (" + String.join(" AND ", conditions) + ")");
        }
        double[] left = engine.numbers(
                "SELECT " + String.join(", ", counts) + " FROM " + stars.table().sql());
        long before = stars.table().rows();
        for (int k = 0; k < left.length; k++) {
            Cut cut = study.cuts().get(k);
            cutflow.step(
                    "cut",
                    cut.name() + cut.catalogue().map(c -> " (" + c + " only)").orElse("") + ": " + cut.keep(),
                    before,
                    (long) left[k]);
            before = (long) left[k];
        }
        String key = cache.key("stars", List.of(stars.key(), String.join("\n", conditions)));
        return cache.table(
                engine,
                "stars",
                key,
                path -> engine.write(
                        "SELECT * FROM " + stars.table().sql() + " WHERE " + String.join(" AND ", conditions),
                        stars.table().columns(),
                        path));
    }
}
