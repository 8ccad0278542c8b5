package org.cellarius.measure.fit;

import java.util.Locale;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.posterior.Prior;

/** A prior as it is written: {@code uniform(-2,2)}, {@code root-uniform(1)}, {@code normal(0,0.5)}, {@code half-normal(0.4)}, {@code half-cauchy(5)}. */
public final class PriorText {

    private PriorText() {}

    /**
     * The prior that a text names.
     *
     * @param place where the text was given, for messages
     */
    public static Prior parse(String text, String place) {
        String plain = text.toLowerCase(Locale.ROOT).replace(" ", "");
        int open = plain.indexOf('(');
        try {
            if (open > 0 && plain.endsWith(")")) {
                String[] numbers = plain.substring(open + 1, plain.length() - 1).split(",", -1);
                double first = Double.parseDouble(numbers[0]);
                switch (plain.substring(0, open) + numbers.length) {
                    case "uniform2" -> {
                        return new Prior.Uniform(first, Double.parseDouble(numbers[1]));
                    }
                    case "root-uniform1" -> {
                        return new Prior.RootUniform(first);
                    }
                    case "normal2" -> {
                        return new Prior.Normal(first, Double.parseDouble(numbers[1]));
                    }
                    case "half-normal1" -> {
                        return new Prior.HalfNormal(first);
                    }
                    case "half-cauchy1" -> {
                        return new Prior.HalfCauchy(first);
                    }
                    default -> {}
                }
            }
        } catch (NumberFormatException e) {
            throw new InputError(
                            "'" + text + "' has a part that is no number", place, "Write for example normal(0,0.5)")
                    .withCause(e);
        } catch (IllegalArgumentException e) {
            throw new InputError(e.getMessage() + ": '" + text + "'", place, "Correct it").withCause(e);
        }
        throw new InputError(
                "'" + text + "' is not a prior",
                place,
                "Write uniform(LO,HI), root-uniform(HI), normal(MEAN,SD), half-normal(SD) or half-cauchy(SCALE)");
    }
}
