package org.cellarius.galaxy.density;

import java.util.List;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.population.HealpixCells;
import org.cellarius.galaxy.selection.SelectionPart;
import org.cellarius.galaxy.selection.SelectionPart.Sightline;

/**
 * The selection function of a survey by direction, magnitude and colour, as a part of the stars at a place (Bovy et al. 2016, 2016ApJ...823...30B, section 3; Bovy, Rix, Green et al. 2016,
 * 2016ApJ...818..130B): the mean over a population's tracers of the probability with which the survey takes a star of their magnitudes and colours there. What it knows nothing of counts as not taken: stars of which
 * the selection is not known must not enter either.
 *
 * <p>Lines of sight lead to the middles of HEALPix cells of the ICRS sky.
 *
 * @param parts their probabilities are multiplied
 * @param tracers the numbers that the parts ask for, one part after the other
 * @param extinction between the Sun and them
 * @param nearestKpc distance from which stars are used, kpc
 * @param farthestKpc distance up to which, kpc
 * @param order of the cells
 */
public record SurveySelection(
        List<SelectionPart> parts,
        Tracers tracers,
        Extinction extinction,
        double nearestKpc,
        double farthestKpc,
        int order)
        implements Selection {

    /** 12 times 4 to the fifth is 12,288 lines of sight. */
    public static final int USUAL_ORDER = 5;

    /** With finer ones a volume takes minutes. */
    public static final int FINEST_ORDER = 8;

    /** Probabilities below are none, as in {@link org.cellarius.galaxy.selection.SelectionKernel}. */
    private static final double LEAST = 1e-6;

    /** Pieces of a line of sight with four nodes: as long as a part of the distance, in kpc at most. */
    private static final double PIECE = 0.25;

    private static final double PIECE_KPC = 0.3;
    private static final double SHORTEST_KPC = 0.02;

    public SurveySelection {
        parts = List.copyOf(parts);
        int asked = parts.stream().mapToInt(SelectionPart::asks).sum();
        if (asked != tracers.values().length) {
            throw new IllegalArgumentException("the selection asks for " + asked
                    + " magnitudes and colours, tracers have " + tracers.values().length);
        }
        checkDistances(nearestKpc, farthestKpc);
        if (order < 0 || order > FINEST_ORDER) {
            throw new IllegalArgumentException(
                    "lines of sight of HEALPix order " + order + ": from 0 to " + FINEST_ORDER);
        }
    }

    /** Refuses distances, kpc, that do not rise, or lie outside what a survey of the Galaxy reaches. */
    public static void checkDistances(double nearestKpc, double farthestKpc) {
        if (!(nearestKpc >= 0 && farthestKpc > nearestKpc && farthestKpc <= 100)) {
            throw new IllegalArgumentException(
                    "distances from " + nearestKpc + " to " + farthestKpc + " kpc: they must rise within 0 to 100");
        }
    }

    /** With a quarter of the lines of sight. */
    public SurveySelection coarser() {
        return new SurveySelection(parts, tracers, extinction, nearestKpc, farthestKpc, order - 1);
    }

    /** Whether a star lies within reach, Galactocentric kpc. */
    public boolean holds(Sun sun, double xKpc, double yKpc, double zKpc) {
        double[] at = new GalactocentricFrame(sun).placeOf(0, 0, 0);
        double d = Math.hypot(Math.hypot(xKpc - at[0], yKpc - at[1]), zKpc - at[2]);
        return d >= nearestKpc && d <= farthestKpc;
    }

    @Override
    public double reachKpc() {
        return farthestKpc;
    }

    /** There are nodes enough without more. */
    @Override
    public VolumeCells cells(Sun sun, double ringKpc) {
        var cells = cellsFor(sun, ringKpc);
        nodes(sun, 1, cells::add);
        return cells;
    }

    @Override
    public void nodes(Sun sun, int fineness, Node to) {
        HealpixCells sky = HealpixCells.ofSky(order);
        var frame = new GalactocentricFrame(sun);
        double steradian = 4 * Math.PI / sky.groups();
        double[] here = frame.placeOf(0, 0, 0);
        int asked = tracers.values().length;
        var star = new double[asked];
        for (int cell = 0; cell < sky.groups(); cell++) {
            double[] at = sky.middle(cell);
            Sightline[] lines = parts.stream().map(p -> p.towards(at[0], at[1])).toArray(Sightline[]::new);
            if (List.of(lines).contains(Sightline.NOTHING)) {
                continue;
            }
            double[] one = frame.placeOf(at[0], at[1], 1);
            double ux = one[0] - here[0];
            double uy = one[1] - here[1];
            double uz = one[2] - here[2];
            along(
                    -here[2] / uz,
                    fineness,
                    (d, w) -> to.at(
                            Math.hypot(here[0] + d * ux, here[1] + d * uy),
                            Math.abs(here[2] + d * uz),
                            w * d * d * steradian * share(lines, d, d * uz, star)));
        }
    }

    /** Pieces of a line of sight, cut where it crosses the plane. */
    private void along(double crossing, int fineness, GaussNodes.Node node) {
        double from = nearestKpc;
        while (from < farthestKpc) {
            double to = Math.min(farthestKpc, from + Math.clamp(PIECE * from, SHORTEST_KPC, PIECE_KPC));
            if (crossing > from && crossing < to) {
                to = crossing;
            }
            GaussNodes.over(from, to, fineness, node);
            from = to;
        }
    }

    /** The mean over the tracers. */
    private double share(Sightline[] lines, double distanceKpc, double upKpc, double[] star) {
        double modulus = 5 * Math.log10(distanceKpc) + 10;
        int asked = star.length;
        double[] added = new double[asked];
        for (int k = 0; k < asked; k++) {
            added[k] = extinction.mag(k, distanceKpc, upKpc) + (tracers.magnitude()[k] ? modulus : 0);
        }
        double sum = 0;
        for (int t = 0; t < tracers.count(); t++) {
            for (int k = 0; k < asked; k++) {
                star[k] = tracers.values()[k][t] + added[k];
            }
            double product = 1;
            int first = 0;
            for (int p = 0; p < lines.length && product > 0; p++) {
                double one = lines[p].share(star, first);
                product *= one < LEAST ? 0 : one;
                first += parts.get(p).asks();
            }
            sum += product;
        }
        return sum / tracers.count();
    }
}
