package org.cellarius.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.unit.QuantityText;
import org.cellarius.galaxy.distance.DistanceMethod;
import org.cellarius.galaxy.distance.ExponentialDensityPrior;
import org.cellarius.galaxy.distance.Fundamentalisation;
import org.cellarius.galaxy.distance.ModulusErrors;
import org.cellarius.galaxy.distance.ParallaxZeroPoint;
import org.cellarius.galaxy.distance.PeriodLuminosityRelation;
import org.cellarius.galaxy.distance.Pulsation;

/**
 * How distances are found, as users write it: in the section {@code distance} of a study and in the options of a command.
 *
 * @param from where distances come from
 * @param settings the other words, by their keys: {@code zero-point prior length relation pulsation scatter errors extinction}
 * @param percentiles further percentiles of the posterior, per cent
 * @param place where a key stands, for messages
 */
public record DistanceWords(
        From from, Map<String, String> settings, List<Integer> percentiles, UnaryOperator<String> place) {

    /** Where distances come from. */
    public enum From {
        /** The catalogue's own column. */
        CATALOGUE,
        /** Parallax and prior. */
        PARALLAX,
        /** 1/parallax. */
        INVERSE_PARALLAX,
        /** Distance modulus. */
        MODULUS,
        /** Cepheids' periods. */
        PERIOD_LUMINOSITY;

        /** The settings that belong to it. */
        List<String> keys() {
            return switch (this) {
                case CATALOGUE -> List.of();
                case PARALLAX -> List.of("zero-point", "prior", "length", "percentiles");
                case INVERSE_PARALLAX -> List.of("zero-point");
                case MODULUS -> List.of("errors", "extinction");
                case PERIOD_LUMINOSITY -> List.of("relation", "pulsation", "scatter");
            };
        }
    }

    /** Columns of an extinction that a modulus can still contain. */
    private static final List<String> EXTINCTIONS = List.of("a_v", "a_g");

    private static final String PRIOR = "edsd";

    public DistanceWords {
        settings = Map.copyOf(settings);
        percentiles = List.copyOf(percentiles);
    }

    /** The method, or nothing for the catalogue's own distances; every mistake is an {@link InputError}. */
    public Optional<DistanceMethod> method(Predicate<String> hasColumn) {
        refuseUnused();
        Optional<DistanceMethod> method = switch (from) {
            case CATALOGUE -> Optional.empty();
            case PARALLAX -> Optional.of(new DistanceMethod.Parallax(zeroPoint(), prior(), percentiles));
            case INVERSE_PARALLAX -> Optional.of(new DistanceMethod.InverseParallax(zeroPoint()));
            case MODULUS -> Optional.of(new DistanceMethod.Modulus(modulusErrors(hasColumn), extinction()));
            case PERIOD_LUMINOSITY -> Optional.of(periodLuminosity());
        };
        // Kernels check percentiles and scatter when they are made.
        method.ifPresent(m -> checked(from == From.PARALLAX ? "percentiles" : "scatter", m::kernel));
        return method;
    }

    /** A method in words, with everything that was left to a default. */
    static Map<String, Object> of(Optional<DistanceMethod> method) {
        var words = new LinkedHashMap<String, Object>();
        if (method.isEmpty()) {
            words.put("from", Choice.word(From.CATALOGUE));
            return words;
        }
        switch (method.get()) {
            case DistanceMethod.Parallax p -> {
                words.put("from", Choice.word(From.PARALLAX));
                words.put("zero-point", p.zeroPoint().settings());
                words.put("prior", PRIOR);
                words.put("length", p.prior().lengthKpc() + " kpc");
                if (!p.percentiles().isEmpty()) {
                    words.put("percentiles", p.percentiles());
                }
            }
            case DistanceMethod.InverseParallax p -> {
                words.put("from", Choice.word(From.INVERSE_PARALLAX));
                words.put("zero-point", p.zeroPoint().settings());
            }
            case DistanceMethod.Modulus m -> {
                words.put("from", Choice.word(From.MODULUS));
                words.put("errors", Choice.word(m.errors()));
                m.extinction().ifPresent(e -> words.put("extinction", e));
            }
            case DistanceMethod.PeriodLuminosity l -> {
                words.put("from", Choice.word(From.PERIOD_LUMINOSITY));
                words.put("relation", l.relation().name());
                words.put("pulsation", Choice.word(l.pulsation()));
                words.put("scatter", l.scatterMag() + " mag");
            }
        }
        return words;
    }

    private void refuseUnused() {
        var given = new ArrayList<>(settings.keySet());
        if (!percentiles.isEmpty()) {
            given.add("percentiles");
        }
        given.stream()
                .filter(key -> !from.keys().contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw new InputError(
                            "'" + key + "' is no setting of distances from '" + Choice.word(from) + "'",
                            place.apply(key),
                            from.keys().isEmpty()
                                    ? "Leave it out"
                                    : "Leave it out; there are: " + String.join(", ", from.keys()));
                });
    }

    private String required(String key, String remedy) {
        return Optional.ofNullable(settings.get(key))
                .orElseThrow(() -> new InputError(
                        "distances from '" + Choice.word(from) + "' need '" + key + "'", place.apply("from"), remedy));
    }

    private ParallaxZeroPoint zeroPoint() {
        String remedy = "Say lindegren2021, none, or a number with its unit such as -0.017mas";
        String word = required("zero-point", remedy);
        return switch (word) {
            case "none" -> new ParallaxZeroPoint.None();
            case "lindegren2021" -> new ParallaxZeroPoint.Lindegren2021();
            default ->
                checked(
                        "zero-point",
                        () -> new ParallaxZeroPoint.Constant(new QuantityText(word)
                                .in("mas", "a parallax zero point", place.apply("zero-point"), remedy)));
        };
    }

    private ExponentialDensityPrior prior() {
        Choice.of("prior", required("prior", "Say edsd"), List.of(PRIOR), p -> p, place.apply("prior"));
        String remedy = "Give its length scale with a unit, such as 1.35kpc";
        String length = required("length", remedy);
        return checked(
                "length",
                () -> new ExponentialDensityPrior(
                        new QuantityText(length).in("kpc", "a length scale", place.apply("length"), remedy)));
    }

    private ModulusErrors modulusErrors(Predicate<String> hasColumn) {
        if (settings.containsKey("errors")) {
            return Choice.of(
                    "kind of errors",
                    settings.getOrDefault("errors", ""),
                    Arrays.asList(ModulusErrors.values()),
                    Choice::word,
                    place.apply("errors"));
        }
        boolean symmetric = ModulusErrors.SYMMETRIC.columns().stream().allMatch(hasColumn);
        boolean bounds = ModulusErrors.BOUNDS.columns().stream().allMatch(hasColumn);
        if (symmetric && bounds) {
            throw new InputError(
                    "there are both distance_modulus_error and distance_modulus_lo, distance_modulus_hi",
                    place.apply("from"),
                    "Say which are used: errors symmetric or bounds");
        }
        return symmetric ? ModulusErrors.SYMMETRIC : bounds ? ModulusErrors.BOUNDS : ModulusErrors.NONE;
    }

    private Optional<String> extinction() {
        return Optional.ofNullable(settings.get("extinction"))
                .map(e -> Choice.of("column of an extinction", e, EXTINCTIONS, x -> x, place.apply("extinction")));
    }

    private DistanceMethod periodLuminosity() {
        List<String> names = PeriodLuminosityRelation.named().stream()
                .map(PeriodLuminosityRelation::name)
                .toList();
        PeriodLuminosityRelation relation = Choice.of(
                "period-luminosity relation",
                required("relation", "Say one of " + String.join(", ", names)),
                PeriodLuminosityRelation.named(),
                PeriodLuminosityRelation::name,
                place.apply("relation"));
        Pulsation pulsation = Choice.of(
                "mode of pulsation",
                required("pulsation", "Say fundamental, first-overtone or by-column"),
                Arrays.asList(Pulsation.values()),
                Choice::word,
                place.apply("pulsation"));
        if (relation.errors().isEmpty() && !settings.containsKey("scatter")) {
            throw new InputError(
                    "the errors of the coefficients of '" + relation.name() + "' are not known here",
                    place.apply("relation"),
                    "Say how far stars scatter about it, such as scatter 0.1mag");
        }
        double scatterMag = Optional.ofNullable(settings.get("scatter"))
                .map(s -> new QuantityText(s)
                        .in("mag", "a scatter", place.apply("scatter"), "Give it with its unit, such as 0.1mag"))
                .orElse(0.0);
        return new DistanceMethod.PeriodLuminosity(relation, pulsation, Fundamentalisation.FEAST1997, scatterMag);
    }

    private <T> T checked(String key, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), place.apply(key), "Change it").withCause(e);
        }
    }
}
