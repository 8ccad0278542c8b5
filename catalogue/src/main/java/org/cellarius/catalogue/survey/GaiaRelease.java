package org.cellarius.catalogue.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The release of Gaia whose list of sources an identifier is of. Lists are independent: the same number can be another star in another release,
 * or none (documentation of Gaia EDR3, section 9.1). EDR3 and DR3 share theirs: the archive crosses DR2 with both by one table,
 * {@code gaiadr3.dr2_neighbourhood}. DR4 brings a list of its own and a table {@code dr3_neighbourhood} (draft data model of May 2026).
 */
public enum GaiaRelease {
    DR1("gaia-dr1", "Gaia DR1", 1),
    DR2("gaia-dr2", "Gaia DR2", 2),
    EDR3("gaia-edr3", "Gaia EDR3", 3),
    DR3("gaia-dr3", "Gaia DR3", 3),
    DR4("gaia-dr4", "Gaia DR4", 4),
    /** The table has identifiers of Gaia and does not tell of which release. */
    UNTOLD("gaia-untold", "a Gaia release that it does not tell", 0);

    /** As tables name such columns: {@code GAIAEDR3_SOURCE_ID}, {@code dr2_source_id}, {@code gaiadr3_source_id}, {@code GaiaEDR3}. */
    private static final Pattern IN_A_NAME = Pattern.compile("(e?)dr_?([1-4])(?![0-9])");

    private final String word;
    private final String title;
    private final int list;

    GaiaRelease(String word, String title, int list) {
        this.word = word;
        this.title = title;
        this.list = list;
    }

    /** As studies and dictionaries write it: {@code gaia-dr3}. */
    public String word() {
        return word;
    }

    /** As people write it: Gaia DR3. */
    public String title() {
        return title;
    }

    /** Whether a number stands for the same source in both. */
    public boolean sharesIdentifiersWith(GaiaRelease other) {
        return list == other.list && this != UNTOLD;
    }

    /** The release that the name of a column of Gaia identifiers tells. */
    public static Optional<GaiaRelease> toldBy(String column) {
        String folded = column.toLowerCase(Locale.ROOT);
        if (!folded.contains("gaia") && !folded.contains("source")) {
            return Optional.empty();
        }
        Matcher release = IN_A_NAME.matcher(folded);
        if (!release.find()) {
            return Optional.empty();
        }
        String named = "gaia-" + release.group(1) + "dr" + release.group(2);
        return all().stream().filter(r -> r.word.equals(named)).findFirst();
    }

    public static List<GaiaRelease> all() {
        return Arrays.asList(values());
    }
}
