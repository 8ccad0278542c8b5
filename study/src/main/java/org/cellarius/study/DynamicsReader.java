package org.cellarius.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.orbit.OrbitAccuracy;
import org.cellarius.galaxy.orbit.OrbitMethod;
import org.cellarius.galaxy.orbit.OrbitSpan;
import org.cellarius.galaxy.orbit.ZmaxDefinition;
import org.cellarius.galaxy.potential.Potential;
import org.cellarius.galaxy.potential.Potentials;
import org.cellarius.study.yaml.Section;

/** The section {@code orbits} of a study. */
final class DynamicsReader {

    private DynamicsReader() {}

    static Optional<OrbitsSource> orbits(Section root, PhaseSpace phaseSpace) {
        return root.optionalSection("orbits").map(s -> {
            if (phaseSpace == PhaseSpace.POSITIONS) {
                throw new InputError(
                        "orbits need velocities, and the phase space asked for has none",
                        s.place().toString(),
                        "Ask for  phase-space: positions-and-velocities, or  none  for the catalogue's own r z v_r v_phi v_z");
            }
            return new OrbitsSource(
                    potential(s),
                    word(
                            "method",
                            s.optionalText("method").orElse(OrbitMethod.INTEGRATE.word()),
                            Arrays.asList(OrbitMethod.values()),
                            OrbitMethod::word,
                            s,
                            "method"),
                    StudyReader.checked(s.place(), () -> new OrbitSpan(s.has("span") ? s.quantity("span", "Gyr") : 10)),
                    word(
                            "accuracy",
                            s.optionalText("accuracy").orElse(OrbitAccuracy.FAST.word()),
                            Arrays.asList(OrbitAccuracy.values()),
                            OrbitAccuracy::word,
                            s,
                            "accuracy"),
                    word(
                            "definition of Zmax",
                            s.optionalText("zmax").orElse(ZmaxDefinition.LARGEST.word()),
                            Arrays.asList(ZmaxDefinition.values()),
                            ZmaxDefinition::word,
                            s,
                            "zmax"),
                    s.place());
        });
    }

    /** The potential that a section names, stretched where it says so. */
    static Potential potential(Section s) {
        Potential published = word("potential", s.text("potential"), Potentials.all(), Potential::name, s, "potential");
        if (s.has("R0") != s.has("v0")) {
            throw new InputError(
                    "a potential is stretched in length and speed",
                    s.place().toString(),
                    "Give R0 and v0, or neither for the potential as published");
        }
        return s.has("R0")
                ? StudyReader.checked(
                        s.place(), () -> published.rescaledTo(s.quantity("R0", "kpc"), s.quantity("v0", "km/s")))
                : published;
    }

    private static <T> T word(String kind, String word, List<T> all, Function<T, String> name, Section s, String key) {
        return Choice.of(kind, word, all, name, s.place(key).toString());
    }
}
