package org.cellarius.galaxy.potential;

import org.cellarius.galaxy.kernel.ScaledAxis;
import org.cellarius.galaxy.kernel.SplineDegree;

/** Finds the coefficients of the spline of T = &Phi; (R&sup2;+z&sup2;+s&sup2;)^&frac12;. */
final class TableMaker {

    private final Potential potential;
    private final SplineDegree degree;
    private final ScaledAxis radial;
    private final ScaledAxis vertical;
    private final double softening2;

    private TableMaker(
            Potential potential, SplineDegree degree, ScaledAxis radial, ScaledAxis vertical, double softening2) {
        this.potential = potential;
        this.degree = degree;
        this.radial = radial;
        this.vertical = vertical;
        this.softening2 = softening2;
    }

    static double[] coefficients(
            Potential potential, SplineDegree degree, ScaledAxis radial, ScaledAxis vertical, double softeningKpc) {
        return new TableMaker(potential, degree, radial, vertical, softeningKpc * softeningKpc).coefficients();
    }

    private double[] coefficients() {
        var inR = new SplineConditions(degree, radial.cells());
        var inZ = new SplineConditions(degree, vertical.cells());
        double[][] t = new double[inR.count()][inZ.count()];
        // The first conditions along either axis are slopes that vanish by symmetry.
        for (int i = 1; i < inR.count(); i++) {
            double radiusKpc = radial.lengthKpc(inR.place(i));
            for (int j = 1; j < inZ.count(); j++) {
                t[i][j] = value(radiusKpc, vertical.lengthKpc(inZ.place(j)));
            }
        }
        inR.solve(t);
        double[][] byColumn = turned(t);
        inZ.solve(byColumn);
        double[] all = new double[inR.count() * inZ.count()];
        for (int i = 0; i < inR.count(); i++) {
            for (int j = 0; j < inZ.count(); j++) {
                all[i * inZ.count() + j] = byColumn[j][i];
            }
        }
        return all;
    }

    private double value(double radiusKpc, double zKpc) {
        double distance2 = radiusKpc * radiusKpc + zKpc * zKpc + softening2;
        return potential.potentialKms2(radiusKpc, zKpc) * Math.sqrt(distance2);
    }

    private static double[][] turned(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return columns;
    }
}
