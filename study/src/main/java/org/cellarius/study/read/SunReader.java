package org.cellarius.study.read;

import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.NearestWord;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.frame.PeculiarMotion;
import org.cellarius.galaxy.frame.SolarVelocity;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.study.PhaseSpace;

/** The Sun of a study: a named one, or its numbers. */
final class SunReader {

    /** The name of a Sun whose numbers stand in the study. */
    static final String GIVEN = "given";

    private static final String PECULIAR_MOTION = "peculiar-motion";

    private SunReader() {}

    static Optional<Sun> sun(Section root, PhaseSpace phaseSpace) {
        if (!root.has("sun")) {
            if (phaseSpace != PhaseSpace.NONE) {
                throw new InputError(
                        "phase space is asked for, but no Sun is named",
                        root.place("phase-space").toString(),
                        "Add  sun: NAME  with one of " + sunNames());
            }
            return Optional.empty();
        }
        Sun sun = sun(root.section("sun"));
        if (phaseSpace == PhaseSpace.POSITIONS_AND_VELOCITIES && sun.velocity().isEmpty()) {
            throw new InputError(
                    "the Sun '" + sun.name() + "' has no published velocity",
                    root.place("sun").toString(),
                    "Use  phase-space: positions, or another Sun: " + sunNames());
        }
        return Optional.of(sun);
    }

    static Sun sun(Section section) {
        if (section.isScalar()) {
            String name = section.scalar();
            return Sun.byName(name).orElseThrow(() -> {
                List<String> names = Sun.named().stream().map(Sun::name).toList();
                return new InputError(
                        "there is no Sun named '" + name + "'" + NearestWord.question(names, name),
                        section.place().toString(),
                        "Named Suns: " + sunNames());
            });
        }
        boolean moves = section.has("U") || section.has("V") || section.has("W");
        return section.place()
                .checked(() -> new Sun(
                        section.textOr("name", GIVEN),
                        section.quantity("R0", "kpc"),
                        section.quantity("z", "kpc"),
                        moves
                                ? Optional.of(new SolarVelocity(
                                        velocity(section, "U"), velocity(section, "V"), velocity(section, "W")))
                                : Optional.empty(),
                        section.optionalSection(PECULIAR_MOTION).map(SunReader::peculiarMotion),
                        section.optionalText("source").orElse("given in the study")));
    }

    private static double velocity(Section section, String component) {
        if (!section.has(component)) {
            throw new InputError(
                    "the Sun's velocity lacks " + component,
                    section.place().toString(),
                    "Give U, V and W, or none of them");
        }
        return section.quantity(component, "km/s");
    }

    private static PeculiarMotion peculiarMotion(Section s) {
        return new PeculiarMotion(s.quantity("U", "km/s"), s.quantity("V", "km/s"), s.quantity("W", "km/s"));
    }

    /** The Sun, whose peculiar motion is known: velocities relative to the local standard of rest need it. */
    static Sun moving(Sun sun, Place asked) {
        if (sun.peculiarMotion().isPresent()) {
            return sun;
        }
        boolean given = sun.name().equals(GIVEN);
        String suns = String.join(
                ", ",
                Sun.named().stream()
                        .filter(s -> s.peculiarMotion().isPresent())
                        .map(Sun::name)
                        .toList());
        throw new InputError(
                "velocities relative to the local standard of rest need the Sun's peculiar motion, and "
                        + (given ? "the study's" : "'" + sun.name() + "'") + " states none",
                asked.toString(),
                (given ? "Add  " : "Take another Sun (" + suns + "), or give your own with  ")
                        + "peculiar-motion: {U: … km/s, V: … km/s, W: … km/s}"
                        + (given ? "  to the section 'sun': its motion without the rotation of the disc" : ""));
    }

    private static String sunNames() {
        return String.join(", ", Sun.named().stream().map(Sun::name).toList());
    }
}
