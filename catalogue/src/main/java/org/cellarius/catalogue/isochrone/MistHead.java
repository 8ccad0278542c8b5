package org.cellarius.catalogue.isochrone;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellarius.catalogue.InputError;

/**
 * The head of a MIST file.
 *
 * @param version as the file writes it, "1.2" or "2.5"
 * @param rotation initial rotation, in critical velocities, as the file writes it
 * @param heliumBirth helium mass fraction at birth
 * @param metalsBirth metal mass fraction at birth
 * @param feHBirth [Fe/H] at birth, dex
 * @param alphaFe [&alpha;/Fe] at birth, dex
 * @param photometry the photometric system, where there are magnitudes
 * @param isochrones how many follow, where the file says it
 */
record MistHead(
        String version,
        String rotation,
        double heliumBirth,
        double metalsBirth,
        double feHBirth,
        double alphaFe,
        Optional<String> photometry,
        OptionalInt isochrones) {

    private static final Pattern VERSION = Pattern.compile("MIST version number\\s*=\\s*(\\S+)");
    private static final Pattern SYSTEM = Pattern.compile("photometric system\\s*=\\s*(.*)");
    private static final Pattern COUNT = Pattern.compile("number of isochrones\\s*=\\s*([0-9]+)");
    private static final Pattern DUST = Pattern.compile("Av extinction\\s*=\\s*([-+0-9.eE]+)");

    /**
     * Reads the head.
     *
     * @param lines lines of the file up to the first isochrone
     */
    static MistHead of(IsochroneLines file, List<String> lines) {
        String version = "";
        Optional<String> photometry = Optional.empty();
        OptionalInt count = OptionalInt.empty();
        List<String> values = List.of();
        int place = 0;
        for (int i = 0; i < lines.size(); i++) {
            String comment = IsochroneLines.comment(lines.get(i));
            version = group(VERSION, comment).orElse(version);
            photometry = group(SYSTEM, comment).map(String::strip).or(optional(photometry));
            Optional<String> number = group(COUNT, comment);
            count = number.isPresent() ? OptionalInt.of(Integer.parseInt(number.get())) : count;
            Optional<String> dust = group(DUST, comment);
            if (dust.isPresent() && file.number(dust.get(), i + 1) != 0) {
                throw ParsecHead.dusty(dust.get(), file.at(i + 1));
            }
            if (comment.startsWith("Yinit") && i + 1 < lines.size()) {
                values = IsochroneLines.words(IsochroneLines.comment(lines.get(i + 1)));
                place = i + 2;
            }
        }
        if (values.size() < 5) {
            throw new InputError(
                    "the head has no line of Yinit Zinit [Fe/H] [a/Fe] v/vcrit",
                    file.path().toString(),
                    "Fetch the file again, with its head");
        }
        return new MistHead(
                version,
                values.get(4),
                file.number(values.get(0), place),
                file.number(values.get(1), place),
                file.number(values.get(2), place),
                file.number(values.get(3), place),
                photometry,
                count);
    }

    private static <T> java.util.function.Supplier<Optional<T>> optional(Optional<T> other) {
        return () -> other;
    }

    private static Optional<String> group(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    String family() {
        return "MIST v" + version + ", v/vcrit " + rotation;
    }

    /** log of the mass ratio of metals to hydrogen at birth. */
    double logMetalsBirth() {
        return Math.log10(metalsBirth / (1 - heliumBirth - metalsBirth));
    }
}
