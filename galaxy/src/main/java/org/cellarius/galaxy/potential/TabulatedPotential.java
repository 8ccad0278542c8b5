package org.cellarius.galaxy.potential;

import org.cellarius.galaxy.kernel.MeridionalTable;
import org.cellarius.galaxy.kernel.MeridionalTableReader;
import org.cellarius.galaxy.kernel.ScaledAxis;
import org.cellarius.galaxy.kernel.SplineDegree;

/**
 * Any potential as a table: T = &Phi; (R&sup2;+z&sup2;+s&sup2;)^&frac12; as a tensor spline on scaled axes (see
 * {@link MeridionalTable}). T changes slowly, so that few cells do. &Phi; is as smooth as its {@link Form} says; accelerations are
 * the exact gradient of the tabulated &Phi;. The lengths of the axes suit galaxies like ours: they go with the potential's R0.
 */
public final class TabulatedPotential implements ForceField {

    /** Lengths of the axes, the softening s and the end of the table, in units of R0/8. */
    private static final double RADIAL_LONG_KPC = 50;

    private static final double[] VERTICAL_KPC = {0.3, 40};
    private static final double SOFTENING_KPC = 1;
    private static final double END_KPC = 1e4;

    /** What the table is made of. Accuracies are those of the force in McMillan17. */
    public enum Form {
        /**
         * Twice continuously differentiable, also across the plane. 297 KiB; 1e-6 in the median, 3e-5 at most for r &ge; 0.1 kpc and
         * R, |z| &le; 25 kpc; 1e-5 to 300 kpc, 1e-3 at 1000 kpc, a tenth at 1e4 kpc, where the table ends: beyond, &Phi; falls as
         * 1/r.
         */
        BICUBIC(SplineDegree.CUBIC, 192, 1),
        /**
         * Four times continuously differentiable off the plane, as integrators of high order want it; the jump of the third
         * derivative that discs have in the plane falls on a border of cells and is kept. 213 KiB; 3e-9 in the median, 1.5e-7 at
         * most for r &ge; 0.2 kpc and R, |z| &le; 25 kpc, 8e-7 to r = 0.1 kpc; 2e-6 to 300 kpc, beyond as the bicubic one.
         */
        BIQUINTIC(SplineDegree.QUINTIC, 160, 0.5);

        private final SplineDegree degree;
        private final int cells;
        private final double radialShortKpc;

        Form(SplineDegree degree, int cells, double radialShortKpc) {
            this.degree = degree;
            this.cells = cells;
            this.radialShortKpc = radialShortKpc;
        }
    }

    private final MeridionalTable table;
    private final MeridionalTableReader reader;

    private TabulatedPotential(MeridionalTable table) {
        this.table = table;
        this.reader = MeridionalTableReader.best(table);
    }

    /** Tabulates a potential that is finite in the centre; takes as long as 30,000 to 40,000 exact evaluations. */
    public static TabulatedPotential of(Potential potential, Form form) {
        return of(potential, form, KeptTables.NONE);
    }

    /** Tabulates a potential, or takes its table from where it was kept. */
    static TabulatedPotential of(Potential potential, Form form, KeptTables kept) {
        double unit = potential.r0Kpc() / 8;
        double softeningKpc = SOFTENING_KPC * unit;
        var radial = new ScaledAxis(form.cells, form.radialShortKpc * unit, RADIAL_LONG_KPC * unit, END_KPC * unit);
        var vertical = new ScaledAxis(form.cells, VERTICAL_KPC[0] * unit, VERTICAL_KPC[1] * unit, END_KPC * unit);
        double[] coefficients = kept.numbers(
                form.name(), numbers -> numbers.length == MeridionalTable.count(form.degree, radial, vertical), () -> {
                    checkCentre(potential);
                    return TableMaker.coefficients(potential, form.degree, radial, vertical, softeningKpc);
                });
        return new TabulatedPotential(
                new MeridionalTable(form.degree, coefficients, radial, vertical, softeningKpc * softeningKpc));
    }

    private static void checkCentre(Potential potential) {
        if (!Double.isFinite(potential.potentialKms2(0, 0))) {
            throw new IllegalArgumentException("potential '" + potential.name()
                    + "' is infinite in the centre and cannot be tabulated: leave that component out");
        }
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
    public void potentialsAndAccelerations(
            int n, double[] radiusKpc, double[] zKpc, double[] phi, double[] accelerationR, double[] accelerationZ) {
        reader.potentialsAndAccelerations(n, radiusKpc, zKpc, phi, accelerationR, accelerationZ);
    }

    @Override
    public void potentials(int n, double[] radiusKpc, double[] zKpc, double[] phi) {
        reader.potentials(n, radiusKpc, zKpc, phi);
    }
}
