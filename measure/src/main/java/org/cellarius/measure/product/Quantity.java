package org.cellarius.measure.product;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellarius.engine.TableColumn;
import org.cellarius.engine.expression.Expression;
import org.cellarius.figure.Axis;
import org.cellarius.figure.Markup;

/**
 * A quantity of the star table, checked, with its label and unit.
 *
 * @param value the expression
 * @param label as figures write it
 * @param unit empty for pure numbers
 * @param range range of the figure's axis; empty to take it from the data
 */
public record Quantity(Expression value, String label, String unit, List<Double> range) {

    /** How the field writes its quantities. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("fe_h", "[Fe/H]"),
            Map.entry("alpha_fe", "[α/Fe]"),
            Map.entry("mg_fe", "[Mg/Fe]"),
            Map.entry("r", "R"),
            Map.entry("z", "Z"),
            Map.entry("x", "X"),
            Map.entry("y", "Y"),
            Map.entry("age", "Age"),
            Map.entry("teff", "T_{eff}"),
            Map.entry("logg", "log g"),
            Map.entry("rg", "R_{g}"),
            Map.entry("zmax", "Z_{max}"),
            Map.entry("phi", "φ"),
            Map.entry("v_phi", "v_{φ}"),
            Map.entry("v_r", "v_{R}"),
            Map.entry("distance", "Distance"));

    private static final Pattern LOGARITHM = Pattern.compile("\\blog(10)?\\s*\\(", Pattern.CASE_INSENSITIVE);

    static Quantity of(AxisSource source, Stars stars) {
        Expression expression = stars.number(source.expression(), source.place().toString());
        String bare = source.expression().strip().toLowerCase(Locale.ROOT);
        boolean absolute = bare.startsWith("abs(") && bare.endsWith(")");
        String name = absolute ? bare.substring(4, bare.length() - 1).strip() : bare;
        Optional<TableColumn> column = stars.table().column(name);
        String label = source.label().orElseGet(() -> {
            String known = LABELS.getOrDefault(
                    name, column.isPresent() ? name.replace('_', ' ') : written(source.expression()));
            return absolute ? "|" + known + "|" : known;
        });
        return new Quantity(
                expression,
                label,
                source.unit().orElse(column.map(TableColumn::unit).orElse("")),
                source.range());
    }

    /** An expression as a label: log is the decimal logarithm, and the label says so. */
    private static String written(String expression) {
        return LOGARITHM.matcher(expression).replaceAll("log_{10}(");
    }

    /** The label without the markup of figures. */
    public String plainLabel() {
        return Markup.plain(label);
    }

    /** The unit of this quantity per unit of another. */
    public String per(Quantity other) {
        return unit.isEmpty()
                ? (other.unit.isEmpty() ? "" : quotient("1", other.unit))
                : other.unit.isEmpty() ? unit : quotient(unit, other.unit);
    }

    /** One unit over another: a product or quotient below stands in brackets. */
    public static String quotient(String over, String below) {
        return over + "/" + (below.matches(".*[ /*.].*") ? "(" + below + ")" : below);
    }

    /** An axis over the wanted range, or over [min, max] with some room. */
    public Axis axis(double min, double max) {
        if (!range.isEmpty()) {
            return Axis.of(label, unit, range.get(0), range.get(1));
        }
        if (!(max >= min)) {
            return Axis.of(label, unit, 0, 1);
        }
        double room = max > min ? 0.04 * (max - min) : Math.max(1e-6, 0.05 * Math.abs(max));
        return Axis.of(label, unit, min - room, max + room);
    }

    /** Whether a value lies within the axis that the study gives; true where it gives none. */
    public boolean shows(double value) {
        return range.isEmpty() || (value >= range.get(0) && value <= range.get(1));
    }

    /** The label with its unit, in plain text. */
    public String named() {
        return unit.isEmpty() ? plainLabel() : plainLabel() + " (" + unit + ")";
    }
}
