package org.cellarius.catalogue.fits;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as Fortran reads them in fields of fixed width (FITS standard 4.0, section 7.2.5). A real number without a decimal point
 * has one before its last {@code d} digits: {@code 12345} under F8.3 is 12.345, and {@code 12345E2} under E10.3 is 1234.5. The
 * exponent may lack its letter, {@code 1.5+03}. Blanks after the sign, which the standard allowed until 2005, have one meaning only.
 */
final class FortranNumber {
    private static final Pattern REAL = Pattern.compile(
            "([+-]?) *(?:([0-9]+)|([0-9]+\\.[0-9]*|\\.[0-9]+))(?:[EeDd] *([+-]?[0-9]{1,9})|([+-][0-9]{1,9}))?");
    private static final Pattern INTEGER = Pattern.compile("([+-]?) *([0-9]+)");
    /** Beyond these every number is 0 or infinite. */
    private static final int MOST_EXPONENT = 100_000;

    private FortranNumber() {}

    /** The value of a field without blanks around it; empty if it is no number. */
    static OptionalDouble real(String field, int impliedDecimals) {
        Matcher parts = REAL.matcher(field);
        if (!parts.matches()) {
            return OptionalDouble.empty();
        }
        boolean pointed = parts.group(2) == null;
        String digits = pointed ? parts.group(3) : parts.group(2);
        String power = parts.group(4) != null ? parts.group(4) : parts.group(5);
        int exponent = power == null ? 0 : Math.clamp(Integer.parseInt(power), -MOST_EXPONENT, MOST_EXPONENT);
        double value = new BigDecimal(digits + (digits.endsWith(".") ? "0" : ""))
                .scaleByPowerOfTen(exponent - (pointed ? 0 : impliedDecimals))
                .doubleValue();
        return OptionalDouble.of(parts.group(1).equals("-") ? -value : value);
    }

    /** Whether a decimal point is implied in a field. */
    static boolean isImplied(String field) {
        Matcher parts = REAL.matcher(field);
        return parts.matches()
                && parts.group(2) != null
                && parts.group(2).chars().anyMatch(c -> c != '0');
    }

    /** An integer of any length; empty if the field holds none. */
    static Optional<BigInteger> integer(String field) {
        Matcher parts = INTEGER.matcher(field);
        if (!parts.matches()) {
            return Optional.empty();
        }
        BigInteger value = new BigInteger(parts.group(2));
        return Optional.of(parts.group(1).equals("-") ? value.negate() : value);
    }
}
