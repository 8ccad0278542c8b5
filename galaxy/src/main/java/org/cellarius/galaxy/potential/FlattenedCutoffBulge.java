package org.cellarius.galaxy.potential;

/**
 * The bulge of McMillan (2017, 2017MNRAS.465...76M, eq. 1; after Bissantz and Gerhard 2002): &rho; = &rho;0 (1+m/r0)^&minus;1.8
 * exp(&minus;(m/r_cut)&sup2;), m&sup2; = R&sup2; + z&sup2;/q&sup2;.
 */
public record FlattenedCutoffBulge(double densityMsunPerKpc3, double scaleKpc, double cutKpc, double axisRatio)
        implements FlattenedComponent {

    private static final double EXPONENT = -1.8;

    public FlattenedCutoffBulge {
        Require.positive("density rho0", densityMsunPerKpc3, "Msun/kpc^3");
        Require.positive("scale r0", scaleKpc, "kpc");
        Require.positive("cut radius", cutKpc, "kpc");
        Require.between("axis ratio q", axisRatio, 0.05, 20);
    }

    @Override
    public double densityMsunPerKpc3(double radiusKpc, double zKpc) {
        double m = Math.sqrt(radiusKpc * radiusKpc + zKpc * zKpc / (axisRatio * axisRatio));
        return densityMsunPerKpc3 * Math.pow(1 + m / scaleKpc, EXPONENT) * Math.exp(-m * m / (cutKpc * cutKpc));
    }

    @Override
    public Derivatives layer(double radiusKpc, double zKpc) {
        return Derivatives.ZERO;
    }

    @Override
    public double remainderMsunPerKpc3(double radiusKpc, double zKpc) {
        return densityMsunPerKpc3(radiusKpc, zKpc);
    }

    @Override
    public double smallestScaleKpc() {
        return scaleKpc * Math.min(1, axisRatio);
    }

    @Override
    public double outerEdgeKpc() {
        return 8 * cutKpc * Math.max(1, axisRatio);
    }

    @Override
    public FlattenedCutoffBulge scaled(double lengthFactor, double velocityFactor) {
        double ratio = velocityFactor / lengthFactor;
        return new FlattenedCutoffBulge(
                densityMsunPerKpc3 * ratio * ratio, scaleKpc * lengthFactor, cutKpc * lengthFactor, axisRatio);
    }
}
