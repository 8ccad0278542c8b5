package org.cellarius.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.catalogue.yaml.Place;
import org.cellarius.galaxy.age.DistancePrior;
import org.cellarius.galaxy.age.StarDistance;
import org.cellarius.galaxy.age.StarMeasurement;

/**
 * What of the stars is compared with isochrones, as expressions over their columns.
 *
 * @param correlations of the observables' errors
 * @param extinction in the unit that the observables' coefficients are for
 */
public record StarColumns(
        List<Observable> observables,
        List<Correlation> correlations,
        Optional<Measured> extinction,
        Distance distance) {
    public StarColumns {
        observables = List.copyOf(observables);
        correlations = List.copyOf(correlations);
    }

    /** A number and its standard error. */
    public record Measured(String value, String error, Place place) {}

    /**
     * A quantity of the isochrones, and where stars have it.
     *
     * @param name as the isochrones call it, or {@code fe_h}, {@code alpha_fe}
     * @param apparent whether it is an apparent magnitude
     * @param dimming magnitudes for one unit of extinction; 0 if none
     */
    public record Observable(String name, Measured measured, boolean apparent, double dimming) {}

    /** A correlation of the errors of two observables, by their numbers. */
    public record Correlation(int first, int second, String coefficient, Place place) {}

    /** What is known of distances. */
    public sealed interface Distance {

        /** Magnitudes are absolute. */
        record Absolute() implements Distance {}

        /** The distance modulus, magnitudes. */
        record Modulus(Measured measured) implements Distance {}

        /** The parallax, mas. */
        record Parallax(Measured measured, DistancePrior prior) implements Distance {}
    }

    /** How the columns become what is measured of a star. */
    public StarMeasurement measurement() {
        List<Integer> apparent = IntStream.range(0, observables.size())
                .filter(k -> observables.get(k).apparent())
                .boxed()
                .toList();
        return new StarMeasurement(
                observables.size(),
                correlations.stream()
                        .map(c -> new StarMeasurement.Correlation(c.first(), c.second()))
                        .toList(),
                extinction.map(e -> new StarMeasurement.Extinction(
                        observables.stream().map(Observable::dimming).toList())),
                switch (distance) {
                    case Distance.Absolute absolute -> new StarDistance.Absolute();
                    case Distance.Modulus modulus -> new StarDistance.Modulus(apparent);
                    case Distance.Parallax parallax -> new StarDistance.Parallax(apparent, parallax.prior());
                });
    }

    /**
     * An expression of a star.
     *
     * @param name what it stands for
     */
    public record Input(String name, String expression, Place place) {}

    /** Expressions in the order in which {@link StarMeasurement} reads them. */
    public List<Input> inputs() {
        var inputs = new ArrayList<Input>();
        observables.forEach(o -> inputs.addAll(pair(o.name(), o.measured())));
        correlations.forEach(c -> inputs.add(new Input(
                "correlation of " + observables.get(c.first()).name() + " and "
                        + observables.get(c.second()).name(),
                c.coefficient(),
                c.place())));
        extinction.ifPresent(e -> inputs.addAll(pair("extinction", e)));
        switch (distance) {
            case Distance.Absolute absolute -> {}
            case Distance.Modulus modulus -> inputs.addAll(pair("distance modulus", modulus.measured()));
            case Distance.Parallax parallax -> inputs.addAll(pair("parallax", parallax.measured()));
        }
        return inputs;
    }

    private static List<Input> pair(String name, Measured measured) {
        return List.of(
                new Input(name, measured.value(), measured.place()),
                new Input(name + "_error", measured.error(), measured.place()));
    }

    /** In words. */
    public String words() {
        String names =
                String.join(", ", observables.stream().map(Observable::name).toList());
        return Stream.of(
                        Optional.of(names),
                        correlations.isEmpty()
                                ? Optional.<String>empty()
                                : Optional.of("with " + correlations.size() + " correlations of errors"),
                        extinction.map(e -> "extinction " + e.value()),
                        switch (distance) {
                            case Distance.Absolute absolute -> Optional.<String>empty();
                            case Distance.Modulus modulus ->
                                Optional.of(
                                        "distance modulus " + modulus.measured().value());
                            case Distance.Parallax parallax ->
                                Optional.of("parallax " + parallax.measured().value() + ", "
                                        + parallax.prior().words());
                        })
                .flatMap(Optional::stream)
                .reduce((a, b) -> a + "; " + b)
                .orElse(names);
    }
}
