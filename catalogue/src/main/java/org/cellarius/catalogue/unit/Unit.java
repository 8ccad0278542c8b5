package org.cellarius.catalogue.unit;

import java.util.Optional;
import org.cellarius.catalogue.InputError;

/**
 * A unit of measurement, read from one of the spellings that catalogues use.
 *
 * <p>A logarithmic unit such as {@code log(yr)} is the decimal logarithm of a quantity in the unit inside. It converts to
 * itself alone, because going to {@code log(Gyr)} is a shift and not a factor; the one liberty is that a surface gravity
 * written in plain {@code dex} is taken as {@code log(cm/s2)}.
 */
public final class Unit {
    private static final String GRAVITY = "log(cm/s2)";

    private final String canonicalText;
    private final double size;
    private final Dimension dimension;
    private final boolean logarithmic;

    Unit(String canonicalText, double size, Dimension dimension, boolean logarithmic) {
        this.canonicalText = canonicalText;
        this.size = size;
        this.dimension = dimension;
        this.logarithmic = logarithmic;
    }

    /**
     * Reads a unit; the empty text, {@code 1}, {@code -} and {@code ---} are the unit of a pure number.
     *
     * @throws InputError if the text is no known unit, with the nearest one
     */
    public static Unit parse(String text) {
        return UnitParser.parse(text);
    }

    /** Reads a unit if the text is one. */
    public static Optional<Unit> tryParse(String text) {
        try {
            return Optional.of(UnitParser.parse(text));
        } catch (InputError unknown) {
            return Optional.empty();
        }
    }

    /**
     * The number that a value in this unit is multiplied by to be in the other.
     *
     * @throws InputError if the two do not measure the same
     */
    public double factorTo(Unit other) {
        if (equals(other)) {
            return 1;
        }
        if (canonicalText.equals("dex") && other.canonicalText.equals(GRAVITY)) {
            return 1;
        }
        if (logarithmic || other.logarithmic) {
            throw new InputError(
                    "unit " + quoted() + " cannot be multiplied into " + other.quoted(),
                    "",
                    "A logarithm changes its unit by a shift: compute the column wanted with an expression, for example"
                            + " 10^(log_age - 9) for an age in Gyr");
        }
        if (!dimension.equals(other.dimension)) {
            throw new InputError(
                    "unit " + quoted() + " and unit " + other.quoted() + " do not measure the same quantity",
                    "",
                    "State the column's true unit with `unit:`, or map another column");
        }
        return size / other.size;
    }

    /** Whether values in the two units measure the same quantity, so that {@link #factorTo} answers. */
    public boolean convertsTo(Unit other) {
        return equals(other)
                || (canonicalText.equals("dex") && other.canonicalText.equals(GRAVITY))
                || (!logarithmic && !other.logarithmic && dimension.equals(other.dimension));
    }

    /** One spelling for all: {@code km/s}, {@code mas/yr}, {@code kpc km/s}, {@code log(cm/s2)}; empty for a pure number. */
    public String canonicalText() {
        return canonicalText;
    }

    double size() {
        return size;
    }

    Dimension dimension() {
        return dimension;
    }

    boolean logarithmic() {
        return logarithmic;
    }

    private String quoted() {
        return canonicalText.isEmpty() ? "'' (a pure number)" : "'" + canonicalText + "'";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit unit && canonicalText.equals(unit.canonicalText);
    }

    @Override
    public int hashCode() {
        return canonicalText.hashCode();
    }

    @Override
    public String toString() {
        return canonicalText;
    }
}
