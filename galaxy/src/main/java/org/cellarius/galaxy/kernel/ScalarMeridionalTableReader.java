package org.cellarius.galaxy.kernel;

/** One star after the other. */
public final class ScalarMeridionalTableReader implements MeridionalTableReader {

    private final MeridionalTable table;

    public ScalarMeridionalTableReader(MeridionalTable table) {
        this.table = table;
    }

    @Override
    public void accelerations(
            int n, double[] radiusKpc, double[] zKpc, double[] accelerationR, double[] accelerationZ) {
        Place inR = new Place(table.radial(), table.degree());
        Place inZ = new Place(table.vertical(), table.degree());
        for (int i = 0; i < n; i++) {
            double r = radiusKpc[i];
            double z = zKpc[i];
            inR.set(r);
            inZ.set(z);
            double per2 = 1 / (r * r + z * z + table.softening2Kpc2());
            double per = Math.sqrt(per2);
            double inward = sum(inR, inR.value, inZ, inZ.value) * per2;
            accelerationR[i] = per * (inward * r - sum(inR, inR.derivative, inZ, inZ.value) * inR.slope);
            accelerationZ[i] = per * (inward * z - sum(inR, inR.value, inZ, inZ.derivative) * inZ.slope);
        }
    }

    @Override
    public void potentialsAndAccelerations(
            int n, double[] radiusKpc, double[] zKpc, double[] phi, double[] accelerationR, double[] accelerationZ) {
        potentials(n, radiusKpc, zKpc, phi);
        accelerations(n, radiusKpc, zKpc, accelerationR, accelerationZ);
    }

    @Override
    public void potentials(int n, double[] radiusKpc, double[] zKpc, double[] phi) {
        Place inR = new Place(table.radial(), table.degree());
        Place inZ = new Place(table.vertical(), table.degree());
        for (int i = 0; i < n; i++) {
            double r = radiusKpc[i];
            double z = zKpc[i];
            inR.set(r);
            inZ.set(z);
            double per2 = 1 / (r * r + z * z + table.softening2Kpc2());
            phi[i] = Math.sqrt(per2) * sum(inR, inR.value, inZ, inZ.value);
        }
    }

    private double sum(Place inR, double[] a, Place inZ, double[] b) {
        double[] c = table.coefficients();
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            int at = (inR.cell + k) * table.stride() + inZ.cell;
            double row = 0;
            for (int j = 0; j < b.length; j++) {
                row += b[j] * c[at + j];
            }
            sum += a[k] * row;
        }
        return sum;
    }

    /** Where a length falls on an axis, and the B-splines there. */
    private static final class Place {

        private final ScaledAxis axis;
        private final double weight;
        private final SplineDegree degree;
        private final double[] value;
        private final double[] derivative;
        private int cell;
        private double slope;

        private Place(ScaledAxis axis, SplineDegree degree) {
            this.axis = axis;
            this.degree = degree;
            this.value = new double[degree.order()];
            this.derivative = new double[degree.order()];
            this.weight = axis.weight();
        }

        private void set(double signedKpc) {
            double x = Math.min(Math.abs(signedKpc), axis.endKpc());
            double p1 = x + axis.shortKpc();
            double p2 = x + axis.longKpc();
            double inverse = 1 / (p1 * p2);
            double r1 = p2 * inverse;
            double r2 = p1 * inverse;
            double u = weight * x * (r1 + r2);
            slope = Math.signum(signedKpc) * weight * (axis.shortKpc() * r1 * r1 + axis.longKpc() * r2 * r2);
            cell = (int) u;
            degree.weigh(u - cell, value, derivative);
        }
    }
}
