package org.cellarius.galaxy.age;

import java.util.Arrays;
import java.util.List;

/** What is known of a star's distance, beside its magnitudes. */
public sealed interface StarDistance {

    /** Nothing is needed: magnitudes are absolute. */
    record Absolute() implements StarDistance {}

    /**
     * A distance modulus with a normal error, which apparent magnitudes have in common.
     *
     * @param magnitudes numbers of the observables that are apparent magnitudes
     */
    record Modulus(List<Integer> magnitudes) implements StarDistance {
        public Modulus {
            magnitudes = List.copyOf(magnitudes);
        }
    }

    /**
     * A parallax, whatever its error and sign. Of the magnitudes the first one and the parallax make the astrometry-based luminosity
     * &#982; 10<sup>0.2 m</sup>, whose error is normal as that of the parallax is (Arenou &amp; Luri 1999, 1999ASPC..167...13A); the others count as colours.
     *
     * @param magnitudes numbers of the observables that are apparent magnitudes
     * @param prior how stars are spread in distance
     */
    record Parallax(List<Integer> magnitudes, DistancePrior prior) implements StarDistance {
        public Parallax {
            magnitudes = List.copyOf(magnitudes);
            if (magnitudes.isEmpty()) {
                throw new IllegalArgumentException("a parallax tells of a star's age only with an apparent magnitude");
            }
        }

        int reference() {
            return magnitudes.getFirst();
        }
    }

    /**
     * A grid with the columns that are compared with stars.
     *
     * @param observables of the grid, in their order
     */
    record Compared(IsochroneGrid grid, List<AgeObservable> observables) {
        public Compared {
            observables = List.copyOf(observables);
        }
    }

    /** The columns of a grid that stars are compared with: where a parallax is measured, luminosity and colours in the place of magnitudes. */
    default Compared compared(IsochroneGrid grid, List<AgeObservable> observables) {
        return switch (this) {
            case Absolute a -> new Compared(grid, observables);
            case Modulus m -> new Compared(grid, observables);
            case Parallax p -> luminosities(p, grid, observables);
        };
    }

    /** A luminosity and colours. */
    private static Compared luminosities(Parallax parallax, IsochroneGrid grid, List<AgeObservable> observables) {
        var own = observables.toArray(AgeObservable[]::new);
        IsochroneGrid with = grid;
        int reference = column(observables.get(parallax.reference()));
        for (int number : parallax.magnitudes()) {
            int magnitude = column(observables.get(number));
            String name = observables.get(number).name();
            boolean first = number == parallax.reference();
            String called = first
                    ? "luminosity by " + name
                    : name + " - " + observables.get(parallax.reference()).name();
            with = with.with(
                    called,
                    i -> first
                            ? Arrays.stream(i.columns().get(magnitude))
                                    .map(m -> Math.pow(10, 0.2 * m))
                                    .toArray()
                            : differences(
                                    i.columns().get(magnitude), i.columns().get(reference)));
            own[number] = new AgeObservable.AlongCurve(name, with.columns().size() - 1);
        }
        return new Compared(with, Arrays.asList(own));
    }

    private static double[] differences(double[] a, double[] b) {
        double[] differences = new double[a.length];
        Arrays.setAll(differences, i -> a[i] - b[i]);
        return differences;
    }

    private static int column(AgeObservable observable) {
        return switch (observable) {
            case AgeObservable.AlongCurve along -> along.column();
            case AgeObservable.IronOfBirth born -> throw new IllegalArgumentException(born.name() + " is no magnitude");
            case AgeObservable.AlphaOfBirth born ->
                throw new IllegalArgumentException(born.name() + " is no magnitude");
        };
    }
}
