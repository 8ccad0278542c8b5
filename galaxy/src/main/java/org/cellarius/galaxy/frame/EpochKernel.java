package org.cellarius.galaxy.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.EpochColumns.Names;
import org.cellarius.galaxy.frame.EpochColumns.RadialMotion;

/**
 * Positions, parallaxes and motions carried from the catalogue's epoch to another one along a straight line.
 *
 * <p>Inputs: {@code ra dec} (deg), {@code parallax} (mas) or {@code distance} (kpc), {@code pmra pmdec} (mas/yr), {@code
 * radial_velocity} (km/s), fewer as {@link EpochColumns} says. Outputs: the same at the other epoch. The formulae stand at
 * {@link EpochPropagation}.
 */
public final class EpochKernel implements ColumnKernel {

    private static final int RA = 0;
    private static final int DEC = 1;
    private static final int PARALLAX = 2;
    private static final int PMRA = 3;
    private static final int PMDEC = 4;
    private static final int RADIAL = 5;

    /** Where the columns of a star moved along the tangent stand among its six numbers. */
    private static final int[] TANGENTIAL = {RA, DEC, PMRA, PMDEC};

    private static final int[] ALL = {RA, DEC, PARALLAX, PMRA, PMDEC, RADIAL};

    private final Epochs epochs;
    private final EpochColumns columns;
    private final int[] places;
    private final EpochPropagation propagation;

    public EpochKernel(Epochs epochs, EpochColumns columns) {
        this.epochs = epochs;
        this.columns = columns;
        this.places = columns.radialMotion() == RadialMotion.NEGLECTED ? TANGENTIAL : ALL;
        this.propagation = new EpochPropagation(epochs.years());
    }

    @Override
    public List<String> inputs() {
        return columns.read();
    }

    @Override
    public List<OutputColumn> outputs() {
        String at = " at epoch J" + epochs.toYear() + ", carried from J" + epochs.fromYear();
        String depth = columns.depth().column();
        List<OutputColumn> all = List.of(
                written("ra", "deg", "right ascension" + at),
                written("dec", "deg", "declination" + at),
                written(depth, columns.depth().unit(), depth + at),
                written("pmra", "mas/yr", "proper motion in right ascension times cos(dec)" + at),
                written("pmdec", "mas/yr", "proper motion in declination" + at),
                written("radial_velocity", "km/s", "radial velocity" + at));
        var outputs = new ArrayList<>(IntStream.of(places).mapToObj(all::get).toList());
        if (columns.names() == Names.SAME) {
            outputs.add(new OutputColumn("ref_epoch", "yr", "epoch of position and motion, Julian years"));
        }
        return List.copyOf(outputs);
    }

    private OutputColumn written(String name, String unit, String description) {
        return new OutputColumn(columns.written(name), unit, description);
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        double[] star = new double[ALL.length];
        for (int i = 0; i < rows; i++) {
            star[PARALLAX] = Double.NaN;
            star[RADIAL] = Double.NaN;
            for (int k = 0; k < places.length; k++) {
                star[places[k]] = in[k][i];
            }
            star[PARALLAX] = columns.depth().turned(star[PARALLAX]);
            status[i] = judge(star);
            double[] moved = status[i] == StarStatus.OK ? move(star) : nothing();
            moved[PARALLAX] = columns.depth().turned(moved[PARALLAX]);
            for (int k = 0; k < places.length; k++) {
                out[k][i] = moved[places[k]];
            }
            if (columns.names() == Names.SAME) {
                out[places.length][i] = status[i] == StarStatus.OK ? epochs.toYear() : Double.NaN;
            }
        }
    }

    private double[] move(double[] star) {
        if (hasRadialMotion(star)) {
            return propagation.move(star);
        }
        double[] tangential = star.clone();
        tangential[PARALLAX] = 1;
        tangential[RADIAL] = 0;
        double[] moved = propagation.move(tangential);
        moved[PARALLAX] *= star[PARALLAX];
        moved[RADIAL] = Double.NaN;
        return moved;
    }

    private StarStatus judge(double[] star) {
        boolean required = columns.radialMotion() == RadialMotion.REQUIRED;
        double distanceKpc = required ? 1 / star[PARALLAX] : 1;
        double radialKms = required || hasRadialMotion(star) ? star[RADIAL] : 0;
        return StarMeasurement.judge(star[RA], star[DEC], distanceKpc, star[PMRA], star[PMDEC], radialKms);
    }

    private static boolean hasRadialMotion(double[] star) {
        return star[PARALLAX] > 0 && Double.isFinite(star[PARALLAX]) && Double.isFinite(star[RADIAL]);
    }

    private static double[] nothing() {
        return new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    }
}
