package org.cellarius.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.action.ActionColumns;
import org.cellarius.galaxy.action.ActionForm;
import org.cellarius.galaxy.action.FocalDistance;
import org.cellarius.galaxy.action.FudgeReference;
import org.cellarius.galaxy.action.StaeckelChoice;
import org.cellarius.galaxy.frame.DistanceErrorModel;
import org.cellarius.galaxy.frame.ErrorColumns.Correlations;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.kinematics.VelocityEllipsoids;
import org.cellarius.galaxy.orbit.OrbitAccuracy;
import org.cellarius.galaxy.orbit.OrbitEnding;
import org.cellarius.galaxy.orbit.OrbitMethod;
import org.cellarius.galaxy.orbit.OrbitPlan;
import org.cellarius.galaxy.orbit.OrbitSpan;
import org.cellarius.galaxy.orbit.ZmaxDefinition;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.study.yaml.Section;

/** The sections {@code errors}, {@code orbits} and {@code membership} of a study. */
final class DynamicsReader {

    private static final List<String> ORBITAL =
            List.of("rg", "zmax", "r_peri", "r_apo", "ecc", "energy", "l_z", "j_r", "j_z");

    private DynamicsReader() {}

    static Optional<OrbitsSource> orbits(Section root, PhaseSpace phaseSpace) {
        return root.optionalSection("orbits").map(s -> {
            if (phaseSpace == PhaseSpace.POSITIONS) {
                throw new InputError(
                        "orbits need velocities, and the phase space asked for has none",
                        s.place().toString(),
                        "Ask for  phase-space: positions-and-velocities, or  none  for the catalogue's own r z v_r v_phi v_z");
            }
            Potential potential = PotentialReader.of(s.section("potential"));
            if (s.has("R0") != s.has("v0")) {
                throw new InputError(
                        "a potential is stretched in length and speed",
                        s.place().toString(),
                        "Give R0 and v0, or neither for the potential as published");
            }
            if (s.has("R0")) {
                Potential published = potential;
                potential = StudyReader.checked(
                        s.place(), () -> published.rescaledTo(s.quantity("R0", "kpc"), s.quantity("v0", "km/s")));
            }
            return new OrbitsSource(potential, StudyReader.checked(s.place(), () -> plan(s)), s.place());
        });
    }

    private static OrbitPlan plan(Section s) {
        OrbitPlan standard = OrbitPlan.standard();
        var plan = new OrbitPlan(
                chosen(s, "method", standard.method(), OrbitMethod.values(), OrbitMethod::word),
                s.has("span") ? new OrbitSpan(s.quantity("span", "Gyr")) : standard.span(),
                chosen(s, "accuracy", standard.accuracy(), OrbitAccuracy.values(), OrbitAccuracy::word),
                chosen(s, "zmax", standard.zmax(), ZmaxDefinition.values(), ZmaxDefinition::word),
                chosen(s, "stop", standard.ending(), OrbitEnding.values(), OrbitEnding::word),
                standard.approximation());
        return s.has("actions") ? plan.with(approximation(s.section("actions"))) : plan;
    }

    private static StaeckelChoice approximation(Section s) {
        StaeckelChoice standard = StaeckelChoice.standard();
        return new StaeckelChoice(
                s.has("focal-distance") ? focalDistance(s) : standard.focal(),
                chosen(s, "through", standard.reference(), FudgeReference.values(), FudgeReference::word),
                chosen(s, "form", standard.form(), ActionForm.values(), ActionForm::word),
                chosen(s, "columns", standard.columns(), ActionColumns.values(), ActionColumns::word));
    }

    private static FocalDistance focalDistance(Section s) {
        String word = s.text("focal-distance");
        return FocalDistance.named()
                .filter(f -> f.word().equals(word))
                .findFirst()
                .orElseGet(() -> new FocalDistance.Fixed(s.quantity("focal-distance", "kpc")));
    }

    private static <T> T chosen(Section s, String key, T standard, T[] all, Function<T, String> name) {
        return s.has(key) ? word(key, s.text(key), Arrays.asList(all), name, s, key) : standard;
    }

    static Optional<VelocityEllipsoids> membership(Section root, PhaseSpace phaseSpace, Optional<Sun> sun) {
        return root.optionalSection("membership").map(s -> {
            if (phaseSpace == PhaseSpace.POSITIONS_AND_VELOCITIES) {
                Sun chosen = sun.orElseThrow();
                try {
                    chosen.requirePeculiarMotion();
                } catch (IllegalArgumentException e) {
                    throw new InputError(
                                    String.valueOf(e.getMessage()), s.place().toString(), "Take another Sun")
                            .withCause(e);
                }
            }
            return word(
                    "set of ellipsoids", s.text("set"), VelocityEllipsoids.named(), VelocityEllipsoids::name, s, "set");
        });
    }

    static Optional<ErrorsSource> errors(Section root, PhaseSpace phaseSpace, boolean orbits) {
        return root.optionalSection("errors").map(s -> {
            if (phaseSpace != PhaseSpace.POSITIONS_AND_VELOCITIES) {
                throw new InputError(
                        "errors are those of phase space, which is not derived here",
                        s.place().toString(),
                        "Add  phase-space: positions-and-velocities");
            }
            boolean draws = s.has("draws");
            List<String> of = s.has("of") ? s.texts("of") : List.of();
            of.forEach(name -> word("orbital quantity", name, ORBITAL, n -> n, s, "of"));
            if (!of.isEmpty() && !(draws && orbits)) {
                throw new InputError(
                        "errors of orbital quantities need draws and orbits",
                        s.place("of").toString(),
                        "Add  draws: 100  and the section 'orbits'");
            }
            if (!draws && s.has("seed")) {
                throw new InputError("a seed without draws", s.place("seed").toString(), "Add  draws: 100");
            }
            return new ErrorsSource(
                    draws ? ErrorsSource.Method.DRAWS : ErrorsSource.Method.JACOBIAN,
                    draws ? (int) s.integer("draws") : 0,
                    s.has("seed") ? s.integer("seed") : 1,
                    word(
                            "model of distance errors",
                            s.text("distance"),
                            Arrays.asList(DistanceErrorModel.values()),
                            Choice::word,
                            s,
                            "distance"),
                    word(
                            "rule of correlations",
                            s.optionalText("correlations").orElse("none"),
                            Arrays.asList(Correlations.values()),
                            Choice::word,
                            s,
                            "correlations"),
                    of,
                    s.place());
        });
    }

    private static <T> T word(String kind, String word, List<T> all, Function<T, String> name, Section s, String key) {
        return Choice.of(kind, word, all, name, s.place(key).toString());
    }
}
