package org.cellarius.catalogue.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellarius.catalogue.InputError;

/** What stands between the words of a text file's lines. */
enum Separation {
    /** Blanks and tabs. */
    BLANKS,
    /** Upright bars, perhaps at both ends too, with lines of dashes as rules: what databases and Markdown print. */
    BARS;

    private static final int LINES_LOOKED_AT = 20;

    /**
     * Looks at the first lines of a file.
     *
     * @throws InputError for IPAC's tables, whose header has bars and whose rows have columns at fixed places
     */
    static Separation of(Path path, boolean gzipped) {
        var bars = new ArrayList<Long>();
        boolean ipac = false;
        try (TextLines lines = new TextLines(path, gzipped)) {
            Optional<String> line = lines.next();
            for (; line.isPresent() && bars.size() < LINES_LOOKED_AT; line = lines.next()) {
                String text = line.get();
                if (!text.isBlank() && !isComment(text) && !text.startsWith("\\") && !isRule(text)) {
                    bars.add(text.chars().filter(c -> c == '|').count());
                    ipac |= bars.size() == 1 && text.startsWith("|") && text.endsWith("|");
                }
            }
        }
        boolean alike = bars.stream().distinct().count() == 1 && bars.getFirst() > 0;
        if (!alike && ipac && bars.getLast() == 0) {
            throw new InputError(
                    "this is a table in the format of IPAC, which is not read",
                    path.toString(),
                    "Save it as VOTable or FITS, for example with TOPCAT or astropy");
        }
        return alike ? BARS : BLANKS;
    }

    /** Puts the words of a line into the list, which is emptied first. */
    void split(String line, List<String> words) {
        switch (this) {
            case BLANKS -> WhitespaceWords.split(line, words);
            case BARS -> splitAtBars(line.strip(), words);
        }
    }

    /** Whether a line holds no data. */
    boolean isPassedOver(String line) {
        return line.isBlank() || isComment(line) || (this == BARS && isRule(line));
    }

    /** A line that begins with {@code #}, unless that is the first letter of a missing value. */
    static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.startsWith("#") && !MissingWords.beginsWithNotAvailable(text);
    }

    private static boolean isRule(String line) {
        return line.contains("--")
                && line.chars().allMatch(c -> c == '-' || c == '+' || c == '|' || c == ':' || c == ' ');
    }

    private static void splitAtBars(String line, List<String> words) {
        words.clear();
        int start = line.startsWith("|") ? 1 : 0;
        int end = line.endsWith("|") && line.length() > start ? line.length() - 1 : line.length();
        while (start <= end) {
            int bar = line.indexOf('|', start);
            int stop = bar < 0 || bar > end ? end : bar;
            words.add(line.substring(start, stop).strip());
            start = stop + 1;
        }
    }
}
