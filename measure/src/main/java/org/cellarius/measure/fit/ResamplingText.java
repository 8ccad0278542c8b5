package org.cellarius.measure.fit;

import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.fit.Resampling;

/** How stars are drawn anew, as it is written: {@code bootstrap:1000}, {@code jackknife}, {@code jackknife:50} (groups). */
final class ResamplingText {

    private ResamplingText() {}

    static Resampling parse(String text, long seed, String place) {
        String plain = text.strip();
        int colon = plain.indexOf(':');
        String word = colon < 0 ? plain : plain.substring(0, colon);
        try {
            if (word.equals("jackknife")) {
                return colon < 0
                        ? new Resampling.JackknifeOfStars()
                        : new Resampling.JackknifeOfGroups(Integer.parseInt(plain.substring(colon + 1)), seed);
            }
            if (word.equals("bootstrap") && colon > 0) {
                return new Resampling.Bootstrap(Integer.parseInt(plain.substring(colon + 1)), seed);
            }
        } catch (NumberFormatException e) {
            throw new InputError("'" + text + "' does not end in a number", place, REMEDY).withCause(e);
        } catch (IllegalArgumentException e) {
            throw new InputError(String.valueOf(e.getMessage()), place, REMEDY).withCause(e);
        }
        throw new InputError("'" + text + "' is no way to draw stars anew", place, REMEDY);
    }

    private static final String REMEDY = "Write bootstrap:1000, jackknife, or jackknife:50 for fifty groups";
}
