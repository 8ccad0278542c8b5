package org.cellarius.study.read;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.frame.DistanceErrorModel;
import org.cellarius.galaxy.frame.DrawPlan.Summary;
import org.cellarius.galaxy.frame.ErrorColumns;
import org.cellarius.galaxy.frame.ErrorColumns.Correlations;
import org.cellarius.galaxy.frame.ErrorColumns.Sky;
import org.cellarius.study.ErrorsSource;
import org.cellarius.study.PhaseSpace;

/** The section {@code errors} of a study. */
final class ErrorsReader {

    private static final List<String> ORBITAL =
            List.of("rg", "zmax", "r_peri", "r_apo", "ecc", "energy", "l_z", "j_r", "j_z");

    private ErrorsReader() {}

    static Optional<ErrorsSource> errors(Section root, PhaseSpace phaseSpace) {
        return root.optionalSection("errors").map(s -> {
            if (phaseSpace == PhaseSpace.NONE) {
                throw new InputError(
                        "errors are those of phase space, which is not derived here",
                        s.place().toString(),
                        "Add  phase-space: positions-and-velocities");
            }
            ErrorsSource source = s.place().checked(() -> source(s));
            checkOrbital(source, s, root.has("orbits"));
            if (source.method() == ErrorsSource.Method.JACOBIAN && s.has("seed")) {
                throw new InputError("a seed without draws", s.place("seed").toString(), "Add  draws: 100");
            }
            s.place().checked(() -> source.estimate(List.of()).checkedFor(phaseSpace.motions()));
            return source;
        });
    }

    private static ErrorsSource source(Section s) {
        var summaries = EnumSet.noneOf(Summary.class);
        s.texts("summaries")
                .forEach(word -> summaries.add(Choice.of(
                        "summary of errors",
                        word,
                        Arrays.asList(Summary.values()),
                        Choice::word,
                        s.place("summaries").toString())));
        var columns = new ErrorColumns(
                s.choice("distance", "model of distance errors", Arrays.asList(DistanceErrorModel.values())),
                s.choiceOr("sky", "rule of errors on the sky", Arrays.asList(Sky.values()), Sky.EXACT),
                s.choiceOr(
                        "correlations",
                        "rule of correlations",
                        Arrays.asList(Correlations.values()),
                        Correlations.NONE));
        boolean draws = s.has("draws");
        if (!s.has("summaries")) {
            s.tell("summaries", List.of());
        }
        if (!s.has("of")) {
            s.tell("of", List.of());
        }
        return new ErrorsSource(
                draws ? ErrorsSource.Method.DRAWS : ErrorsSource.Method.JACOBIAN,
                draws ? (int) s.integer("draws") : 0,
                draws ? s.integerOr("seed", 1) : 1,
                columns,
                summaries,
                s.has("of") ? s.texts("of") : List.of(),
                s.place());
    }

    private static void checkOrbital(ErrorsSource source, Section s, boolean orbits) {
        source.of()
                .forEach(name -> Choice.of(
                        "orbital quantity", name, ORBITAL, n -> n, s.place("of").toString()));
        if (!source.of().isEmpty() && !(source.method() == ErrorsSource.Method.DRAWS && orbits)) {
            throw new InputError(
                    "errors of orbital quantities need draws and orbits",
                    s.place("of").toString(),
                    "Add  draws: 100  and the section 'orbits'");
        }
    }
}
