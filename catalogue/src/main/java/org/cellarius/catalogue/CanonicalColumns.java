package org.cellarius.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.unit.Unit;

/**
 * The star table's own column names and the unit that each has in it. A file's column mapped onto one of these names is
 * converted to that unit as it enters; other columns keep theirs.
 *
 * <p>The names are listed in {@code canonical-columns.txt} beside this class. A measured quantity {@code q} has the
 * variants {@code q_error} (standard deviation), {@code q_lo} and {@code q_hi} (16th and 84th percentile) in the same
 * unit, and Gaia's correlations {@code q_w_corr} are pure numbers.
 */
public final class CanonicalColumns {
    private static final List<String> VARIANTS = List.of("_error", "_lo", "_hi");
    private static final Map<String, Unit> UNITS = load();

    private CanonicalColumns() {}

    /** The unit of a column of the star table; empty if the name is not one of its names. */
    public static Optional<Unit> unitOf(String name) {
        return Optional.ofNullable(UNITS.get(name));
    }

    /** All names, in the order of the resource, each quantity followed by its variants. */
    public static List<String> names() {
        return List.copyOf(UNITS.keySet());
    }

    /** The canonical names nearest to a word, nearest first, at most three: for "did you mean". */
    public static List<String> nearest(String name) {
        List<String> left = new ArrayList<>(UNITS.keySet());
        List<String> near = new ArrayList<>();
        while (near.size() < 3) {
            Optional<String> next = NearestWord.in(left, name);
            if (next.isEmpty()) {
                break;
            }
            near.add(next.get());
            left.remove(next.get());
        }
        return near;
    }

    private static Map<String, Unit> load() {
        Map<String, Unit> units = new LinkedHashMap<>();
        String resource = "canonical-columns.txt";
        try (InputStream stream = CanonicalColumns.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    add(units, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return Collections.unmodifiableMap(units);
    }

    /** A line is {@code name | unit | measured or plain | description}. */
    private static void add(Map<String, Unit> units, String line) {
        String[] fields = line.split("\\|", -1);
        String name = fields[0].strip();
        Unit unit = Unit.parse(fields[1].strip());
        units.put(name, unit);
        if (fields[2].strip().equals("measured")) {
            for (String variant : VARIANTS) {
                units.put(name + variant, unit);
            }
        }
    }
}
