package org.cellarius.galaxy.smooth;

import org.cellarius.galaxy.population.Moments;

/** Runs the passes of a smooth map over columns in memory. */
final class Passes {

    private Passes() {}

    /** The fit of the stars that are not held out, of all stars, and the test of the former. */
    record Done(SmoothFit all, SmoothFit fitted, HeldOutTest.Residuals heldOut) {}

    static SmoothPass first(SplineBasis basis, boolean errors, double[][] columns, HeldOut heldOut) {
        int n = columns[0].length;
        int value = basis.axes().size();
        Moments moments = Moments.of(columns[value], n);
        double squared = 0;
        for (int i = 0; errors && i < n; i++) {
            squared += columns[value + 1][i] * columns[value + 1][i] / n;
        }
        double sd = moments.standardDeviation();
        return SmoothPass.first(basis, errors, new SmoothPass.Start(moments.mean(), sd * sd, squared), heldOut);
    }

    static SmoothFit fit(SmoothPass first, double[][] columns) {
        SmoothStep step = first;
        while (step instanceof SmoothPass pass) {
            step = pass.after(pass.fold(pass.empty(), columns[0].length, columns));
        }
        return (SmoothFit) step;
    }

    static SmoothFit all(SplineBasis basis, boolean errors, double[][] columns) {
        return fit(first(basis, errors, columns, HeldOut.NOBODY), columns);
    }

    static Done tested(SplineBasis basis, boolean errors, double[][] columns, HeldOut heldOut) {
        SmoothPass first = first(basis, errors, columns, heldOut);
        SmoothFit fitted = fit(first, columns);
        HeldOutTest test = first.test(fitted);
        return new Done(fit(first.ofAll(fitted), columns), fitted, test.fold(test.empty(), columns[0].length, columns));
    }
}
