package org.cellarius.galaxy.age;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Homologous points of isochrones whose points tell their phase by the numbers of PARSEC: 1 main sequence, 2 subgiants, 3 red giants, 4 to 6 core helium burning, 7 early
 * and 8 thermally pulsing asymptotic giants. Primary points are where the phase changes, and on the main sequence the turn-off (its hottest
 * point before the hook) and the coolest point before the hook; where there is no hook that is the end of the main sequence. Between them points lie at equal shares of the
 * length of the curve in log T_eff and log g (or log L), as Dotter 2016 (2016ApJS..222....8D, section 2.2) places secondary points. Dwarfs up to the
 * turn-off are matched by their mass in masses of the turn-off: they have lived about the same share of their lives.
 *
 * <p>Where an isochrone lacks a phase it is NaN, so that nothing is found between it and its neighbours in that phase. An isochrone ends where
 * its numbers fall.
 */
final class PhasePoints {

    private static final double MAIN_SEQUENCE = 1;
    private static final double HELIUM = 4;
    private static final double HELIUM_LAST = 6;
    /** A hook is one if temperatures rise again by so much, dex. */
    private static final double HOOK = 5e-4;

    private static final double ROUNDING = 1e-9;
    private static final double UNIT_LOG_TEFF = 0.01;
    private static final double UNIT_LOG_G = 0.1;

    private final int phase;
    private final int teff;
    private final int gravity;
    private final List<Stage> stages;
    /** On the main sequence up to the turn-off: masses of the points, in masses of the turn-off. */
    private final double[] dwarfs;

    /** A stretch of an isochrone: a phase, and of the main sequence a part of it; and how many pieces it has in all isochrones. */
    private record Stage(double phase, int part, int pieces) {}

    /** From a point to a point of an isochrone. */
    private record Stretch(double phase, int part, int from, int to) {}

    private PhasePoints(int phase, int teff, int gravity, List<Stage> stages, double[] dwarfs) {
        this.phase = phase;
        this.teff = teff;
        this.gravity = gravity;
        this.stages = List.copyOf(stages);
        this.dwarfs = dwarfs;
    }

    /** Whether a grid has what is needed. */
    static boolean canPlace(List<String> columns) {
        return HomologousGrid.column(columns, "phase").isPresent()
                && HomologousGrid.column(columns, "teff").isPresent()
                && height(columns).isPresent();
    }

    private static OptionalInt height(List<String> columns) {
        OptionalInt logG = HomologousGrid.column(columns, "logg");
        return logG.isPresent() ? logG : HomologousGrid.column(columns, "log_l");
    }

    static PhasePoints of(IsochroneGrid grid) {
        var bare = new PhasePoints(
                HomologousGrid.column(grid.columns(), "phase").orElseThrow(),
                HomologousGrid.column(grid.columns(), "teff").orElseThrow(),
                height(grid.columns()).orElseThrow(),
                List.of(),
                new double[0]);
        double[] dwarfs = new double[0];
        double least = Double.POSITIVE_INFINITY;
        var most = new java.util.TreeMap<Double, Integer>();
        for (int c = 0; c < grid.compositions().size(); c++) {
            for (int a = 0; a < grid.ages(); a++) {
                Optional<Isochrone> isochrone = grid.isochrone(c, a);
                if (isochrone.isPresent()) {
                    for (Stretch s : bare.stretches(isochrone.get())) {
                        // Twice as many pieces as there are: points between points cut corners.
                        most.merge(key(s.phase, s.part), Math.max(1, 2 * (s.to - s.from)), Math::max);
                        double lightest = bare.lightest(isochrone.get(), s);
                        if (lightest < least) {
                            least = lightest;
                            dwarfs = bare.masses(isochrone.get(), s);
                        }
                    }
                }
            }
        }
        int last = Math.max(1, dwarfs.length - 1);
        List<Stage> stages = most.entrySet().stream()
                .map(e -> stage(e.getKey(), e.getValue(), last))
                .toList();
        return new PhasePoints(bare.phase, bare.teff, bare.gravity, stages, dwarfs);
    }

    private static boolean dwarf(Stretch s) {
        return s.phase == MAIN_SEQUENCE && s.part == 0;
    }

    /** The least mass of a stretch of dwarfs, in masses of the turn-off; infinity of other stretches. */
    private double lightest(Isochrone isochrone, Stretch s) {
        return dwarf(s) && s.to > s.from
                ? isochrone.massSun()[s.from] / isochrone.massSun()[s.to]
                : Double.POSITIVE_INFINITY;
    }

    /** Masses, in those of the turn-off, at equal shares of the length of a stretch. */
    private double[] masses(Isochrone isochrone, Stretch s) {
        int pieces = 2 * (s.to - s.from);
        double[] masses = new double[pieces + 1];
        double[][] out = {masses};
        place(s, pieces, 0, out, List.of(isochrone.massSun()), lengths(isochrone, s));
        double heaviest = masses[pieces];
        return Arrays.stream(masses).map(m -> m / heaviest).toArray();
    }

    private static Stage stage(double key, int pieces, int ofDwarfs) {
        int part = (int) Math.rint(10 * (key - Math.floor(key)));
        boolean dwarfs = key == key(MAIN_SEQUENCE, 0);
        return new Stage(Math.floor(key), part, dwarfs ? ofDwarfs : pieces);
    }

    private static double key(double phase, int part) {
        return phase + part / 10.0;
    }

    int points() {
        return stages.stream().mapToInt(s -> s.pieces + 1).sum();
    }

    /** Phases in the order of an isochrone: core helium burning as one. */
    private static double merged(double phase) {
        return phase >= HELIUM && phase <= HELIUM_LAST ? HELIUM : phase;
    }

    private List<Stretch> stretches(Isochrone isochrone) {
        double[] phases = isochrone.columns().get(phase);
        var stretches = new ArrayList<Stretch>();
        int from = 0;
        for (int i = 1; i <= phases.length; i++) {
            if (i == phases.length || merged(phases[i]) != merged(phases[from])) {
                if (phases[from] == MAIN_SEQUENCE) {
                    mainSequence(isochrone, from, i - 1, stretches);
                } else {
                    stretches.add(new Stretch(merged(phases[from]), 0, from, i - 1));
                }
                // Isochrones of some Myr go back to earlier numbers among their most massive stars: they end there.
                if (i < phases.length && merged(phases[i]) < merged(phases[from])) {
                    return stretches;
                }
                from = i;
            }
        }
        return stretches;
    }

    private void mainSequence(Isochrone isochrone, int from, int to, List<Stretch> stretches) {
        double[] temperature = isochrone.columns().get(teff);
        int coolest = beforeHook(temperature, from, to);
        int turnOff = from;
        for (int i = from; i <= coolest; i++) {
            turnOff = temperature[i] > temperature[turnOff] ? i : turnOff;
        }
        stretches.add(new Stretch(MAIN_SEQUENCE, 0, from, turnOff));
        stretches.add(new Stretch(MAIN_SEQUENCE, 1, turnOff, coolest));
        stretches.add(new Stretch(MAIN_SEQUENCE, 2, coolest, to));
    }

    /** The point that lies deepest between hotter ones on both sides; the end where none lies deeper than {@link #HOOK}. */
    private static int beforeHook(double[] temperature, int from, int to) {
        double[] hottestBehind = new double[to - from + 1];
        double hottest = 0;
        for (int i = to; i >= from; i--) {
            hottest = Math.max(hottest, temperature[i]);
            hottestBehind[i - from] = hottest;
        }
        double depth = Math.pow(10, HOOK);
        int deepest = to;
        hottest = 0;
        for (int i = from; i <= to; i++) {
            hottest = Math.max(hottest, temperature[i]);
            double here = Math.min(hottest, hottestBehind[i - from]) / temperature[i];
            if (here > depth) {
                depth = here;
                deepest = i;
            }
        }
        return deepest;
    }

    /** {@code [column][point]}, the last column initial mass. */
    double[][] resampled(Isochrone isochrone) {
        double[][] out = new double[isochrone.columns().size() + 1][points()];
        for (double[] column : out) {
            Arrays.fill(column, Double.NaN);
        }
        List<Stretch> stretches = stretches(isochrone);
        int p = 0;
        for (Stage stage : stages) {
            for (Stretch s : stretches) {
                if (s.phase == stage.phase && s.part == stage.part) {
                    List<double[]> from = columns(isochrone);
                    if (dwarf(s) && dwarfs.length > 0) {
                        placeDwarfs(isochrone, s, p, out, from);
                    } else {
                        place(s, stage.pieces, p, out, from, lengths(isochrone, s));
                    }
                }
            }
            p += stage.pieces + 1;
        }
        return out;
    }

    private static List<double[]> columns(Isochrone isochrone) {
        var all = new ArrayList<>(isochrone.columns());
        all.add(isochrone.massSun());
        return all;
    }

    /** Length of the curve from the beginning of a stretch to each of its points. */
    private double[] lengths(Isochrone isochrone, Stretch s) {
        double[] length = new double[s.to - s.from + 1];
        for (int i = 1; i < length.length; i++) {
            length[i] = length[i - 1] + distance(isochrone, s.from + i);
        }
        return length;
    }

    private static void place(Stretch s, int pieces, int first, double[][] out, List<double[]> from, double[] length) {
        int i = 0;
        for (int p = 0; p <= pieces; p++) {
            double at = length[length.length - 1] * p / pieces;
            while (i + 1 < length.length - 1 && length[i + 1] <= at) {
                i++;
            }
            int next = Math.min(i + 1, length.length - 1);
            double step = length[next] - length[i];
            double share = step > 0 ? Math.min(Math.max((at - length[i]) / step, 0), 1) : 0;
            set(out, first + p, from, s.from + i, s.from + next, share);
        }
    }

    private void placeDwarfs(Isochrone isochrone, Stretch s, int first, double[][] out, List<double[]> from) {
        double[] mass = isochrone.massSun();
        int i = s.from;
        for (int p = 0; p < dwarfs.length; p++) {
            double at = p == dwarfs.length - 1 ? mass[s.to] : dwarfs[p] * mass[s.to];
            while (i + 1 < s.to && mass[i + 1] <= at) {
                i++;
            }
            int next = Math.min(i + 1, s.to);
            double step = mass[next] - mass[i];
            // What is lighter than the lightest dwarf stays NaN.
            if (at >= mass[s.from] * (1 - ROUNDING)) {
                set(out, first + p, from, i, next, step > 0 ? Math.min(Math.max((at - mass[i]) / step, 0), 1) : 0);
            }
        }
    }

    private static void set(double[][] out, int p, List<double[]> from, int i, int next, double share) {
        for (int k = 0; k < out.length; k++) {
            double[] column = from.get(k);
            out[k][p] = column[i] + share * (column[next] - column[i]);
        }
    }

    private double distance(Isochrone isochrone, int i) {
        double[] temperature = isochrone.columns().get(teff);
        double[] height = isochrone.columns().get(gravity);
        return Math.hypot(
                Math.log10(temperature[i] / temperature[i - 1]) / UNIT_LOG_TEFF,
                (height[i] - height[i - 1]) / UNIT_LOG_G);
    }
}
