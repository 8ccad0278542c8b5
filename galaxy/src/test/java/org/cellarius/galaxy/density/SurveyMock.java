package org.cellarius.galaxy.density;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.population.HealpixCells;
import org.cellarius.galaxy.selection.CountedCells;
import org.cellarius.galaxy.selection.GaiaCompleteness;
import org.cellarius.galaxy.selection.SelectionKernel;
import org.cellarius.galaxy.selection.SelectionKernel.Named;
import org.cellarius.galaxy.selection.SelectionPart;
import org.cellarius.galaxy.selection.SkyPixels;

/** A survey of uneven taste, which sees giants through a layer of dust: by sky, magnitude and a limit of Gaia's kind; and the stars of a disc that it takes. */
record SurveyMock(List<SelectionPart> parts, SurveySelection selection) {

    private static final Sun SUN = Sun.IMIG_2023;
    private static final double ABSOLUTE_MAG = 0.3;
    private static final double SCATTER_MAG = 0.25;
    private static final Extinction DUST = new Extinction.Layer(new double[] {0.5, 0.5}, 0.12);
    private static final int BATCH = 4096;

    static final SurveyMock STANDARD = of();

    private static SurveyMock of() {
        var rows = new ArrayList<CountedCells.Row>();
        var random = new SplittableRandom(77);
        for (int pixel = 0; pixel < 48; pixel++) {
            double here = 0.1 + 0.9 * random.nextDouble();
            for (int bin = 0; bin < 9; bin++) {
                long n = 1_000_000_000L;
                rows.add(new CountedCells.Row(pixel, List.of(bin), n, (long) (n * here * Math.pow(0.85, bin))));
            }
        }
        var counts = new CountedCells(
                new SkyPixels.Icrs(new HealpixCells(1)), List.of(new CountedCells.Axis("g", 6, 15, 1)), rows);
        int[] order = new int[12];
        long[] cell = new long[12];
        double[] m10 = new double[12];
        for (int k = 0; k < 12; k++) {
            cell[k] = k;
            m10[k] = 12.5 + 0.25 * k;
        }
        List<SelectionPart> parts = List.of(counts, GaiaCompleteness.of(order, cell, m10));
        Tracers tracers =
                Tracers.fixed(new double[] {ABSOLUTE_MAG, ABSOLUTE_MAG}, new boolean[] {true, true}, SCATTER_MAG);
        return new SurveyMock(parts, new SurveySelection(parts, tracers, DUST, 0.2, 5, 5));
    }

    SelectionKernel kernel() {
        return new SelectionKernel(List.of(new Named("counts", parts.get(0)), new Named("gaia", parts.get(1))));
    }

    /** Right ascension, declination and twice the magnitude of a star that is brighter than usual by so many scatters. */
    void observe(GalactocentricFrame frame, double x, double y, double z, double scatters, double[][] in, int row) {
        double[] at = frame.icrsOf(x, y, z);
        in[0][row] = at[0];
        in[1][row] = at[1];
        in[2][row] =
                ABSOLUTE_MAG + SCATTER_MAG * scatters + 5 * Math.log10(at[2]) + 10 + DUST.mag(0, at[2], z - SUN.zKpc());
        in[3][row] = in[2][row];
    }

    /** Radii and heights of stars of a disc that the survey takes: a disc drawn whole, then thinned. */
    double[][] stars(DiscProfile profile, int count, long seed) {
        var random = new SplittableRandom(seed);
        var frame = new GalactocentricFrame(SUN);
        var kernel = kernel();
        double[] below = new double[1501];
        for (int k = 0; k < 1500; k++) {
            double r = 0.01 * (k + 0.5);
            double from = r - profile.breakKpc();
            below[k + 1] = below[k] + r * Math.exp(-from * (from < 0 ? profile.innerPerKpc() : profile.outerPerKpc()));
        }
        double[][] stars = new double[2][count];
        int found = 0;
        double[][] in = new double[4][BATCH];
        double[][] out = new double[4][BATCH];
        double[] radius = new double[BATCH];
        double[] height = new double[BATCH];
        while (found < count) {
            for (int i = 0; i < BATCH; ) {
                double u = below[1500] * random.nextDouble();
                int at = java.util.Arrays.binarySearch(below, u);
                int k = at < 0 ? -at - 2 : at;
                double r = 0.01 * (k + (u - below[k]) / (below[k + 1] - below[k]));
                double phi = Math.PI * (1 + 0.22 * (2 * random.nextDouble() - 1) * 3);
                double h = profile.heightKpc() * Math.exp(profile.flarePerKpc() * (r - profile.referenceKpc()));
                double z = -h * Math.log(random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
                double x = r * Math.cos(phi);
                double y = r * Math.sin(phi);
                if (selection.holds(SUN, x, y, z)) {
                    observe(frame, x, y, z, random.nextGaussian(), in, i);
                    radius[i] = r;
                    height[i++] = z;
                }
            }
            kernel.apply(BATCH, in, out, new StarStatus[BATCH]);
            for (int i = 0; i < BATCH && found < count; i++) {
                if (random.nextDouble() < out[0][i]) {
                    stars[0][found] = radius[i];
                    stars[1][found++] = height[i];
                }
            }
        }
        return stars;
    }
}
