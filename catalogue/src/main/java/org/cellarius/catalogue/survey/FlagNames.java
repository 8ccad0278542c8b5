package org.cellarius.catalogue.survey;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of the bits, or of the characters, of one flag column.
 *
 * @param flag what the flag is called in {@code flag(aspcap, STAR_BAD)}: {@code aspcap}; its column in the star table is
 *     {@code aspcap_flags}
 * @param reading bits of a number, or digits of a text
 * @param places name to bit or character, counted from 0, in the order of the dictionary
 */
public record FlagNames(String flag, FlagReading reading, Map<String, Integer> places) {
    private static final Pattern FLAG = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public FlagNames {
        if (!FLAG.matcher(flag).matches()) {
            throw new IllegalArgumentException(
                    "the flag '" + flag + "' needs a name of small letters, digits and '_', beginning with a letter");
        }
        if (places.isEmpty()) {
            throw new IllegalArgumentException("the flag '" + flag + "' names nothing");
        }
        var names = new HashSet<String>();
        var taken = new HashMap<Integer, String>();
        places.forEach((name, place) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("'" + name + "' of the flag '" + flag
                        + "' is no name: letters, digits and '_', beginning with a letter");
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("the flag '" + flag + "' has '" + name + "' twice");
            }
            if (place < 0 || place > reading.largest()) {
                throw new IllegalArgumentException("'" + name + "' of the flag '" + flag + "' is "
                        + reading.name().toLowerCase(Locale.ROOT) + " " + place + "; it must lie between 0 and "
                        + reading.largest());
            }
            String other = taken.put(place, name);
            if (other != null) {
                throw new IllegalArgumentException("'" + name + "' and '" + other + "' of the flag '" + flag
                        + "' are the same " + reading.name().toLowerCase(Locale.ROOT));
            }
        });
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }

    /** The flag's column in the star table. */
    public String column() {
        return flag + "_flags";
    }

    /** The names, in the order of the dictionary. */
    public List<String> names() {
        return List.copyOf(places.keySet());
    }

    /** The place of a name; upper and lower case are one, as in SQL. */
    public Optional<Integer> place(String name) {
        return places.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The number that has this bit alone; bit 63 is the sign. */
    public static long mask(int bit) {
        return 1L << bit;
    }

    /**
     * The names of two tables' flags together.
     *
     * @throws IllegalArgumentException if a name is another bit in the other table, or a bit has another name there
     */
    public FlagNames with(FlagNames other) {
        if (reading != other.reading) {
            throw new IllegalArgumentException(
                    "the flag '" + flag + "' is a number of bits in one and a text in another");
        }
        var together = new LinkedHashMap<>(places);
        other.places.forEach((name, theirs) -> {
            place(name).filter(mine -> !mine.equals(theirs)).ifPresent(mine -> {
                throw new IllegalArgumentException("'" + name + "' of the flag '" + flag + "' is " + mine
                        + " in one and " + theirs + " in another");
            });
            if (place(name).isEmpty()) {
                together.put(name, theirs);
            }
        });
        return new FlagNames(flag, reading, together);
    }

    /** One line from which {@link #parse} makes the same names: {@code aspcap BIT TEFF_WARN=0 LOGG_WARN=1}. */
    public String text() {
        return flag + " " + reading.name() + " "
                + places.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(" "));
    }

    /** The names of such a line; empty if it is none. */
    public static Optional<FlagNames> parse(String text) {
        List<String> words = Arrays.asList(text.split(" ", -1));
        if (words.size() < 3) {
            return Optional.empty();
        }
        try {
            Map<String, Integer> places = new LinkedHashMap<>();
            Set<String> seen = new HashSet<>();
            for (String word : words.subList(2, words.size())) {
                int equals = word.indexOf('=');
                if (equals < 1 || !seen.add(word.substring(0, equals))) {
                    return Optional.empty();
                }
                places.put(word.substring(0, equals), Integer.parseInt(word.substring(equals + 1)));
            }
            return Optional.of(new FlagNames(words.get(0), FlagReading.valueOf(words.get(1)), places));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
