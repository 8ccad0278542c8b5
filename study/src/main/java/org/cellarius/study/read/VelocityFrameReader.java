package org.cellarius.study.read;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.study.PhaseSpace;
import org.cellarius.study.VelocityFrame;

/** The setting {@code velocities-relative-to} of a study. */
final class VelocityFrameReader {

    static final String KEY = "velocities-relative-to";

    private VelocityFrameReader() {}

    static Set<VelocityFrame> frames(Section root, PhaseSpace phaseSpace, Optional<Sun> sun) {
        var frames = EnumSet.noneOf(VelocityFrame.class);
        String place = root.place(KEY).toString();
        root.texts(KEY)
                .forEach(word -> frames.add(Choice.of(
                        "reference of velocities", word, Arrays.asList(VelocityFrame.values()), Choice::word, place)));
        if (!frames.isEmpty() && phaseSpace != PhaseSpace.POSITIONS_AND_VELOCITIES) {
            throw new InputError(
                    "velocities are asked for, and the phase space asked for has none",
                    place,
                    "Ask for  phase-space: positions-and-velocities");
        }
        if (frames.contains(VelocityFrame.LSR)) {
            SunReader.moving(sun.orElseThrow(), root.place(KEY));
        }
        return frames;
    }
}
