package org.cellarius.galaxy.frame;

/**
 * First derivatives of a star's Galactocentric phase space with respect to its measurement.
 *
 * <p>With the normal triad (p, q, r) at the star, d the distance, &kappa; = 4.740470463533349 km/s per mas/yr kpc and (&xi;,
 * &eta;) the displacement on the tangent plane to the east and to the north,
 *
 * <pre>  &part;x/&part;&xi; = d p,  &part;x/&part;&eta; = d q,  &part;x/&part;d = r,
 *   &part;v/&part;&xi; = v_r p &minus; &kappa;d pmra r,  &part;v/&part;&eta; = v_r q &minus; &kappa;d pmdec r,  &part;v/&part;d = &kappa;(pmra p + pmdec q),
 *   &part;v/&part;pmra = &kappa;d p,  &part;v/&part;pmdec = &kappa;d q,  &part;v/&part;v_r = r.</pre>
 *
 * The proper motion is carried along without turning: catalogues refer it and the displacements to one fixed triad
 * (Lindegren et al. 2012, 2012A&amp;A...538A..78L, sec. 3), so that nothing diverges at the poles. Columns: ra (mas, times
 * cos(dec)), dec (mas), distance (kpc), pmra, pmdec (mas/yr), radial velocity (km/s). Accuracy: equal to central
 * differences of the whole transformation to 1e-8 of the largest derivative in the column (tested).
 */
public final class PhaseSpaceJacobian {

    private final double[][] cartesian;
    private final double[][] cylindrical;

    private PhaseSpaceJacobian(double[][] cartesian, double[][] cylindrical) {
        this.cartesian = cartesian;
        this.cylindrical = cylindrical;
    }

    /** The derivatives at one star. */
    public static PhaseSpaceJacobian at(GalactocentricFrame frame, IcrsStar star) {
        LocalAxes axes = LocalAxes.at(star.raDeg(), star.decDeg()).seenIn(frame.rotation);
        double[][] cartesian = cartesian(axes, star);
        return new PhaseSpaceJacobian(cartesian, Covariances.product(toCylindrical(frame.stateOf(star)), cartesian));
    }

    /** Rows x y z (kpc) vx vy vz (km/s). */
    public double[][] cartesian() {
        return copy(cartesian);
    }

    /** Rows r (kpc), phi (deg), z (kpc), v_r v_phi v_z (km/s). */
    public double[][] cylindrical() {
        return copy(cylindrical);
    }

    /** Covariance of (x, y, z, vx, vy, vz). */
    double[][] cartesianCovariance(StarErrors errors) {
        return Covariances.propagate(cartesian, errors.covariance());
    }

    /** Variances of (r, phi, z, v_r, v_phi, v_z), phi in degrees. */
    double[] cylindricalVariances(StarErrors errors) {
        return Covariances.variances(cylindrical, errors.covariance());
    }

    private static double[][] cartesian(LocalAxes axes, IcrsStar star) {
        double d = star.distanceKpc();
        double kappa = PhaseSpaceKernel.KMS_PER_MASYR_KPC;
        double mas = EpochPropagation.RADIANS_PER_MAS;
        double eastKms = kappa * d * star.pmraMasPerYear();
        double northKms = kappa * d * star.pmdecMasPerYear();
        double outKms = star.radialVelocityKms();
        Direction p = axes.east();
        Direction q = axes.north();
        Direction r = axes.outward();
        Direction[] place = {p.times(d * mas), q.times(d * mas), r, NOTHING, NOTHING, NOTHING};
        Direction[] motion = {
            p.times(outKms * mas).plus(r.times(-eastKms * mas)),
            q.times(outKms * mas).plus(r.times(-northKms * mas)),
            p.times(kappa * star.pmraMasPerYear()).plus(q.times(kappa * star.pmdecMasPerYear())),
            p.times(kappa * d),
            q.times(kappa * d),
            r
        };
        double[][] rows = new double[6][6];
        for (int k = 0; k < 6; k++) {
            rows[0][k] = place[k].x();
            rows[1][k] = place[k].y();
            rows[2][k] = place[k].z();
            rows[3][k] = motion[k].x();
            rows[4][k] = motion[k].y();
            rows[5][k] = motion[k].z();
        }
        return rows;
    }

    private static final Direction NOTHING = new Direction(0, 0, 0);

    /** Derivatives of (r, phi, z, v_r, v_phi, v_z) with respect to (x, y, z, vx, vy, vz). */
    private static double[][] toCylindrical(CartesianState s) {
        double r = Math.hypot(s.xKpc(), s.yKpc());
        double c = s.xKpc() / r;
        double n = s.yKpc() / r;
        double vR = c * s.vxKms() + n * s.vyKms();
        double vPhi = n * s.vxKms() - c * s.vyKms();
        double degrees = Math.toDegrees(1 / r);
        return new double[][] {
            {c, n, 0, 0, 0, 0},
            {-n * degrees, c * degrees, 0, 0, 0, 0},
            {0, 0, 1, 0, 0, 0},
            {(s.vxKms() - vR * c) / r, (s.vyKms() - vR * n) / r, 0, c, n, 0},
            {(-s.vyKms() - vPhi * c) / r, (s.vxKms() - vPhi * n) / r, 0, n, -c, 0},
            {0, 0, 0, 0, 0, 1}
        };
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = matrix[k].clone();
        }
        return copy;
    }
}
