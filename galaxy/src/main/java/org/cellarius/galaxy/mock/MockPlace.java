package org.cellarius.galaxy.mock;

import org.cellarius.galaxy.frame.CartesianState;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.IcrsStar;

/**
 * Place and velocity in the Galaxy from what was measured, as value-added catalogues give them: from the photometric distance, Gaia's proper motions and the spectrum's radial
 * velocity; errors to first order, those of the distance and the velocities added in squares.
 */
final class MockPlace {

    private final GalactocentricFrame frame;

    MockPlace(SurveyDesign design) {
        frame = new GalactocentricFrame(design.sun());
    }

    void measure(MockStar s, MockRow row) {
        double distance = row.get(MockColumn.DISTANCE_PHOT);
        double distanceError = row.get(MockColumn.DISTANCE_PHOT_ERROR);
        double rvError = row.get(MockColumn.RADIAL_VELOCITY_ERROR);
        double pmError = row.get(MockColumn.PMRA_ERROR);
        double[] here = cylindrical(s, row, distance, 0, 0, 0);
        double[] farther = cylindrical(s, row, distance + distanceError, 0, 0, 0);
        double[] faster = cylindrical(s, row, distance, rvError, 0, 0);
        double[] east = cylindrical(s, row, distance, 0, pmError, 0);
        double[] north = cylindrical(s, row, distance, 0, 0, pmError);
        for (int k = 0; k < 5; k++) {
            double sum = 0;
            for (double[] moved : new double[][] {farther, faster, east, north}) {
                sum += (moved[k] - here[k]) * (moved[k] - here[k]);
            }
            row.set(MockColumn.R_OBS.next(2 * k), here[k]);
            row.set(MockColumn.R_OBS.next(2 * k + 1), Math.sqrt(sum));
        }
    }

    /** R, z, v_R, v_phi, v_z. */
    private double[] cylindrical(MockStar s, MockRow row, double distance, double rv, double pmra, double pmdec) {
        CartesianState state = frame.stateOf(new IcrsStar(
                s.seen().raDeg(),
                s.seen().decDeg(),
                distance,
                row.get(MockColumn.PMRA_OBS) + pmra,
                row.get(MockColumn.PMDEC_OBS) + pmdec,
                row.get(MockColumn.RADIAL_VELOCITY_OBS) + rv));
        double r = Math.hypot(state.xKpc(), state.yKpc());
        return new double[] {
            r,
            state.zKpc(),
            (state.xKpc() * state.vxKms() + state.yKpc() * state.vyKms()) / r,
            (state.yKpc() * state.vxKms() - state.xKpc() * state.vyKms()) / r,
            state.vzKms()
        };
    }
}
