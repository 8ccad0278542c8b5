package org.cellarius.galaxy.frame;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.galaxy.column.StarStatus;

/**
 * Reads measurements and their errors from columns: those of {@link PhaseSpaceKernel}, those of {@link ErrorColumns}, then
 * {@code star_number}, a whole number that tells the star apart.
 */
final class MeasuredStars {

    private final GalactocentricFrame frame;
    private final ErrorColumns errors;
    private final List<String> inputs;

    MeasuredStars(GalactocentricFrame frame, ErrorColumns errors) {
        this.frame = frame;
        this.errors = errors;
        var names = new ArrayList<>(List.of("ra", "dec", "distance", "pmra", "pmdec", "radial_velocity"));
        names.addAll(errors.names());
        names.add("star_number");
        this.inputs = List.copyOf(names);
    }

    List<String> inputs() {
        return inputs;
    }

    /** What is wrong with a star, or OK. */
    StarStatus judge(double[][] in, int i) {
        StarStatus status = StarMeasurement.judge(in[0][i], in[1][i], in[2][i], in[3][i], in[4][i], in[5][i]);
        status = errors.read(in[2][i], in, PhaseSpaceErrors.MEASURED, i).judge(status);
        double number = number(in, i);
        return status == StarStatus.OK && number != Math.rint(number) ? StarStatus.NO_ERRORS : status;
    }

    /** The star, of which the status is known. */
    DrawnStar star(double[][] in, int i, StarStatus status) {
        StarErrors star = errors.read(in[2][i], in, PhaseSpaceErrors.MEASURED, i);
        // A motion that is refused is missing, even where a number stands.
        double known = status == StarStatus.NO_VELOCITY ? Double.NaN : 1;
        LocalAxes axes = LocalAxes.at(in[0][i], in[1][i]).seenIn(frame.rotation);
        return new DrawnStar(
                (long) number(in, i),
                axes,
                in[2][i],
                known * in[3][i],
                known * in[4][i],
                known * in[5][i],
                star,
                star.factor());
    }

    private double number(double[][] in, int i) {
        return in[inputs.size() - 1][i];
    }
}
