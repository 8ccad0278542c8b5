package org.cellarius.bench;

import java.util.Arrays;
import java.util.List;
import org.cellarius.galaxy.column.StarStatus;
import org.cellarius.galaxy.frame.GalactocentricFrame;
import org.cellarius.galaxy.frame.PhaseSpaceKernel;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.galaxy.mock.DiscMock;
import org.cellarius.galaxy.random.CounterRandom;

/**
 * Stars of a generated survey in memory: what the benchmarks of kernels work on. Missing values are NaN, as the engine
 * hands them to kernels.
 *
 * @param phaseSpace {@code ra dec distance pmra pmdec radial_velocity}: deg, kpc, mas/yr, km/s
 * @param x Galactocentric x, kpc
 * @param y Galactocentric y, kpc
 * @param rKpc Galactocentric radius, kpc
 * @param height |z|, kpc
 * @param feH [Fe/H], dex
 * @param feHError its error, dex
 */
record SurveyBlock(
        double[][] phaseSpace,
        double[] x,
        double[] y,
        double[] rKpc,
        double[] height,
        double[] feH,
        double[] feHError) {

    /** Rows of the blocks that the engine folds. */
    static final int ROWS = 4096;

    /** Blocks that a benchmark works on in turn: with one block only, the processor would learn its branches by heart. */
    static final int BLOCKS = 64;

    static SurveyBlock make() {
        int rows = ROWS * BLOCKS;
        var mock = new DiscMock(1660, rows, SurveyFiles.TRUTH, Sun.HAWKINS_2023);
        double[][] observation = new double[1][rows];
        for (int i = 0; i < rows; i++) {
            observation[0][i] = i;
        }
        double[][] survey = new double[mock.outputs().size()][rows];
        StarStatus[] status = new StarStatus[rows];
        mock.apply(rows, observation, survey, status);
        for (int k : List.of(3, 5)) {
            for (int i = 0; i < rows; i++) {
                survey[k][i] = survey[k][i] == DiscMock.FILLER ? Double.NaN : survey[k][i];
            }
        }
        double[][] input = {
            survey[1], survey[2], survey[3], normal(rows, 0, 0, 5), normal(rows, 1, 0, 5), normal(rows, 2, 0, 40)
        };
        var kernel = kernel(PhaseSpaceKernel.Motions.UNKNOWN);
        double[][] place = new double[kernel.outputs().size()][rows];
        kernel.apply(rows, input, place, status);
        double[] height = new double[rows];
        for (int i = 0; i < rows; i++) {
            height[i] = Math.abs(place[4][i]);
        }
        return new SurveyBlock(input, place[2], place[3], place[5], height, survey[5], survey[6]);
    }

    static PhaseSpaceKernel kernel(PhaseSpaceKernel.Motions motions) {
        return new PhaseSpaceKernel(new GalactocentricFrame(Sun.HAWKINS_2023), motions);
    }

    /** Columns of {@code ROWS * BLOCKS} stars cut into blocks: {@code [block][column][row]}. */
    static double[][][] blocks(double[]... columns) {
        double[][][] blocks = new double[BLOCKS][columns.length][];
        for (int b = 0; b < BLOCKS; b++) {
            for (int k = 0; k < columns.length; k++) {
                blocks[b][k] = Arrays.copyOfRange(columns[k], b * ROWS, (b + 1) * ROWS);
            }
        }
        return blocks;
    }

    private static double[] normal(int rows, int draw, double mean, double sd) {
        var random = new CounterRandom(1708);
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = mean + sd * random.normal(i, draw);
        }
        return values;
    }
}
