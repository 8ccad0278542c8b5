package org.cellarius.catalogue.unit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;

/**
 * A number and its unit as a user writes them, with or without a blank between: {@code 10Gyr}, {@code 8.2 kpc}.
 *
 * @param text as written
 */
public record QuantityText(String text) {

    private static final Pattern PARTS =
            Pattern.compile("([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?)\\s*(\\S.*)");

    /**
     * The number in a unit, or an {@link InputError}.
     *
     * @param what what is wanted, with its article, for the message
     * @param place where the text stands
     * @param remedy what to write
     */
    public double in(String unit, String what, String place, String remedy) {
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            throw new InputError("'" + text + "' is not " + what, place, remedy);
        }
        try {
            return Double.parseDouble(parts.group(1))
                    * Unit.parse(parts.group(2).strip()).factorTo(Unit.parse(unit));
        } catch (InputError e) {
            throw new InputError("'" + text + "' is not " + what + ": " + e.what(), place, remedy).withCause(e);
        }
    }
}
