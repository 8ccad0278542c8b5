package org.cellarius.app;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cellarius.app.KernelTool.EarlierStatus;
import org.cellarius.app.KernelTool.Pace;
import org.cellarius.app.KernelTool.Step;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.distance.DistanceMethod;
import org.cellarius.study.DistanceWords;
import org.cellarius.study.DistanceWords.From;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Appends distances from parallaxes, moduli or periods to a table. */
@Command(
        name = "distance",
        description = {
            "Append distance distance_lo distance_hi distance_error (kpc) and distance_status.",
            "parallax, inverse-parallax: read parallax parallax_error (mas), append parallax_zero_point; parallax also distance_mode.",
            "modulus: reads distance_modulus (mag) and its error. period-luminosity: reads period (d), Gaia magnitudes and fe_h."
        })
final class DistanceCommand implements Callable<Integer> {

    @Mixin
    private TablePaths tables = new TablePaths();

    @Option(
            names = "--from",
            paramLabel = "WORD",
            required = true,
            description = "parallax, inverse-parallax (positive ones only), modulus or period-luminosity.")
    private String from = "";

    @Option(
            names = "--zero-point",
            paramLabel = "WORD",
            description =
                    "Subtracted from the parallax: lindegren2021 (reads ra dec phot_g_mean_mag nu_eff_used_in_astrometry pseudocolour astrometric_params_solved), none, or for example --zero-point=-0.017mas.")
    private Optional<String> zeroPoint = Optional.empty();

    @Option(
            names = "--prior",
            paramLabel = "WORD",
            description = "With --from parallax: edsd, exponentially decreasing space density.")
    private Optional<String> prior = Optional.empty();

    @Option(names = "--length", paramLabel = "KPC", description = "Length scale of the prior, for example 1.35kpc.")
    private Optional<String> length = Optional.empty();

    @Option(
            names = "--percentiles",
            paramLabel = "P",
            split = ",",
            description = "With --from parallax: also these percentiles, for example 5,95: distance_p05 distance_p95.")
    private List<Integer> percentiles = List.of();

    @Option(
            names = "--errors",
            paramLabel = "WORD",
            description =
                    "Of a modulus: none, symmetric (distance_modulus_error) or bounds (distance_modulus_lo distance_modulus_hi). Default: by the columns that are there; told.")
    private Optional<String> errors = Optional.empty();

    @Option(
            names = "--extinction",
            paramLabel = "COLUMN",
            description = "a_v or a_g, subtracted from a modulus that still contains it.")
    private Optional<String> extinction = Optional.empty();

    @Option(
            names = "--relation",
            paramLabel = "NAME",
            description = "Period-luminosity relation: ripepi2022, ripepi2022-fundamental or ripepi2022-period-only.")
    private Optional<String> relation = Optional.empty();

    @Option(
            names = "--pulsation",
            paramLabel = "WORD",
            description = "fundamental, first-overtone, or by-column (0 or 1 in the column overtone).")
    private Optional<String> pulsation = Optional.empty();

    @Option(
            names = "--scatter",
            paramLabel = "MAG",
            description = "Scatter of single stars about the relation, for example 0.1mag.")
    private Optional<String> scatter = Optional.empty();

    @Mixin
    private KernelTool tool = new KernelTool();

    @Override
    public Integer call() {
        var words = new DistanceWords(source(), settings(), percentiles, key -> "--" + key);
        // Without columns nothing is known of moduli, all else is checked before the table is read.
        words.method(column -> false);
        var step = new Step(Pace.QUICK, EarlierStatus.STAYS, stale(), List.of(), Optional.of("distance_status"));
        tool.append(tables.in(), tables.out(), step, table -> {
            DistanceMethod method =
                    words.method(column -> table.column(column).isPresent()).orElseThrow();
            System.err.println("note: distances: " + method.settings());
            return method.kernel();
        });
        return 0;
    }

    private From source() {
        From chosen = Choice.of("source of distances", from, Arrays.asList(From.values()), Choice::word, "--from");
        if (chosen == From.CATALOGUE) {
            throw new InputError(
                    "the catalogue's own distances are there already", "--from", "Name another source of distances");
        }
        return chosen;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        zeroPoint.ifPresent(w -> settings.put("zero-point", w));
        prior.ifPresent(w -> settings.put("prior", w));
        length.ifPresent(w -> settings.put("length", w));
        errors.ifPresent(w -> settings.put("errors", w));
        extinction.ifPresent(w -> settings.put("extinction", w));
        relation.ifPresent(w -> settings.put("relation", w));
        pulsation.ifPresent(w -> settings.put("pulsation", w));
        scatter.ifPresent(w -> settings.put("scatter", w));
        return settings;
    }

    /** What an earlier run can have left beside the distance, and would not fit a new one. */
    private static List<String> stale() {
        return List.of("distance_lo", "distance_hi", "distance_error", "distance_mode", "parallax_zero_point");
    }
}
