package org.cellarius.app;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.QuantityText;
import org.cellarius.galaxy.age.DistancePrior;
import org.cellarius.galaxy.age.StarDistance;
import org.cellarius.galaxy.age.StarMeasurement;
import org.cellarius.study.age.AgeMethod;
import org.cellarius.study.age.DistancePriorWord;
import picocli.CommandLine.Option;

/** Apparent magnitudes of stars whose ages are wanted: how far and behind how much dust. */
final class ApparentOptions {

    private static final String APPARENT = "--apparent";
    private static final String PARALLAX = "--parallax";
    private static final String MODULUS = "--distance-modulus";
    private static final String EXTINCTION = "--extinction";
    private static final String DIMMED = "--dimmed";
    private static final String PRIOR = "--distance-prior";
    private static final String LENGTH = "--distance-length";

    @Option(
            names = APPARENT,
            paramLabel = "NAME",
            split = ",",
            description =
                    "Observables that are apparent magnitudes; --parallax or --distance-modulus tells the distance. With posterior.")
    private List<String> apparent = List.of();

    @Option(
            names = PARALLAX,
            paramLabel = "COLUMN",
            description = "Parallax (mas) as measured, with its error in e_COLUMN or COLUMN_error; it may be negative.")
    private Optional<String> parallax = Optional.empty();

    @Option(
            names = PRIOR,
            paramLabel = "WORD",
            description =
                    "With --parallax: flat-in-modulus (default), uniform-density or exponential-density, how stars are spread in distance.")
    private Optional<String> prior = Optional.empty();

    @Option(
            names = LENGTH,
            paramLabel = "LENGTH",
            description = "Of exponential-density: the length in which it falls to 1/e, for example 1.35kpc.")
    private Optional<String> length = Optional.empty();

    @Option(names = MODULUS, paramLabel = "COLUMN", description = "Distance modulus (mag), with its error.")
    private Optional<String> modulus = Optional.empty();

    @Option(
            names = EXTINCTION,
            paramLabel = "COLUMN",
            description = "Extinction, with its error; --dimmed tells what it takes from each magnitude.")
    private Optional<String> extinction = Optional.empty();

    @Option(
            names = DIMMED,
            paramLabel = "NAME=MAG",
            split = ",",
            description = "Magnitudes that one unit of --extinction takes from an observable, for example Gmag=0.84.")
    private Map<String, Double> dimmed = new LinkedHashMap<>();

    /** Columns that all magnitudes have in common, in their order; each has an error. */
    List<String> columns() {
        return Stream.of(extinction, modulus, parallax)
                .flatMap(Optional::stream)
                .toList();
    }

    StarMeasurement measurement(List<String> observables, AgeMethod method) {
        StarDistance distance = distance(observables);
        Optional<StarMeasurement.Extinction> dust = extinction(observables);
        var measurement = new StarMeasurement(observables.size(), List.of(), dust, distance);
        if (method == AgeMethod.VICKERS2021 && !measurement.isPlain()) {
            throw new InputError(
                    "vickers2021 takes magnitudes that are absolute and without extinction",
                    parallax.isPresent() ? PARALLAX : modulus.isPresent() ? MODULUS : EXTINCTION,
                    "Take --method posterior");
        }
        return measurement;
    }

    private Optional<StarMeasurement.Extinction> extinction(List<String> observables) {
        dimmed.keySet().forEach(name -> number(name, observables, DIMMED));
        if (extinction.isPresent() == dimmed.isEmpty()) {
            throw new InputError(
                    extinction.isPresent()
                            ? "no observable is dimmed by this extinction"
                            : "observables are dimmed, and it is not told by how much",
                    extinction.isPresent() ? EXTINCTION : DIMMED,
                    extinction.isPresent() ? "Add --dimmed NAME=MAG" : "Add --extinction COLUMN");
        }
        return extinction.map(column -> new StarMeasurement.Extinction(
                observables.stream().map(name -> dimmed.getOrDefault(name, 0.0)).toList()));
    }

    private StarDistance distance(List<String> observables) {
        List<Integer> magnitudes = apparent.stream()
                .map(name -> number(name, observables, APPARENT))
                .toList();
        if (parallax.isPresent() && modulus.isPresent()) {
            throw new InputError("there is a parallax and a distance modulus", MODULUS, "Keep one of them");
        }
        boolean known = parallax.isPresent() || modulus.isPresent();
        if (known == magnitudes.isEmpty()) {
            throw new InputError(
                    known ? "a distance tells of ages by apparent magnitudes" : "apparent magnitudes need a distance",
                    known ? APPARENT : PARALLAX,
                    known ? "Name the observables that are some" : "Give --parallax or --distance-modulus");
        }
        if (parallax.isEmpty() && (prior.isPresent() || length.isPresent())) {
            throw new InputError(
                    "a prior of distances goes with a parallax", prior.isPresent() ? PRIOR : LENGTH, "Leave it out");
        }
        if (parallax.isPresent()) {
            return new StarDistance.Parallax(magnitudes, prior());
        }
        return modulus.isPresent() ? new StarDistance.Modulus(magnitudes) : new StarDistance.Absolute();
    }

    private DistancePrior prior() {
        DistancePriorWord word = prior.isEmpty()
                ? DistancePriorWord.FLAT
                : Choice.of(
                        "prior",
                        prior.get(),
                        Arrays.asList(DistancePriorWord.values()),
                        DistancePriorWord::word,
                        PRIOR);
        OptionalDouble kpc = length.isPresent()
                ? OptionalDouble.of(new QuantityText(length.get())
                        .in("kpc", "a length with its unit", LENGTH, "Write for example 1.35kpc"))
                : OptionalDouble.empty();
        return word.of(kpc, LENGTH);
    }

    private static int number(String name, List<String> observables, String option) {
        return IntStream.range(0, observables.size())
                .filter(k -> observables.get(k).equals(name))
                .findFirst()
                .orElseThrow(() -> new InputError(
                        "'" + name + "' is none of the observables",
                        option,
                        "There are " + String.join(", ", observables)));
    }
}
