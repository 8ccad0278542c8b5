package org.cellarius.measure.migration;

import java.util.ArrayList;
import java.util.List;
import org.cellarius.measure.product.Numbers;

/**
 * What is said of stars of the sample that do not enter the fit.
 *
 * @param lacking how many lack a number
 */
record LeftOut(MigrationStrength product, long lacking) {

    /**
     * Sentences.
     *
     * @param ruledOut how many have an observed age that is not possible
     */
    List<String> notes(int ruledOut) {
        var notes = new ArrayList<String>();
        if (lacking > 0) {
            notes.add(withoutNumbers());
        }
        product.ageErrors().filter(e -> ruledOut > 0).ifPresent(e -> notes.add(withoutAge(e, ruledOut)));
        return notes;
    }

    private String withoutNumbers() {
        boolean one = lacking == 1;
        String what = switch (product.orbits()) {
            case Orbits.Radii r -> "radius";
            case Orbits.Actions a -> "angular momentum above 0, radial action";
        };
        String age = product.ageErrors().isPresent()
                ? (one ? "lacks" : "lack") + " an age or its error above 0, " + what + ", [Fe/H] or its error, and "
                : (one ? "lacks" : "lack") + " age, " + what + ", [Fe/H] or its error, or " + (one ? "is" : "are")
                        + " older than the disc of the model (" + Numbers.brief(product.oldestGyr()) + " Gyr), and ";
        return Numbers.stars(lacking) + " of the sample " + age + (one ? "does not enter." : "do not enter.");
    }

    private static String withoutAge(AgeErrorSettings settings, int ruledOut) {
        boolean one = ruledOut == 1;
        return "%s of the sample %s an age that lies more than five errors above 'oldest' (%s Gyr), and %s not enter."
                .formatted(
                        Numbers.stars(ruledOut),
                        one ? "has" : "have",
                        Numbers.brief(settings.oldestGyr()),
                        one ? "does" : "do");
    }
}
