package org.cellarius.study.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.kinematics.HaloCut;
import org.cellarius.galaxy.kinematics.KinematicMembership;
import org.cellarius.galaxy.kinematics.KinematicMembership.Toomre;
import org.cellarius.galaxy.kinematics.VelocityEllipsoids;
import org.cellarius.galaxy.kinematics.VelocityReference;
import org.cellarius.galaxy.kinematics.VelocityReference.CircularOrbit;
import org.cellarius.galaxy.kinematics.VelocityReference.LocalStandardOfRest;
import org.cellarius.study.PhaseSpace;
import org.cellarius.study.VelocityFrame;

/** The section {@code membership} of a study. */
final class MembershipReader {

    private MembershipReader() {}

    static Optional<KinematicMembership> membership(Section root, PhaseSpace phaseSpace, Optional<Sun> sun) {
        return root.optionalSection("membership").map(s -> {
            VelocityReference reference = reference(s);
            switch (reference) {
                case LocalStandardOfRest r -> {
                    // Velocities that are asked for by name say the same of the Sun.
                    boolean told = root.has(VelocityFrameReader.KEY)
                            && root.texts(VelocityFrameReader.KEY).contains(Choice.word(VelocityFrame.LSR));
                    if (phaseSpace == PhaseSpace.POSITIONS_AND_VELOCITIES && !told) {
                        SunReader.moving(sun.orElseThrow(), s.place());
                    }
                }
                case CircularOrbit r -> {
                    if (phaseSpace == PhaseSpace.POSITIONS) {
                        throw new InputError(
                                "velocities relative to circular orbits are asked for, and the phase space asked for has none",
                                s.place().toString(),
                                "Ask for  phase-space: positions-and-velocities, or  none  for the catalogue's own r v_r v_phi v_z");
                    }
                }
            }
            return new KinematicMembership(
                    ellipsoids(s),
                    reference,
                    s.has("diagram") ? Toomre.WRITTEN : Toomre.LEFT_OUT,
                    s.optionalSection("halo-cut").map(MembershipReader::haloCut));
        });
    }

    private static VelocityReference reference(Section s) {
        boolean local = s.textOr("relative-to", "lsr").equals("circular-orbit");
        if (local != s.has("potential") || (!local && (s.has("R0") || s.has("v0")))) {
            throw new InputError(
                    local ? "circular orbits are those of a potential" : "a potential serves circular orbits only",
                    s.place().toString(),
                    local
                            ? "Add  potential: NAME"
                            : "Add  relative-to: circular-orbit, or remove potential, R0 and v0");
        }
        return local ? new CircularOrbit(PotentialReader.stretched(s)) : new LocalStandardOfRest();
    }

    private static VelocityEllipsoids ellipsoids(Section s) {
        VelocityEllipsoids named = Choice.of(
                "set of ellipsoids",
                s.text("set"),
                VelocityEllipsoids.named(),
                VelocityEllipsoids::name,
                s.place("set").toString());
        return s.optionalSection("asymmetric-drifts")
                .map(d -> d.place()
                        .checked(() -> named.withAsymmetricDrifts(
                                d.quantity("thin", "km/s"), d.quantity("thick", "km/s"), d.quantity("halo", "km/s"))))
                .orElseGet(() -> {
                    var drifts = new LinkedHashMap<String, String>();
                    drifts.put("thin", named.thin().asymmetricDriftKms() + " km/s");
                    drifts.put("thick", named.thick().asymmetricDriftKms() + " km/s");
                    drifts.put("halo", named.halo().asymmetricDriftKms() + " km/s");
                    s.tell("asymmetric-drifts", drifts);
                    return named;
                });
    }

    private static HaloCut haloCut(Section s) {
        if (s.isScalar()) {
            return Choice.of(
                    "halo cut",
                    s.scalar(),
                    List.of(HaloCut.HAWKINS_2023),
                    cut -> HaloCut.HAWKINS_2023_NAME,
                    s.place().toString());
        }
        if (s.has("probability") == s.has("speed")) {
            throw new InputError(
                    "a halo cut is a probability or a speed",
                    s.place().toString(),
                    "Write {probability: 0.01} or {speed: 210 km/s}");
        }
        return s.place()
                .checked(() -> s.has("probability")
                        ? new HaloCut.Probability(s.number("probability"))
                        : new HaloCut.TotalSpeed(s.quantity("speed", "km/s")));
    }
}
