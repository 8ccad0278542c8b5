package org.cellarius.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cellarius.app.KernelTool.EarlierStatus;
import org.cellarius.app.KernelTool.Pace;
import org.cellarius.app.KernelTool.Step;
import org.cellarius.app.KernelTool.Units;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.Derived;
import org.cellarius.engine.Relation;
import org.cellarius.engine.StarTable;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.RowNumber;
import org.cellarius.galaxy.age.AgeCurve;
import org.cellarius.galaxy.age.AgeObservable;
import org.cellarius.galaxy.age.AgePrior;
import org.cellarius.galaxy.age.LikelihoodCurve;
import org.cellarius.study.age.AgeMethod;
import org.cellarius.study.age.Ages;
import org.cellarius.study.age.IsochroneLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Appends ages by isochrones to a table. */
@Command(
        name = "ages",
        description = {
            "Append ages by isochrones: age_mode age_lo61 age_hi61 age_mean age_sd (Gyr) with --method vickers2021, or",
            "age_mode age_median age_mean age_lo age_hi (Gyr) and mass with --method posterior; ln_evidence and age_status.",
            "Reads the observables, and of each NAME its standard error in e_NAME or NAME_error."
        })
final class AgesCommand implements Callable<Integer> {

    private static final String AGE_NUMBER = "age_number";

    @Mixin
    private TablePaths tables = new TablePaths();

    @Option(
            names = "--isochrones",
            paramLabel = "PATH",
            required = true,
            description =
                    "File or folder of isochrones (PARSEC, MIST, Dartmouth, BaSTI-IAC), a grid built of them, or a table with columns age (Gyr) feh mass (Msun) and observables.")
    private Path isochrones = Path.of("");

    @Option(
            names = "--observables",
            paramLabel = "NAME",
            required = true,
            split = ",",
            description = "What is measured of stars and known of isochrones, for example teff,logg,fe_h.")
    private List<String> names = List.of();

    @Option(
            names = "--method",
            paramLabel = "WORD",
            description =
                    "vickers2021: likelihood on the ages of the grid, as published; posterior: between its points (default: posterior).")
    private String method = AgeMethod.POSTERIOR.word();

    @Mixin
    private AgePriorOptions prior = new AgePriorOptions();

    @Option(
            names = "--ten-sigma",
            description =
                    "With vickers2021: leave out what is ten errors off in any observable, as published for speed.")
    private boolean tenSigma;

    @Option(
            names = "--pdf",
            paramLabel = "FILE",
            description = {
                "Write how likely each age is too: row (from 0) age relative_likelihood, one row for each star and age of the isochrones,",
                "1 at the likeliest; of the posterior with its prior."
            })
    private Optional<Path> pdf = Optional.empty();

    @Mixin
    private ApparentOptions measured = new ApparentOptions();

    @Mixin
    private KernelTool tool = new KernelTool();

    @Override
    public Integer call() {
        AgeMethod chosen = Choice.of("method", method, Arrays.asList(AgeMethod.values()), AgeMethod::word, "--method");
        AgePrior weight = prior.prior(chosen);
        if (tenSigma && chosen != AgeMethod.VICKERS2021) {
            throw new InputError("only vickers2021 leaves out what is ten errors off", "--ten-sigma", "Leave it out");
        }
        checkCurves();
        IsochroneLibrary library = IsochroneLibrary.read(isochrones);
        System.err.println("isochrones: " + library.extent());
        List<AgeObservable> observables = library.observables(names, "--observables");
        Ages ages = Ages.of(chosen, library, observables, measured.measurement(names, chosen), weight, tenSigma);
        Stream.concat(library.notes().stream(), ages.warnings().stream())
                .forEach(told -> System.err.println("note: " + told));
        var step = new Step(
                Pace.SLOW,
                EarlierStatus.STAYS,
                List.of(),
                List.of(),
                Optional.of("age_status"),
                Units.GO_WITHOUT_SAYING,
                List.of());
        tool.append(tables.in(), tables.out(), step, table -> ages.kernel(columns(table, observables)));
        pdf.ifPresent(file -> writeCurves(file, ages.curve(), observables));
        return 0;
    }

    private void checkCurves() {
        pdf.ifPresent(file -> {
            if (file.equals(TableOutputs.STANDARD)
                    || file.toAbsolutePath()
                            .normalize()
                            .equals(tables.out().toAbsolutePath().normalize())) {
                throw new InputError(
                        "the likelihoods of ages need a file of their own", "--pdf", "Name another file than OUT");
            }
            tool.checkFree(tables.in(), file);
        });
    }

    private void writeCurves(Path file, AgeCurve curve, List<AgeObservable> observables) {
        tool.append(
                tables.in(),
                file,
                new Step(
                        Pace.QUICK,
                        EarlierStatus.IN_THE_WAY,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Units.GO_WITHOUT_SAYING,
                        List.of("row", "age", "relative_likelihood")),
                (session, table) -> repeated(session, table, columns(table, observables), curve.agesGyr().length),
                table -> new LikelihoodCurve(curve, columns(table, observables), AGE_NUMBER));
    }

    /** The columns that are needed of each star, as often as there are ages. */
    private static StarTable repeated(TableSession session, StarTable table, List<String> needed, int ages) {
        List<Derived> columns = needed.stream()
                .distinct()
                .map(name -> Derived.of(table.column(name).orElseThrow()))
                .toList();
        Relation stars = Relation.of(table)
                .project(columns)
                .with(
                        new TableColumn("row", ColumnType.LONG, "", "row of the star in the input, from 0"),
                        new RowNumber());
        return session.engine()
                .write(
                        new Relation.Repeated(
                                stars,
                                ages,
                                new TableColumn(AGE_NUMBER, ColumnType.LONG, "", "number of the age, from 0")),
                        session.scratch("repeated.parquet"));
    }

    /** Names of the columns of each observable and of its error, and of what all have in common. */
    private List<String> columns(StarTable table, List<AgeObservable> observables) {
        var columns = new ArrayList<String>();
        for (AgeObservable observable : observables) {
            String value = present(
                    table,
                    Stream.concat(Stream.of(observable.name()), IsochroneLibrary.synonyms(observable.name()).stream())
                            .toList(),
                    observable.name());
            columns.add(value);
            columns.add(error(table, value, observable.name()));
        }
        for (String value : measured.columns()) {
            columns.add(present(table, List.of(value), value));
            columns.add(error(table, value, value));
        }
        return columns;
    }

    private String error(StarTable table, String value, String name) {
        return present(table, List.of("e_" + value, value + "_error", "e_" + name), "e_" + value);
    }

    private String present(StarTable table, List<String> candidates, String wanted) {
        return candidates.stream()
                .filter(name -> table.column(name).isPresent())
                .findFirst()
                .orElseThrow(() -> new InputError(
                        "the table has no column '" + wanted + "'",
                        tables.in().toString(),
                        "Add it, or name another; there are " + String.join(", ", table.names())));
    }
}
