package org.cellarius.measure.fit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;

/** Settings as numbers, words and lists; what is none is told at its place. */
record GivenSettings(GivenLine given) {

    Optional<String> text(LineSetting setting) {
        List<String> values = given.values().apply(setting);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    /** The value that a word names, or the usual one. */
    <T> T choice(LineSetting setting, String kind, T usual, List<T> all, Function<T, String> name) {
        return text(setting)
                .map(t -> Choice.of(kind, t, all, name, given.place(setting)))
                .orElse(usual);
    }

    Optional<Double> number(LineSetting setting) {
        return text(setting).map(t -> number(setting, t));
    }

    int integer(LineSetting setting, int usual) {
        return (int) whole(setting, usual, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    long whole(LineSetting setting, long usual) {
        return whole(setting, usual, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private long whole(LineSetting setting, long usual, long least, long most) {
        Optional<String> text = text(setting).map(String::strip);
        if (text.isEmpty()) {
            return usual;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= most) {
                return value;
            }
            throw new NumberFormatException(text.get());
        } catch (NumberFormatException e) {
            throw new InputError(
                            "'" + text.get() + "' is no whole number that can be counted",
                            given.place(setting),
                            "Write one")
                    .withCause(e);
        }
    }

    /** A list of numbers; none without the setting. */
    List<Double> numbers(LineSetting setting) {
        return given.values().apply(setting).stream()
                .map(text -> number(setting, text))
                .toList();
    }

    private double number(LineSetting setting, String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new InputError("'" + text + "' is no number", given.place(setting), "Write one").withCause(e);
        }
        throw new InputError("'" + text + "' is no finite number", given.place(setting), "Write one");
    }
}
