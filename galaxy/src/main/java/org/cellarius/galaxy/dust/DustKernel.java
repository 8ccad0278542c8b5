package org.cellarius.galaxy.dust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.column.ColumnKernel;
import org.cellarius.galaxy.column.OutputColumn;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.GalacticDirection;

/**
 * The reddening of stars by a map: {@code reddening} and, where the map has them, {@code reddening_lo reddening_hi}. Inputs: {@code ra dec} (ICRS) or {@code l
 * b} (Galactic), degrees, and {@code distance}, kpc.
 *
 * @param galactic whether {@code l b} are read
 */
public record DustKernel(DustMap map, boolean galactic) implements ColumnKernel {

    @Override
    public List<String> inputs() {
        return galactic ? List.of("l", "b", "distance") : List.of("ra", "dec", "distance");
    }

    @Override
    public List<OutputColumn> outputs() {
        ReddeningUnit unit = map.unit();
        String told = unit.label() + ": " + unit.meaning();
        var columns = new ArrayList<OutputColumn>();
        columns.add(new OutputColumn("reddening", unit.unit(), "reddening to the star, " + told));
        if (map.hasInterval()) {
            columns.add(new OutputColumn("reddening_lo", unit.unit(), "quantile 0.16 of the reddening, " + told));
            columns.add(new OutputColumn("reddening_hi", unit.unit(), "quantile 0.84 of the reddening, " + told));
        }
        return List.copyOf(columns);
    }

    @Override
    public void apply(int rows, double[][] in, double[][] out, StarStatus[] status) {
        double[] found = new double[3];
        for (int i = 0; i < rows; i++) {
            status[i] = look(in[0][i], in[1][i], in[2][i], found);
            for (int k = 0; k < out.length; k++) {
                out[k][i] = found[k];
            }
        }
    }

    private StarStatus look(double x, double y, double distanceKpc, double[] found) {
        Arrays.fill(found, Double.NaN);
        if (!Double.isFinite(x) || !(Math.abs(y) <= 90)) {
            return StarStatus.NO_POSITION;
        }
        if (!(distanceKpc > 0) || !Double.isFinite(distanceKpc)) {
            return StarStatus.NO_DISTANCE;
        }
        if (galactic) {
            return map.reddening(x, y, distanceKpc, found);
        }
        GalacticDirection at = GalacticDirection.ofIcrs(x, y);
        return map.reddening(at.longitudeDeg(), at.latitudeDeg(), distanceKpc, found);
    }
}
