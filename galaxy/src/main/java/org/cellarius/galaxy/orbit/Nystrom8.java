package org.cellarius.galaxy.orbit;

import java.util.Arrays;

/**
 * The explicit Runge-Kutta-Nystr&ouml;m pair RKN8(6)9FM of Dormand, El-Mikkawy and Prince (1987, IMA J. Numer. Anal. 7, 423) for
 * q'' = a(q): nine accelerations a step, of which the last is the first of the next step; order 8 in position and velocity,
 * with a solution of order 6 for the error. The order conditions are tested.
 */
final class Nystrom8 {

    /** Accelerations a step. */
    static final int STAGES = 9;

    /** Where in the step the stages lie. */
    static final double[] C = {0, 1 / 20.0, 1 / 10.0, 3 / 10.0, 1 / 2.0, 7 / 10.0, 9 / 10.0, 1, 1};

    /** Position of stage s: q + C h v + h&sup2; &Sigma; A[s][j] a_j; the last row gives the new position. */
    static final double[][] A = {
        {},
        {1 / 800.0},
        {1 / 600.0, 1 / 300.0},
        {9 / 200.0, -9 / 100.0, 9 / 100.0},
        {-66701 / 197352.0, 28325 / 32892.0, -2665 / 5482.0, 2170 / 24669.0},
        {227015747 / 304251000.0, -54897451 / 30425100.0, 12942349 / 10141700.0, -9499 / 304251.0, 539 / 9250.0},
        {
            -1131891597 / 901789000.0,
            41964921 / 12882700.0,
            -6663147 / 3220675.0,
            270954 / 644135.0,
            -108 / 5875.0,
            114 / 1645.0
        },
        {
            13836959 / 3667458.0,
            -17731450 / 1833729.0,
            1063919505 / 156478208.0,
            -33213845 / 39119552.0,
            13335 / 28544.0,
            -705 / 14272.0,
            1645 / 57088.0
        },
        {223 / 7938.0, 0, 1175 / 8064.0, 925 / 6048.0, 41 / 448.0, 925 / 14112.0, 1175 / 72576.0, 0}
    };

    /** New velocity: v + h &Sigma; V[j] a_j. */
    static final double[] V = {
        223 / 7938.0, 0, 5875 / 36288.0, 4625 / 21168.0, 41 / 224.0, 4625 / 21168.0, 5875 / 36288.0, 223 / 7938.0, 0
    };

    /** Position of order 8 less that of order 6: h&sup2; &Sigma; EQ[j] a_j. */
    static final double[] EQ = {
        223 / 7938.0 - 7987313 / 109941300.0,
        0,
        1175 / 8064.0 - 1610737 / 44674560.0,
        925 / 6048.0 - 10023263 / 33505920.0,
        41 / 448.0 + 497221 / 12409600.0,
        925 / 14112.0 - 10023263 / 78180480.0,
        1175 / 72576.0 - 1610737 / 402071040.0,
        0,
        0
    };

    /** Velocity of order 8 less that of order 6: h &Sigma; EV[j] a_j. */
    static final double[] EV = {
        223 / 7938.0 - 7987313 / 109941300.0,
        0,
        5875 / 36288.0 - 1610737 / 40207104.0,
        4625 / 21168.0 - 10023263 / 23454144.0,
        41 / 224.0 + 497221 / 6204800.0,
        4625 / 21168.0 - 10023263 / 23454144.0,
        5875 / 36288.0 - 1610737 / 40207104.0,
        223 / 7938.0 + 4251941 / 54970650.0,
        -3 / 20.0
    };

    /** The sums of the stages' positions; the first stage has none. */
    static final LinearCombination[] STAGE =
            Arrays.stream(A).map(LinearCombination::new).toArray(LinearCombination[]::new);

    static final LinearCombination VELOCITY = new LinearCombination(V);
    static final LinearCombination VELOCITY_ERROR = new LinearCombination(EV);
    static final LinearCombination POSITION_ERROR = new LinearCombination(EQ);

    private Nystrom8() {}
}
