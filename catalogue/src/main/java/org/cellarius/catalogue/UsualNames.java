package org.cellarius.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cellarius.catalogue.unit.Unit;

/**
 * What the columns of a catalogue are likely to mean, by their names, UCDs, types and units. A guess to be looked at: it goes into drafts of
 * studies, never into a result by itself.
 */
public final class UsualNames {

    private static final Map<String, List<String>> NAMES = load();

    private static final Pattern UNIT = Pattern.compile(" \\[(.*)]$");

    /** Units at the end of names, with their spelling here. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("kpc", "kpc"),
            Map.entry("pc", "pc"),
            Map.entry("gyr", "Gyr"),
            Map.entry("myr", "Myr"),
            Map.entry("deg", "deg"),
            Map.entry("degree", "deg"),
            Map.entry("kms", "km/s"),
            Map.entry("masyr", "mas/yr"),
            Map.entry("mas", "mas"),
            Map.entry("msun", "solMass"),
            Map.entry("days", "d"));

    /** UCDs (IVOA, UCD1+) of what has a name of its own in every catalogue. */
    private static final Map<String, String> UCDS = Map.of(
            "pos.eq.ra", "ra",
            "pos.eq.dec", "dec",
            "pos.parallax", "parallax",
            "pos.pm;pos.eq.ra", "pmra",
            "pos.pm;pos.eq.dec", "pmdec",
            "spect.dopplerveloc", "radial_velocity",
            "phys.abund.fe", "fe_h",
            "time.age", "age");

    private static final List<String> ERRORS = List.of(
            "e_%s",
            "%s_err",
            "%s_error",
            "err_%s",
            "e%s",
            "%s_e",
            "sigma_%s",
            "%s_sigma",
            "sig_%s",
            "%s_unc",
            "%s_uncertainty",
            "error_%s",
            "%s_std",
            "%s_er",
            "d_%s",
            "u_%s",
            "s_%s");

    private UsualNames() {}

    /**
     * A column and what it is likely to be.
     *
     * @param canonical the name in the star table
     * @param column the name in the file
     * @param unitInName the unit that the name tells: at its end, or because values of that name always have it
     */
    public record Recognised(String canonical, String column, Optional<String> unitInName) {}

    /** What is recognised of some columns; each is taken once, in the order of the star table's names, errors after their values. */
    public static List<Recognised> of(List<ColumnDescription> columns) {
        var found = new ArrayList<Recognised>();
        Set<String> taken = new HashSet<>();
        NAMES.forEach((canonical, names) -> value(canonical, names, columns, taken)
                .ifPresent(value -> {
                    found.add(value);
                    taken.add(value.column());
                    error(value, names, columns, taken).ifPresent(error -> {
                        found.add(error);
                        taken.add(error.column());
                    });
                }));
        return found.stream().filter(r -> !misleading(r, found, columns)).toList();
    }

    /**
     * A single letter by itself: l and b go together; R is a radius in the Galaxy only of stars that have a place on the sky, or no mass.
     */
    private static boolean misleading(Recognised r, List<Recognised> found, List<ColumnDescription> columns) {
        Set<String> names = new HashSet<>();
        found.forEach(f -> names.add(f.canonical()));
        boolean told = columns.stream()
                .anyMatch(c -> c.name().equals(r.column()) && !c.unit().isBlank());
        return switch (r.canonical()) {
            // Without a unit a lone L is a luminosity and a lone B a brightness; only in small letters are they
            // coordinates.
            case "l", "b" ->
                !names.containsAll(Set.of("l", "b"))
                        || (!told && (r.column().equals("L") || r.column().equals("B")));
            case "x", "y", "z", "x_error", "y_error", "z_error" ->
                !told && r.column().length() <= 2 && !names.containsAll(Set.of("x", "y", "z"));
            case "r", "r_error" ->
                !told
                        && !names.contains("ra")
                        && !names.contains("l")
                        && (names.contains("mass") || names.contains("logg"));
            default -> false;
        };
    }

    /** The column of texts that has a usual name of a quantity. */
    public static Optional<String> ofTexts(String canonical, List<String> columns) {
        return NAMES.getOrDefault(canonical, List.of()).stream()
                .flatMap(n -> columns.stream().filter(c -> folded(c).equals(folded(n))))
                .findFirst();
    }

    private static Optional<Recognised> value(
            String canonical, List<String> names, List<ColumnDescription> columns, Set<String> taken) {
        List<ColumnDescription> fitting = columns.stream()
                .filter(c -> !taken.contains(c.name()) && fits(c, canonical, columns))
                .toList();
        return names.stream()
                .flatMap(n -> fitting.stream()
                        .filter(c -> folded(c.name()).equals(folded(n)))
                        .map(c -> new Recognised(canonical, c.name(), unitOf(n))))
                .findFirst()
                .or(() -> names.stream()
                        .flatMap(n -> fitting.stream().flatMap(c -> withUnit(canonical, n, c).stream()))
                        .findFirst())
                .or(() -> fitting.stream()
                        .filter(c -> canonical.equals(UCDS.get(ucd(c))))
                        .map(c -> new Recognised(canonical, c.name(), Optional.empty()))
                        .findFirst());
    }

    private static Optional<Recognised> withUnit(String canonical, String name, ColumnDescription column) {
        String folded = folded(column.name());
        String start = folded(name);
        return Optional.ofNullable(folded.startsWith(start) ? UNITS.get(folded.substring(start.length())) : null)
                .filter(u -> convertible(u, canonical))
                .map(u -> new Recognised(canonical, column.name(), Optional.of(u)));
    }

    private static Optional<Recognised> error(
            Recognised value, List<String> names, List<ColumnDescription> columns, Set<String> taken) {
        String canonical = value.canonical() + "_error";
        if (CanonicalColumns.unitOf(canonical).isEmpty()) {
            return Optional.empty();
        }
        return Stream.concat(Stream.of(value.column()), names.stream())
                .flatMap(n -> ERRORS.stream().map(e -> folded(e.formatted(n))))
                .flatMap(n -> columns.stream()
                        .filter(c -> !taken.contains(c.name()) && fits(c, canonical, columns))
                        .filter(c -> folded(c.name()).equals(n)))
                .findFirst()
                .map(c -> new Recognised(canonical, c.name(), value.unitInName()));
    }

    private static boolean fits(ColumnDescription column, String canonical, List<ColumnDescription> columns) {
        if (canonical.equals("source_id")) {
            return column.type() == ColumnType.LONG;
        }
        if (column.name().contains("|")
                || column.name().toLowerCase(Locale.ROOT).startsWith("abs")) {
            return false;
        }
        boolean number = column.type() == ColumnType.DOUBLE || column.type() == ColumnType.LONG;
        if (!number || (column.unit().isBlank() && isMagnitude(column.name(), columns))) {
            return false;
        }
        return column.unit().isBlank()
                || Unit.tryParse(column.unit()).isEmpty()
                || convertible(column.unit(), canonical);
    }

    /** A lone r or z beside g and i is a brightness. */
    private static boolean isMagnitude(String name, List<ColumnDescription> columns) {
        return List.of("r", "z").contains(name.toLowerCase(Locale.ROOT))
                && columns.stream()
                                .map(c -> c.name().toLowerCase(Locale.ROOT))
                                .filter(n -> n.equals("g") || n.equals("i"))
                                .count()
                        == 2;
    }

    private static boolean convertible(String unit, String canonical) {
        return CanonicalColumns.unitOf(canonical)
                .flatMap(c -> Unit.tryParse(unit).map(u -> u.convertsTo(c)))
                .orElse(false);
    }

    private static String ucd(ColumnDescription column) {
        String ucd =
                column.ucd().toLowerCase(Locale.ROOT).replace(";meta.main", "").replace(".trig", "");
        return ucd.startsWith("spect.dopplerveloc") ? "spect.dopplerveloc" : ucd;
    }

    /** The unit that stands behind a usual name. */
    private static Optional<String> unitOf(String name) {
        Matcher m = UNIT.matcher(name);
        return m.find() ? Optional.of(m.group(1)) : Optional.empty();
    }

    private static String folded(String name) {
        return UNIT.matcher(name).replaceFirst("").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static Map<String, List<String>> load() {
        String resource = "usual-names.txt";
        try (InputStream stream = UsualNames.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            Map<String, List<String>> names = new LinkedHashMap<>();
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", 2))
                    .forEach(f -> names.put(
                            f[0].strip(),
                            Arrays.stream(f[1].split(",")).map(String::strip).toList()));
            return Collections.unmodifiableMap(names);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
