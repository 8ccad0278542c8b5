package org.cellarius.galaxy.potential;

import org.cellarius.galaxy.kernel.MeridionalTable;
import org.cellarius.galaxy.kernel.MeridionalTableReader;
import org.cellarius.galaxy.kernel.ScaledAxis;

/**
 * Any potential as a table: T = &Phi; (R&sup2;+z&sup2;+s&sup2;)^&frac12; as a bicubic spline on scaled axes (see
 * {@link MeridionalTable}). T changes slowly, so that few cells do. &Phi; is twice continuously differentiable, also across the
 * plane; accelerations are the exact gradient of the tabulated &Phi;.
 */
public final class TabulatedPotential implements ForceField {

    private static final int CELLS = 192;
    private static final double END_KPC = 1e4;
    private static final double SOFTENING_KPC = 1;
    private static final ScaledAxis RADIAL = new ScaledAxis(CELLS, 1, 50, END_KPC);
    private static final ScaledAxis VERTICAL = new ScaledAxis(CELLS, 0.3, 40, END_KPC);

    private final MeridionalTable table;
    private final MeridionalTableReader reader;

    private TabulatedPotential(MeridionalTable table) {
        this.table = table;
        this.reader = MeridionalTableReader.best(table);
    }

    /** Tabulates a potential; takes as long as 40,000 exact evaluations. */
    public static TabulatedPotential of(Potential potential) {
        return new TabulatedPotential(TableMaker.table(potential, RADIAL, VERTICAL, SOFTENING_KPC));
    }

    MeridionalTable table() {
        return table;
    }

    /** Bytes that the coefficients take. */
    public int sizeBytes() {
        return Double.BYTES * table.coefficients().length;
    }

    @Override
    public void accelerations(
            int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ) {
        reader.accelerations(n, radiusKpc, zKpc, accelerationR, accelerationZ);
    }

    @Override
    public void potentials(int n, double[] radiusKpc, double[] zKpc, double[] phi) {
        reader.potentials(n, radiusKpc, zKpc, phi);
    }
}
