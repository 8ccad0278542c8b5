package org.cellarius.galaxy.potential;

import org.cellarius.galaxy.kernel.MeridionalTable;
import org.cellarius.galaxy.kernel.ScaledAxis;

/** Finds the coefficients of the spline of T = &Phi; (R&sup2;+z&sup2;+s&sup2;)^&frac12;. */
final class TableMaker {

    private final Potential potential;
    private final ScaledAxis radial;
    private final ScaledAxis vertical;
    private final double softening2;

    private TableMaker(Potential potential, ScaledAxis radial, ScaledAxis vertical, double softening2) {
        this.potential = potential;
        this.radial = radial;
        this.vertical = vertical;
        this.softening2 = softening2;
    }

    static MeridionalTable table(Potential potential, ScaledAxis radial, ScaledAxis vertical, double softeningKpc) {
        double softening2 = softeningKpc * softeningKpc;
        double[] coefficients = new TableMaker(potential, radial, vertical, softening2).coefficients();
        return new MeridionalTable(coefficients, radial, vertical, softening2);
    }

    private double[] coefficients() {
        int rows = radial.cells() + 3;
        int columns = vertical.cells() + 3;
        double[][] t = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                t[i][j] = condition(i, j);
            }
            SplineConditions.solve(t[i]);
        }
        double[] all = new double[rows * columns];
        double[] column = new double[rows];
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                column[i] = t[i][j];
            }
            SplineConditions.solve(column);
            for (int i = 0; i < rows; i++) {
                all[i * columns + j] = column[i];
            }
        }
        return all;
    }

    /** T at a node, or its derivative along one axis or both before the first and behind the last. */
    private double condition(int i, int j) {
        double radiusKpc = radial.lengthKpc(node(i, radial.cells()));
        double zKpc = vertical.lengthKpc(node(j, vertical.cells()));
        boolean alongR = i == 0 || i == radial.cells() + 2;
        boolean alongZ = j == 0 || j == vertical.cells() + 2;
        if ((alongR && radiusKpc == 0) || (alongZ && zKpc == 0)) {
            return 0; // by symmetry
        }
        Derivatives d = potential.at(radiusKpc, zKpc);
        double q = Math.sqrt(radiusKpc * radiusKpc + zKpc * zKpc + softening2);
        double qR = radiusKpc / q;
        double qz = zKpc / q;
        double duPerKpc = radial.slopePerKpc(radiusKpc);
        double dwPerKpc = vertical.slopePerKpc(zKpc);
        if (alongR && alongZ) {
            double mixed =
                    d.dRzKms2PerKpc2() * q + d.dRKms2PerKpc() * qz + d.dzKms2PerKpc() * qR - d.phiKms2() * qR * qz / q;
            return mixed / (duPerKpc * dwPerKpc);
        }
        if (alongR) {
            return (d.dRKms2PerKpc() * q + d.phiKms2() * qR) / duPerKpc;
        }
        if (alongZ) {
            return (d.dzKms2PerKpc() * q + d.phiKms2() * qz) / dwPerKpc;
        }
        return d.phiKms2() * q;
    }

    private static int node(int condition, int cells) {
        return Math.min(Math.max(condition - 1, 0), cells);
    }
}
