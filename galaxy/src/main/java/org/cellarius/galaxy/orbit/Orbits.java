package org.cellarius.galaxy.orbit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.potential.ForceField;
import org.cellarius.galaxy.potential.LogarithmicHalo;
import org.cellarius.galaxy.potential.Potential;

/**
 * Follows the orbits of many stars in one potential. Objects may be shared by threads.
 *
 * <p>The error of a step does not bound that of a whole orbit: a few orbits, mostly far from circular, lose a hundred times more
 * energy than the others. Those that lose more than the settings allow are followed again, at most three times, each time with a
 * tolerance ten times smaller. One whose energy has then still changed by more than {@link #WORST_DRIFT} is not integrated.
 */
public final class Orbits {

    /** Below this part of the circular angular momentum the centrifugal wall is steep, and Cartesian coordinates are better. */
    private static final double LOW_ANGULAR_MOMENTUM = 0.5;

    private static final int MOST_REPETITIONS = 3;
    /** An orbit whose energy has changed by more is not that of the star. */
    private static final double WORST_DRIFT = 1e-2;
    /** Relative change of R that is none. */
    private static final double STAYS = 1e-9;

    private final ForceField field;
    private final boolean bottomless;
    private final OrbitSettings settings;

    Orbits(Potential potential, ForceField field, OrbitSettings settings) {
        this.field = field;
        this.bottomless = potential.components().stream().anyMatch(LogarithmicHalo.class::isInstance);
        this.settings = settings;
    }

    /** Follows the first n stars; each has a status. */
    OrbitSummaries follow(int n, OrbitStarts starts, StarStatus[] status) {
        var out = new OrbitSummaries(n);
        double[] potential = new double[n];
        double[] inward = new double[n];
        double[] down = new double[n];
        field.potentials(n, starts.radius(), starts.z(), potential);
        field.accelerations(n, starts.radius(), starts.z(), inward, down);
        int[] meridional = new int[n];
        int[] cartesian = new int[n];
        int inPlane = 0;
        int inSpace = 0;
        for (int i = 0; i < n; i++) {
            out.energy[i] = potential[i] + 0.5 * speed2(starts, i);
            status[i] = judge(starts, i, out.energy[i]);
            if (status[i] == StarStatus.OK) {
                switch (motion(starts, i, inward[i])) {
                    case MERIDIONAL -> meridional[inPlane++] = i;
                    case CARTESIAN -> cartesian[inSpace++] = i;
                }
            }
        }
        follow(Motion.MERIDIONAL, longestFirst(meridional, inPlane, starts, inward), starts, out);
        follow(Motion.CARTESIAN, longestFirst(cartesian, inSpace, starts, inward), starts, out);
        for (int i = 0; i < n; i++) {
            if (status[i] == StarStatus.OK) {
                status[i] = keepsItsEnergy(out, i, 0.5 * speed2(starts, i))
                        ? end(out, i, starts.radius()[i] * starts.vPhi()[i])
                        : StarStatus.NOT_INTEGRATED;
            }
        }
        return out;
    }

    private void follow(Motion motion, int[] members, OrbitStarts starts, OrbitSummaries out) {
        int[] wanted = members;
        OrbitSettings with = settings;
        for (int repetition = 0; repetition <= MOST_REPETITIONS && wanted.length > 0; repetition++) {
            new OrbitIntegrator(field, motion, with).follow(starts, wanted, wanted.length, out);
            wanted = drifted(wanted, out);
            with = with.tighter();
        }
    }

    private int[] drifted(int[] members, OrbitSummaries out) {
        return Arrays.stream(members)
                .filter(i -> out.ends[i] == OrbitEnd.COMPLETE)
                .filter(i -> out.energyDrift(i) > settings.largestDrift())
                .toArray();
    }

    private StarStatus judge(OrbitStarts s, int i, double energy) {
        if (!(Double.isFinite(s.radius()[i]) && s.radius()[i] >= 0 && Double.isFinite(s.z()[i]))) {
            return StarStatus.NO_POSITION;
        }
        if (!(Double.isFinite(s.vr()[i]) && Double.isFinite(s.vz()[i]) && Double.isFinite(s.vPhi()[i]))) {
            return StarStatus.NO_VELOCITY;
        }
        if (Double.isNaN(energy)) {
            return StarStatus.NOT_INTEGRATED;
        }
        return energy < 0 || bottomless ? StarStatus.OK : StarStatus.UNBOUND;
    }

    private static double speed2(OrbitStarts s, int i) {
        return s.vr()[i] * s.vr()[i] + s.vz()[i] * s.vz()[i] + s.vPhi()[i] * s.vPhi()[i];
    }

    private static Motion motion(OrbitStarts s, int i, double inward) {
        double circular2 = Math.abs(s.radius()[i] * inward);
        double turning2 = s.vPhi()[i] * s.vPhi()[i];
        double rest2 = s.vr()[i] * s.vr()[i] + s.vz()[i] * s.vz()[i];
        boolean round = turning2 > LOW_ANGULAR_MOMENTUM * LOW_ANGULAR_MOMENTUM * circular2 && rest2 < 0.5 * circular2;
        return round ? Motion.MERIDIONAL : Motion.CARTESIAN;
    }

    /** Stars with short periods need most steps: begun first, they do not keep the others' lanes waiting at the end. */
    private static int[] longestFirst(int[] members, int count, OrbitStarts s, double[] inward) {
        return IntStream.range(0, count)
                .mapToObj(k -> members[k])
                .sorted(Comparator.comparingDouble(i -> -rate(s, i, inward[i])))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double rate(OrbitStarts s, int i, double inward) {
        double r2 = s.radius()[i] * s.radius()[i] + s.z()[i] * s.z()[i];
        return Math.abs(inward) / Math.sqrt(r2 + 1e-12);
    }

    /** Compared with the kinetic energy where the whole one is near zero, whose place is a convention. */
    private static boolean keepsItsEnergy(OrbitSummaries out, int i, double kinetic) {
        double scale = Math.max(Math.abs(out.energy[i]), kinetic);
        return out.ends[i] != OrbitEnd.COMPLETE || Math.abs(out.lastEnergy[i] - out.energy[i]) <= WORST_DRIFT * scale;
    }

    /** On the axis, or on a circle: R never turns, and all is known after one turn of the others. */
    private static boolean staysAtItsRadius(OrbitSummaries out, int i, double lz) {
        double r = out.rApo[i];
        if (r - out.rPeri[i] > STAYS * r) {
            return false;
        }
        double turned = out.followedGyr[i] / OrbitSpan.GYR_PER_KPC_PER_KMS * Math.abs(lz) / (r * r);
        return out.verticalTurns[i] >= 2 || (out.zmax[i] == 0 && (r == 0 || turned >= 2 * Math.PI));
    }

    private static StarStatus end(OrbitSummaries out, int i, double lz) {
        return switch (out.ends[i]) {
            case COMPLETE ->
                out.radialTurns[i] >= 2 || staysAtItsRadius(out, i, lz) ? StarStatus.OK : StarStatus.NOT_CONVERGED;
            case NOT_STARTED, TOO_MANY_STEPS, LOST -> StarStatus.NOT_INTEGRATED;
        };
    }
}
