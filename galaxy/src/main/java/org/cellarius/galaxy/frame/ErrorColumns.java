package org.cellarius.galaxy.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * Which columns tell the errors of a star's measurement, and how they are understood.
 *
 * <p>Always {@code pmra_error pmdec_error} (mas/yr) and {@code radial_velocity_error} (km/s); the distance's as its model
 * says; {@code ra_error dec_error} (mas; the first contains cos(dec), as Gaia's) where asked for; Gaia's {@code _corr}
 * columns of the quantities in use.
 *
 * @param distance how the distance scatters
 * @param sky whether the errors of the place on the sky, usually negligible, are used
 * @param correlations which correlations are used
 */
public record ErrorColumns(DistanceErrorModel distance, Sky sky, Correlations correlations) {

    /** The place on the sky. */
    public enum Sky {
        /** Taken as exact. */
        EXACT,
        /** With {@code ra_error} and {@code dec_error}; moved on the tangent plane. */
        WITH_ERRORS
    }

    /** Correlations between the errors of one star. */
    public enum Correlations {
        /** None: all independent (Hawkins 2023, MNRAS, Sec. 3). */
        NONE,
        /** Gaia's between position and proper motion; the distance, not being a parallax, is independent of them. */
        GAIA,
        /** Also those of the parallax, sign reversed, for distances that come from that parallax: d = 1/parallax. */
        GAIA_DISTANCE_FROM_PARALLAX
    }

    /** A correlation column and the two parameters that it joins; the parallax stands for the distance. */
    private record Term(String column, int one, int other) {
        double sign() {
            return one == 2 || other == 2 ? -1 : 1;
        }
    }

    /** Order of the correlated parameters: ra, dec, distance, pmra, pmdec. */
    static final int CORRELATED = 5;

    private static final List<Term> TERMS = List.of(
            new Term("ra_dec_corr", 0, 1),
            new Term("ra_parallax_corr", 0, 2),
            new Term("ra_pmra_corr", 0, 3),
            new Term("ra_pmdec_corr", 0, 4),
            new Term("dec_parallax_corr", 1, 2),
            new Term("dec_pmra_corr", 1, 3),
            new Term("dec_pmdec_corr", 1, 4),
            new Term("parallax_pmra_corr", 2, 3),
            new Term("parallax_pmdec_corr", 2, 4),
            new Term("pmra_pmdec_corr", 3, 4));

    public ErrorColumns {
        if (distance == DistanceErrorModel.FECHNER && correlations == Correlations.GAIA_DISTANCE_FROM_PARALLAX) {
            throw new IllegalArgumentException(
                    "a Fechner distribution of the distance cannot be correlated with the proper"
                            + " motion here: take the normal or the two-piece one, or leave the parallax's correlations out");
        }
    }

    /** Names of the columns, in the order in which {@link #read} expects them. */
    List<String> names() {
        var names = new ArrayList<>(distance.columns());
        names.addAll(List.of("pmra_error", "pmdec_error", "radial_velocity_error"));
        if (sky == Sky.WITH_ERRORS) {
            names.addAll(List.of("ra_error", "dec_error"));
        }
        TERMS.stream().filter(this::uses).forEach(t -> names.add(t.column()));
        return List.copyOf(names);
    }

    /** The errors of a star at a distance (kpc); the first column is {@code in[from]}. */
    StarErrors read(double distanceKpc, double[][] in, int from, int row) {
        double[] widthsKpc = distance.widthsKpc(distanceKpc, in, from, row);
        int k = from + distance.columns().size();
        double pmra = notNegative(in[k++][row]);
        double pmdec = notNegative(in[k++][row]);
        double radialKms = notNegative(in[k++][row]);
        boolean moves = sky == Sky.WITH_ERRORS;
        double raMas = moves ? notNegative(in[k++][row]) : 0;
        double decMas = moves ? notNegative(in[k++][row]) : 0;
        double[] matrix = unit();
        for (Term t : TERMS) {
            if (!uses(t)) {
                continue;
            }
            double c = t.sign() * in[k++][row];
            matrix[t.one() * CORRELATED + t.other()] = c;
            matrix[t.other() * CORRELATED + t.one()] = c;
        }
        return new StarErrors(
                widthsKpc[0],
                widthsKpc[1],
                distance.varianceKpc2(widthsKpc[0], widthsKpc[1]),
                raMas,
                decMas,
                pmra,
                pmdec,
                radialKms,
                matrix);
    }

    private boolean uses(Term t) {
        boolean onSky = t.one() < 2;
        boolean parallax = t.one() == 2 || t.other() == 2;
        return switch (correlations) {
            case NONE -> false;
            case GAIA -> !parallax && (!onSky || sky == Sky.WITH_ERRORS);
            case GAIA_DISTANCE_FROM_PARALLAX -> !onSky || sky == Sky.WITH_ERRORS;
        };
    }

    private static double[] unit() {
        double[] matrix = new double[CORRELATED * CORRELATED];
        for (int k = 0; k < CORRELATED; k++) {
            matrix[k * CORRELATED + k] = 1;
        }
        return matrix;
    }

    private static double notNegative(double error) {
        return error >= 0 ? error : Double.NaN;
    }
}
