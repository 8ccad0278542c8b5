package org.cellarius.app;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.engine.StarTable;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.frame.DerivedQuantity;
import org.cellarius.galaxy.frame.DistanceErrorModel;
import org.cellarius.galaxy.frame.DrawPlan;
import org.cellarius.galaxy.frame.DrawPlan.Summary;
import org.cellarius.galaxy.frame.ErrorColumns;
import org.cellarius.galaxy.frame.ErrorColumns.Correlations;
import org.cellarius.galaxy.frame.ErrorColumns.Sky;
import org.cellarius.galaxy.frame.ErrorEstimate;
import org.cellarius.galaxy.frame.PhaseSpaceErrors.Covariance;
import org.cellarius.study.stage.PhaseSpaceStage;
import picocli.CommandLine.Option;

/** How errors of phase space are found. */
final class ErrorOptions {

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Errors from N Monte-Carlo draws of each star's measurement.")
    private Optional<Integer> draws = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "Seed of the draws (default: 1). The same seed gives the same numbers on any machine and number of threads.")
    private long seed = 1;

    @Option(names = "--jacobian", description = "Errors to first order, without draws.")
    private boolean jacobian;

    @Option(names = "--covariance", description = "Also the 21 (co)variances of x y z vx vy vz: x_x_cov ... vz_vz_cov.")
    private boolean covariance;

    @Option(names = "--means", description = "With --draws: also the means of the draws.")
    private boolean means;

    @Option(names = "--percentiles", description = "With --draws: also the 16th, 50th and 84th percentiles.")
    private boolean percentiles;

    @Option(
            names = "--distance-errors",
            paramLabel = "MODEL",
            description =
                    "normal (distance_error), two-piece or fechner (distance_lo distance_hi). Default: by the columns that are there; told.")
    private Optional<String> distanceErrors = Optional.empty();

    @Option(names = "--sky-errors", description = "Use ra_error and dec_error (mas) too.")
    private boolean skyErrors;

    @Option(
            names = "--correlations",
            paramLabel = "RULE",
            description =
                    "none, gaia, or gaia-distance-from-parallax (distance = 1/parallax): which of Gaia's _corr columns are used (default: none).")
    private String correlations = "none";

    boolean wanted() {
        if (draws.isEmpty() && (means || percentiles || (covariance && !jacobian))) {
            throw new InputError(
                    "means, percentiles and covariances are those of errors",
                    "",
                    "Add --draws N (or --jacobian for --covariance)");
        }
        return draws.isPresent() || jacobian;
    }

    /** Whether errors come from draws, which alone give those of orbits. */
    boolean fromDraws() {
        return draws.isPresent();
    }

    /** How many draws, where nothing but the draws themselves is wanted. */
    int bareDraws() {
        if (jacobian || covariance || means || percentiles) {
            throw new InputError(
                    "the draws themselves are written, nothing about them",
                    "--jacobian, --covariance, --means, --percentiles",
                    "Leave these out, or take phase-space");
        }
        int number = draws.orElseThrow(
                () -> new InputError("it is not said how many draws", "--draws", "Say for example --draws 100"));
        if (number < 1 || number > 1_000_000) {
            throw new InputError(number + " draws per star", "--draws", "Take between 1 and 1000000");
        }
        return number;
    }

    long seed() {
        return seed;
    }

    /** The columns that tell the errors of the measurement. */
    ErrorColumns columns(StarTable table) {
        return new ErrorColumns(model(table), skyErrors ? Sky.WITH_ERRORS : Sky.EXACT, correlations(table));
    }

    /** The kernel of the errors; derived quantities follow the draws. */
    ColumnKernel kernel(StarTable table, PhaseSpaceStage of, List<DerivedQuantity> derived) {
        if (draws.isPresent() && jacobian) {
            throw new InputError(
                    "errors come from draws or to first order, not both", "--draws, --jacobian", "Leave one out");
        }
        ErrorColumns columns = columns(table);
        try {
            return estimate(columns, derived).kernel(of.frame(), of.phaseSpace().motions());
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), jacobian ? "--jacobian" : "--draws", "Change it")
                    .withCause(e);
        }
    }

    private ErrorEstimate estimate(ErrorColumns columns, List<DerivedQuantity> derived) {
        if (jacobian) {
            return new ErrorEstimate.FirstOrder(columns, covariance ? Covariance.WRITTEN : Covariance.LEFT_OUT);
        }
        var summaries = EnumSet.noneOf(Summary.class);
        if (covariance) {
            summaries.add(Summary.COVARIANCE);
        }
        if (means) {
            summaries.add(Summary.MEANS);
        }
        if (percentiles) {
            summaries.add(Summary.PERCENTILES);
        }
        return new ErrorEstimate.Draws(columns, new DrawPlan(seed, draws.orElseThrow(), summaries, derived));
    }

    private DistanceErrorModel model(StarTable table) {
        if (distanceErrors.isPresent()) {
            return Choice.of(
                    "model of distance errors",
                    distanceErrors.get(),
                    Arrays.asList(DistanceErrorModel.values()),
                    Choice::word,
                    "--distance-errors");
        }
        boolean symmetric = table.column("distance_error").isPresent();
        boolean twoSided = table.column("distance_lo").isPresent()
                && table.column("distance_hi").isPresent();
        if (symmetric == twoSided) {
            throw new InputError(
                    symmetric
                            ? "there are both distance_error and distance_lo, distance_hi"
                            : "there is neither distance_error nor distance_lo and distance_hi",
                    "",
                    symmetric
                            ? "Say --distance-errors normal, two-piece or fechner"
                            : "Errors of phase space need one of them, kpc");
        }
        DistanceErrorModel model = symmetric ? DistanceErrorModel.NORMAL : DistanceErrorModel.TWO_PIECE;
        System.err.println("note: distance errors are " + Choice.word(model) + " (--distance-errors)");
        return model;
    }

    private Correlations correlations(StarTable table) {
        Correlations chosen = Choice.of(
                "rule of correlations",
                correlations,
                Arrays.asList(Correlations.values()),
                Choice::word,
                "--correlations");
        if (chosen == Correlations.NONE && table.column("pmra_pmdec_corr").isPresent()) {
            System.err.println("note: the table's correlation columns are not used; --correlations gaia uses them");
        }
        return chosen;
    }
}
