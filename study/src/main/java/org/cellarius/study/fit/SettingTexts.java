package org.cellarius.study.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cellarius.catalogue.Choice;
import org.cellarius.catalogue.InputError;

/** Settings as numbers, words and lists; what is none is told at its place. */
record SettingTexts(Map<LineSetting, String> texts, Function<String, String> placeOf) {

    boolean has(LineSetting setting) {
        return texts.containsKey(setting);
    }

    String place(LineSetting setting) {
        return placeOf.apply(setting.word());
    }

    String text(LineSetting setting, String usual) {
        return texts.getOrDefault(setting, usual);
    }

    /** The value that a word names, or the usual one. */
    <T> T choice(LineSetting setting, String kind, T usual, List<T> all, Function<T, String> name) {
        return has(setting) ? Choice.of(kind, text(setting, ""), all, name, place(setting)) : usual;
    }

    Optional<Double> number(LineSetting setting) {
        return Optional.ofNullable(texts.get(setting)).map(t -> number(setting, t));
    }

    int integer(LineSetting setting, int usual) {
        return (int) whole(setting, usual, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    long whole(LineSetting setting, long usual) {
        return whole(setting, usual, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private long whole(LineSetting setting, long usual, long least, long most) {
        String text = texts.getOrDefault(setting, Long.toString(usual)).strip();
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
            throw new NumberFormatException(text);
        } catch (NumberFormatException e) {
            throw new InputError("'" + text + "' is no whole number that can be counted", place(setting), "Write one")
                    .withCause(e);
        }
    }

    /** Numbers between commas; none without the setting. */
    List<Double> numbers(LineSetting setting) {
        var numbers = new ArrayList<Double>();
        String text = text(setting, "").replace("[", "").replace("]", "");
        if (!text.isBlank()) {
            for (String part : text.split(",", -1)) {
                numbers.add(number(setting, part));
            }
        }
        return numbers;
    }

    private double number(LineSetting setting, String text) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new InputError("'" + text + "' is no number", place(setting), "Write one").withCause(e);
        }
        throw new InputError("'" + text + "' is no finite number", place(setting), "Write one");
    }
}
