package org.cellarius.study.draft;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellarius.catalogue.CanonicalColumns;
import org.cellarius.galaxy.frame.Sun;
import org.cellarius.study.draft.ColumnRanges.Range;

/**
 * What a draft measures: Sun and phase space where the columns allow them, cuts, a gradient, a map, a distribution.
 *
 * @param tables the catalogues
 * @param positions whether places in the Galaxy can be computed
 * @param velocities whether velocities can be
 * @param radius whether there is a Galactocentric radius
 * @param value what is charted: [Fe/H], or what comes nearest; empty where there is nothing
 */
record DraftSections(
        List<DraftTable> tables, boolean positions, boolean velocities, boolean radius, Optional<String> value) {

    private static final String USUAL_SUN = Sun.GRAVITY_2021.name();

    /** Quantities to chart, the first that there is. */
    private static final List<String> VALUES = List.of(
            "fe_h",
            "m_h",
            "mg_h",
            "alpha_fe",
            "alpha_m",
            "mg_fe",
            "o_fe",
            "si_fe",
            "ca_fe",
            "age",
            "log_age",
            "teff",
            "logg",
            "distance",
            "parallax",
            "period",
            "mass",
            "radial_velocity",
            "phot_g_mean_mag",
            "snr");

    /** What they are charted against. */
    private static final List<String> ABSCISSAE = List.of(
            "r",
            "r_published",
            "published_r",
            "rg",
            "r_guiding",
            "age",
            "log_age",
            "distance",
            "parallax",
            "teff",
            "logg",
            "bp_rp",
            "period",
            "mass");

    /** Numbers that are no measurement of a star. */
    private static final Set<String> NO_MEASUREMENT =
            Set.of("source_id", "star_number", "ra", "dec", "l", "b", "ref_epoch");

    private static final long FEW_STARS = 300;

    /** Of a map, on average. */
    private static final double STARS_IN_CELL = 5;

    /** Cells from the middle of a map to its edge. */
    private static final double FEWEST_HALF = 2;

    private static final double MOST_HALF = 20;

    static DraftSections of(List<DraftTable> tables) {
        boolean positions = tables.stream().anyMatch(t -> t.hasAll("ra", "dec") && DistanceDraft.given(t));
        boolean velocities = positions
                && tables.stream()
                        .anyMatch(t ->
                                t.hasAll("ra", "dec", "pmra", "pmdec", "radial_velocity") && DistanceDraft.given(t));
        return new DraftSections(
                tables,
                positions,
                velocities,
                positions || any(tables, "r"),
                VALUES.stream().filter(v -> any(tables, v)).findFirst().or(() -> own(tables)));
    }

    /** What is charted where no usual quantity is there: an abundance under a longer name, a column under its own. */
    private static Optional<String> own(List<DraftTable> tables) {
        List<String> numbers = tables.stream()
                .flatMap(t ->
                        t.names().stream().filter(n -> t.contents().ranges().containsKey(n)))
                .filter(n ->
                        !NO_MEASUREMENT.contains(n) && !n.matches("(published_.*|.*_(error|lo|hi|corr|published))"))
                .toList();
        return numbers.stream()
                .filter(n -> n.startsWith("fe_h") || n.startsWith("m_h"))
                .findFirst()
                .or(() -> numbers.stream()
                        .filter(n -> CanonicalColumns.unitOf(n).isEmpty())
                        .findFirst())
                .or(() -> numbers.stream().findFirst());
    }

    void write(StringBuilder text) {
        if (positions) {
            text.append("\n# Suns: ")
                    .append(Sun.named().stream().map(Sun::name).collect(Collectors.joining(", ")))
                    .append("; or R0, z and velocity of your own.\n");
            text.append("sun: ").append(USUAL_SUN).append("\n");
            text.append("phase-space: ")
                    .append(velocities ? "positions-and-velocities" : "positions")
                    .append(velocities ? "   # or: positions\n" : "\n");
        } else {
            text.append("\n# No places in the Galaxy: that needs ra, dec and a distance")
                    .append(" (or parallax, or distance_modulus) under 'columns', and then:\n")
                    .append("#   sun: ")
                    .append(USUAL_SUN)
                    .append("\n#   phase-space: positions\n");
        }
        cuts(text);
        if (tables.size() > 1) {
            text.append("\npopulations:\n");
            tables.forEach(t -> text.append("  ")
                    .append(t.name())
                    .append(": catalogue = '")
                    .append(t.name())
                    .append("'\n"));
        }
        text.append("\nproducts:\n");
        value.ifPresentOrElse(
                v -> products(text, v),
                () -> text.append(
                        "  distribution: {kind: distribution, value: FILL_IN, width: 0.1}   # a column under 'columns'\n"));
    }

    private void cuts(StringBuilder text) {
        List<String> cuts = Stream.concat(
                        positions
                                ? Stream.of("  - {name: a place in the Galaxy, keep: r is not null}\n")
                                : Stream.empty(),
                        value.stream().map(v -> "  - {name: " + v + " known, keep: " + v + " is not null}\n"))
                .toList();
        if (!cuts.isEmpty()) {
            text.append("\ncuts:   # in this order; the report counts what each leaves\n");
            cuts.forEach(text::append);
            text.append("  # - {name: in the disc, keep: abs(z) < 2}\n");
        }
    }

    private void products(StringBuilder text, String value) {
        Optional<String> x = ABSCISSAE.stream()
                .filter(a -> !a.equals(value))
                .filter(a -> a.equals("r") ? radius : any(tables, a))
                .findFirst();
        boolean errors = tables.stream().filter(t -> t.has(value)).allMatch(t -> t.has(value + "_error"));
        long stars = tables.stream().mapToLong(DraftTable::rows).sum();
        String few = stars < FEW_STARS ? "    minimum-count: 3\n" : "";
        String each = tables.size() > 1
                ? "    populations: [" + tables.stream().map(DraftTable::name).collect(Collectors.joining(", ")) + "]\n"
                : "";
        x.ifPresentOrElse(
                a -> text.append("  gradient:\n    kind: gradient\n")
                        .append(each)
                        .append("    x: ")
                        .append(a)
                        .append("\n    y: ")
                        .append(value)
                        .append("\n")
                        .append(
                                errors
                                        ? "    y-error: " + value + "_error\n    method: wls\n"
                                        : "    method: ols   # with errors: y-error: COLUMN, method: wls; docs/science/fits.md tells which line when\n")
                        .append(few)
                        .append(positions ? "    # slices: {of: abs(z), edges: [0, 0.5, 1, 2]}\n" : ""),
                () -> text.append("  # A gradient needs a second quantity beside ")
                        .append(value)
                        .append(".\n"));
        if (positions) {
            text.append("  map:\n    kind: plane\n    plane: x-y   # or r-z\n    statistic: median\n    value: ")
                    .append(value)
                    .append("\n")
                    .append(extent(stars))
                    .append(few.isEmpty() ? "" : "    minimum-count: 1\n");
        } else {
            text.append("  # A map needs places in the Galaxy.\n");
        }
        text.append("  distribution:\n    kind: distribution\n    value: ")
                .append(value)
                .append("\n    width: ")
                .append(width(value))
                .append("\n")
                .append(few);
    }

    /**
     * Cells so wide that at most some forty cover nearly all stars across, and that five stars are in one on average of a disc of that size; a few far ones do
     * not stretch the map.
     */
    private String extent(long stars) {
        double far = tables.stream()
                .mapToDouble(t -> t.contents().farKpc())
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        if (Double.isNaN(far)) {
            return "    cell: 0.5 kpc\n";
        }
        double half = Math.clamp(Math.sqrt(stars / (STARS_IN_CELL * Math.PI)), FEWEST_HALF, MOST_HALF);
        double cell = Stream.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
                .filter(c -> far <= half * c)
                .findFirst()
                .orElse(50.0);
        double reach = Math.ceil(far / cell) * cell;
        double sun = Math.round(Sun.GRAVITY_2021.r0Kpc() / cell) * cell;
        return String.format(
                Locale.ROOT,
                "    cell: %s kpc\n    range: {x: [%s, %s], y: [%s, %s]}   # kpc; holds 98 of 100 stars\n",
                plain(cell),
                plain(-sun - reach),
                plain(reach - sun),
                plain(-reach),
                plain(reach));
    }

    private static String plain(double value) {
        return new BigDecimal(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Bins so wide that some forty cover nearly all values; abundances have their usual 0.1 dex. */
    private String width(String value) {
        Optional<Range> range = tables.stream()
                .flatMap(t -> Optional.ofNullable(t.contents().ranges().get(value)).stream())
                .filter(r -> r.far() > r.smallest())
                .max(Comparator.comparingDouble(r -> r.far() - r.smallest()));
        if (value.endsWith("_fe") || value.contains("_h") || range.isEmpty()) {
            return "0.1";
        }
        double span = range.get().far() - range.get().smallest();
        double decade = Math.pow(10, Math.floor(Math.log10(span / 40)));
        double width = Stream.of(1.0, 2.0, 5.0, 10.0)
                .map(m -> m * decade)
                .filter(w -> span / w <= 40)
                .findFirst()
                .orElse(10 * decade);
        return new BigDecimal(width)
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static boolean any(List<DraftTable> tables, String column) {
        return tables.stream().anyMatch(t -> t.has(column));
    }
}
