package org.cellarius.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFile;
import org.cellarius.catalogue.TableFormat;
import org.cellarius.engine.Derived;
import org.cellarius.engine.Engine;
import org.cellarius.engine.PartialFiles;
import org.cellarius.engine.Relation;
import org.cellarius.engine.StageCache;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Cases;
import org.cellarius.engine.expression.Expression;
import org.cellarius.engine.expression.OneOf;
import org.cellarius.engine.expression.RowNumber;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.study.Version;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands have in common that append a kernel's columns to a table. */
final class KernelTool {

    /** How long a kernel takes. */
    enum Pace {
        /** Begun anew after an interruption. */
        QUICK,
        /** Results are kept part by part beside the output until it is whole: the same command goes on after an interruption. */
        SLOW
    }

    /** What becomes of a status that an earlier step of ours gave. */
    enum EarlierStatus {
        /** It stays where it tells of trouble: for steps that go on from others. */
        STAYS,
        /** It stands in the way, as any column of a derived one's name. */
        IN_THE_WAY
    }

    /** What is done with a column whose file gives no unit. */
    enum Units {
        /** What {@code --units} says. */
        AS_FOR_ALL_TABLES,
        /** It has the canonical one, which is told; names that are not ours are numbers as they stand. */
        GO_WITHOUT_SAYING
    }

    /**
     * How a kernel's columns come beside those of the table.
     *
     * @param pace whether a killed run should go on where it was
     * @param earlier what becomes of an earlier status
     * @param stale further columns that do not fit the new ones; they go with {@code --replace}
     * @param inPlace columns that the derived ones of the same names replace, as the user has said
     * @param ownStatus name of the status of this step, where the {@code status} of another step has nothing to do with it
     * @param units what is done with a column whose file gives no unit
     * @param only the columns that are written, in order, of a table beside the one that the command is for; empty for that one, with all columns
     */
    record Step(
            Pace pace,
            EarlierStatus earlier,
            List<String> stale,
            List<String> inPlace,
            Optional<String> ownStatus,
            Units units,
            List<String> only) {
        Step {
            stale = List.copyOf(stale);
            inPlace = List.copyOf(inPlace);
            only = List.copyOf(only);
        }

        Step(Pace pace, EarlierStatus earlier, List<String> stale, List<String> inPlace, Optional<String> ownStatus) {
            this(pace, earlier, stale, inPlace, ownStatus, Units.AS_FOR_ALL_TABLES, List.of());
        }

        Step(Pace pace, EarlierStatus earlier, List<String> stale, List<String> inPlace) {
            this(pace, earlier, stale, inPlace, Optional.empty());
        }

        Step(Pace pace, EarlierStatus earlier) {
            this(pace, earlier, List.of(), List.of());
        }
    }

    private static final String STATUS = "status";
    private static final String STAR_NUMBER = "star_number";
    private static final TableColumn EARLIER = new TableColumn("cellarius_earlier", ColumnType.TEXT, "", "");

    @Option(names = "--replace", description = "Replace columns of the input that have the name of a derived one.")
    private boolean replace;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TableInput input = new TableInput();

    @Mixin
    private TableOutputs outputs = new TableOutputs();

    @Mixin
    private Resources resources = new Resources();

    /** Refuses a place for a table, before anything is computed. */
    void checkFree(Path in, Path out) {
        outputs.target(in, out);
    }

    /**
     * Writes the table with the kernel's columns.
     *
     * @param kernel the kernel that suits the table
     */
    void append(Path in, Path out, Step step, Function<StarTable, ColumnKernel> kernel) {
        append(in, out, step, (session, table) -> table, kernel);
    }

    /**
     * The same for a table that is made from the one that is read.
     *
     * @param made the table, from a session and the table read
     */
    void append(
            Path in,
            Path out,
            Step step,
            BiFunction<TableSession, StarTable, StarTable> made,
            Function<StarTable, ColumnKernel> kernel) {
        Path target = outputs.target(in, out);
        TableFile file = input.open(in);
        try (var session = TableSession.writing(in, target, input, resources)) {
            StarTable read = session.copy(file);
            StarTable table = made.apply(session, read);
            // A table made here numbers its stars itself.
            boolean numbered = !table.equals(read) && table.column(STAR_NUMBER).isPresent();
            // Tables of a potential are made with the kernel.
            ColumnKernel chosen = session.progress().during("preparing", () -> kernel.apply(table));
            var assumed = new ArrayList<String>();
            List<Expression> expressions = chosen.inputs().stream()
                    .map(name -> name.equals(STAR_NUMBER) && !numbered
                            ? new RowNumber()
                            : expression(table, name, in, step.units(), assumed::add))
                    .toList();
            if (!assumed.isEmpty()) {
                System.err.println(
                        "note: columns without a unit are taken in that of the program: " + String.join(", ", assumed));
            }
            List<Integer> columns = IntStream.range(0, expressions.size())
                    .filter(k -> !chosen.inputs().get(k).equals(STAR_NUMBER))
                    .boxed()
                    .toList();
            List<Expression> values = columns.stream().map(expressions::get).toList();
            List<String> names = columns.stream().map(chosen.inputs()::get).toList();
            input.fillers()
                    .suspected(session.engine(), table, Expression.always(), values, names)
                    .forEach(told -> System.err.println("note: " + told));
            Path derived = session.scratch("derived.parquet");
            boolean told = step.ownStatus().isEmpty()
                    && step.earlier() == EarlierStatus.STAYS
                    && tells(session.engine(), table);
            List<String> kept = kept(table, chosen, step, in, told);
            Path parts = parts(in, out, target, table, chosen, expressions);
            StarTable result = switch (step.pace()) {
                case QUICK ->
                    session.engine().applyKernel(table, chosen, expressions, kept, derived, session.progress());
                case SLOW ->
                    session.engine()
                            .applyKernelInParts(table, chosen, expressions, kept, parts, derived, session.progress());
            };
            outputs.checkStillFree(target);
            StarTable whole = step.ownStatus()
                    .map(name -> apart(session, table, result, name))
                    .orElseGet(() -> told ? combined(session, table, result) : result);
            StarTable written = only(session, whole, step);
            session.engine().export(written, target, session.progress());
            if (step.pace() == Pace.SLOW) {
                PartialFiles.delete(parts);
            }
            // Of a table beside the main one the JSON object does not tell: there is one object.
            ToolOutput.written(
                    out,
                    written.rows(),
                    written.columns().size(),
                    Statuses.of(session.engine(), written, step.ownStatus().orElse(STATUS)),
                    json && step.only().isEmpty());
            ToolOutput.aboutUnits(written.columnList(), TableFormat.ofOutput(target));
        }
    }

    private static StarTable only(TableSession session, StarTable written, Step step) {
        if (step.only().isEmpty()) {
            return written;
        }
        List<Derived> columns = step.only().stream()
                .map(name -> Derived.of(written.column(name).orElseThrow()))
                .toList();
        return session.engine().write(Relation.of(written).project(columns), session.scratch("only.parquet"));
    }

    /** A hidden folder beside the output, for this input, kernel, build and units alone. */
    private Path parts(
            Path in, Path out, Path target, StarTable table, ColumnKernel kernel, List<Expression> expressions) {
        Path whole = target.toAbsolutePath().normalize();
        String key = new StageCache(whole, Version.BUILD)
                .key(
                        "parts",
                        List.of(
                                StageCache.sha256Of(in),
                                String.valueOf(table.rows()),
                                settings(List.of(in, out)),
                                kernel.outputs().toString(),
                                expressions.toString()));
        return whole.resolveSibling("." + whole.getFileName() + ".parts-" + key);
    }

    /** The command without what does not change its numbers, and the contents of the files that it names beside the tables. */
    private String settings(List<Path> tables) {
        List<String> arguments = spec.commandLine().getParseResult().originalArgs();
        String contents = arguments.stream()
                .map(argument -> Path.of(argument.replaceFirst("^--[a-z-]+=", "")))
                .filter(named -> !tables.contains(named))
                .flatMap(named -> filesOf(named).stream())
                .map(StageCache::sha256Of)
                .collect(Collectors.joining(" "));
        return String.join(" ", arguments)
                        .replaceAll("--(threads|memory)[ =]\\S+|--force|--json", "")
                        .replaceAll(" +", " ")
                        .strip()
                + contents;
    }

    /** A file itself, or the files that lie in a folder. */
    private static List<Path> filesOf(Path named) {
        if (!Files.isDirectory(named)) {
            return Files.isRegularFile(named) ? List.of(named) : List.of();
        }
        try (Stream<Path> there = Files.list(named)) {
            return there.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Expression expression(StarTable table, String name, Path in, Units units, Consumer<String> assumed) {
        return switch (units) {
            case AS_FOR_ALL_TABLES -> expression(table, name, name, in);
            case GO_WITHOUT_SAYING ->
                CanonicalColumns.unitOf(name).isPresent()
                        ? input.scaledOrCanonical(table.columnList(), name, name, in, assumed)
                                .value()
                        : input.asGiven(table.columnList(), name, in).value();
        };
    }

    /** A column of numbers in the unit of a canonical one. */
    Expression expression(StarTable table, String name, String canonicalName, Path in) {
        return input.scaled(table.columnList(), name, canonicalName, in).value();
    }

    /** Whether the table's status is one that an earlier step of ours gave: then the first trouble stays the status. */
    private static boolean tells(Engine engine, StarTable table) {
        if (table.column(STATUS).filter(c -> c.type() == ColumnType.TEXT).isEmpty()) {
            return false;
        }
        Expression ours = new OneOf(
                table.value(STATUS),
                Arrays.stream(StarStatus.values())
                        .map(word -> Expression.of(word.name()))
                        .toList());
        return engine.count(table, ours.negated().orElse(Expression.always())) == 0;
    }

    private static StarTable combined(TableSession session, StarTable before, StarTable after) {
        Expression earlier = EARLIER.value();
        Expression trouble = earlier.differsFrom(Expression.of(StarStatus.OK.name()));
        List<Derived> columns = after.columns().stream()
                .map(c -> c.name().equals(STATUS)
                        ? new Derived(c, new Cases(List.of(new Cases.Case(trouble, earlier)), Optional.of(c.value())))
                        : Derived.of(c))
                .toList();
        return session.engine().write(beside(before, after).project(columns), session.scratch("combined.parquet"));
    }

    /** The status of this step under its own name; the table's stays what it was. */
    private static StarTable apart(TableSession session, StarTable before, StarTable after, String name) {
        Optional<TableColumn> earlier = before.column(STATUS);
        var columns = new ArrayList<>(after.columns().stream()
                .map(c -> c.name().equals(STATUS)
                        ? new Derived(new TableColumn(name, c.type(), c.unit(), c.description()), c.value())
                        : Derived.of(c))
                .toList());
        earlier.ifPresent(c -> columns.add(new Derived(c, EARLIER.value())));
        Relation rows = earlier.isPresent() ? beside(before, after) : Relation.of(after);
        return session.engine().write(rows.project(columns), session.scratch("apart.parquet"));
    }

    /** The rows after a step, with the status that they had before it. */
    private static Relation beside(StarTable before, StarTable after) {
        return new Relation.Beside(
                Relation.of(after), Relation.of(before).project(List.of(new Derived(EARLIER, before.value(STATUS)))));
    }

    private List<String> kept(StarTable table, ColumnKernel kernel, Step step, Path in, boolean told) {
        boolean statusApart = step.ownStatus().isPresent();
        var derived = new ArrayList<>(
                kernel.outputs().stream().map(OutputColumn::name).toList());
        derived.add(STATUS);
        step.ownStatus().ifPresent(derived::add);
        if (replace) {
            derived.addAll(step.stale());
        }
        List<String> twice = table.names().stream()
                .filter(n -> derived.stream().anyMatch(n::equalsIgnoreCase))
                .toList();
        List<String> clashes = twice.stream()
                .filter(n -> !((told || statusApart) && n.equalsIgnoreCase(STATUS)))
                .filter(n -> step.inPlace().stream().noneMatch(n::equalsIgnoreCase))
                .toList();
        if (!clashes.isEmpty() && !replace) {
            throw new InputError(
                    "the table has already the column" + (clashes.size() > 1 ? "s " : " ") + String.join(", ", clashes)
                            + ", which would be derived (upper and lower case are one)",
                    in.toString(),
                    "Replace with --replace, or rename in the file");
        }
        return table.names().stream().filter(n -> !twice.contains(n)).toList();
    }
}
