package org.cellarius.galaxy.mock;

import java.util.Arrays;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;

/**
 * Place and velocity in the Galaxy from what was measured, as value-added catalogues give them: from the photometric distance, Gaia's proper motions and the spectrum's radial
 * velocity; errors to first order, those of the distance and the velocities added in squares. One instance per thread: it owns scratch.
 */
final class MockPlace {

    private static final int QUANTITIES = 5;

    private final Observer observer;
    private final double[] here = new double[QUANTITIES];
    private final double[] moved = new double[QUANTITIES];
    private final double[] squares = new double[QUANTITIES];

    MockPlace(SurveyDesign design) {
        observer = Observer.of(new GalactocentricFrame(design.sun()));
    }

    void measure(MockStar s, MockRow row) {
        var sight = Sight.of(observer, s);
        double distance = row.get(MockColumn.DISTANCE_PHOT);
        double rv = row.get(MockColumn.RADIAL_VELOCITY_OBS);
        double pmra = row.get(MockColumn.PMRA_OBS);
        double pmdec = row.get(MockColumn.PMDEC_OBS);
        double pmError = row.get(MockColumn.PMRA_ERROR);
        Arrays.fill(squares, 0);
        sight.cylindrical(observer, distance, pmra, pmdec, rv, here);
        double distanceError = row.get(MockColumn.DISTANCE_PHOT_ERROR);
        // Both ways: where R turns along the line of sight one of them does not move it.
        sight.cylindrical(observer, distance + distanceError, pmra, pmdec, rv, moved);
        addSquares(0.5);
        sight.cylindrical(observer, Math.max(0, distance - distanceError), pmra, pmdec, rv, moved);
        addSquares(0.5);
        sight.cylindrical(observer, distance, pmra, pmdec, rv + row.get(MockColumn.RADIAL_VELOCITY_ERROR), moved);
        addSquares(1);
        sight.cylindrical(observer, distance, pmra + pmError, pmdec, rv, moved);
        addSquares(1);
        sight.cylindrical(observer, distance, pmra, pmdec + pmError, rv, moved);
        addSquares(1);
        for (int k = 0; k < QUANTITIES; k++) {
            row.set(MockColumn.R_OBS.next(2 * k), here[k]);
            row.set(MockColumn.R_OBS.next(2 * k + 1), Math.sqrt(squares[k]));
        }
    }

    private void addSquares(double part) {
        for (int k = 0; k < QUANTITIES; k++) {
            squares[k] += part * (moved[k] - here[k]) * (moved[k] - here[k]);
        }
    }

    /** Unit vectors outwards, to the east and to the north at a star's place on the sky, Galactocentric. */
    private record Sight(
            double ox, double oy, double oz, double ex, double ey, double ez, double nx, double ny, double nz) {

        static Sight of(Observer observer, MockStar s) {
            double d = s.seen().distanceKpc();
            double ox = (s.xKpc() - observer.sun().xKpc()) / d;
            double oy = (s.yKpc() - observer.sun().yKpc()) / d;
            double oz = (s.zKpc() - observer.sun().zKpc()) / d;
            double ex = observer.poleY() * oz - observer.poleZ() * oy;
            double ey = observer.poleZ() * ox - observer.poleX() * oz;
            double ez = observer.poleX() * oy - observer.poleY() * ox;
            double scale = 1 / Math.sqrt(ex * ex + ey * ey + ez * ez);
            ex *= scale;
            ey *= scale;
            ez *= scale;
            return new Sight(ox, oy, oz, ex, ey, ez, oy * ez - oz * ey, oz * ex - ox * ez, ox * ey - oy * ex);
        }

        /** R, z, v_R, v_phi, v_z. */
        void cylindrical(Observer o, double distance, double pmra, double pmdec, double rv, double[] out) {
            double east = PhaseSpaceKernel.KMS_PER_MASYR_KPC * pmra * distance;
            double north = PhaseSpaceKernel.KMS_PER_MASYR_KPC * pmdec * distance;
            double x = o.sun().xKpc() + distance * ox;
            double y = o.sun().yKpc() + distance * oy;
            double vx = o.sun().vxKms() + rv * ox + east * ex + north * nx;
            double vy = o.sun().vyKms() + rv * oy + east * ey + north * ny;
            double r = Math.sqrt(x * x + y * y);
            out[0] = r;
            out[1] = o.sun().zKpc() + distance * oz;
            out[2] = (x * vx + y * vy) / r;
            out[3] = (y * vx - x * vy) / r;
            out[4] = o.sun().vzKms() + rv * oz + east * ez + north * nz;
        }
    }
}
