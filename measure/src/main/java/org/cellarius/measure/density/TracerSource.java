package org.cellarius.measure.density;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.measure.product.AxisSource;
import org.cellarius.measure.product.SideFile;

/** By which stars a population is traced, as a study says it. */
sealed interface TracerSource {

    /** Magnitudes and colours, as the selection names them. */
    List<Named> named();

    /**
     * A magnitude or colour.
     *
     * @param asked the expression by which the selection asks for it
     * @param magnitude whether it is a magnitude; else a colour
     * @param text what the study says of it: a number, or an expression
     */
    record Named(String asked, boolean magnitude, String text) {}

    /**
     * One kind of stars.
     *
     * @param scatterMag standard deviation of its absolute magnitudes, mag
     */
    record Fixed(List<Named> named, double scatterMag) implements TracerSource {}

    /**
     * A table of absolute magnitudes and colours.
     *
     * @param rows its columns in the order of the names, once read
     */
    record Table(List<Named> named, SideFile file, Optional<double[][]> rows) implements TracerSource {
        Table read(SideFile.Reader reader) {
            double[][] read = reader.numbers(file);
            TracerNumbers.whole(file.place(), read);
            return new Table(named, file, Optional.of(read));
        }
    }

    /** The stars themselves: apparent magnitudes and colours over the star table. */
    record Own(List<Named> named, List<AxisSource> quantities) implements TracerSource {}

    /** The words of the kinds. */
    enum Kind {
        FIXED,
        TABLE,
        STARS
    }

    static TracerSource read(Section s) {
        Kind kind = s.choice("kind", "kind of tracer", List.of(Kind.values()));
        Map<String, Named> all = new LinkedHashMap<>();
        read(s, "magnitudes", true, all);
        read(s, "colours", false, all);
        List<Named> named = List.copyOf(all.values());
        refuse(s, "scatter", kind == Kind.FIXED);
        refuse(s, "file", kind == Kind.TABLE);
        return switch (kind) {
            case FIXED -> {
                named.forEach(n -> number(n, s));
                yield new Fixed(named, s.number("scatter"));
            }
            case TABLE ->
                new Table(
                        named,
                        new SideFile(
                                s.text("file"), named.stream().map(Named::text).toList(), s.place("file")),
                        Optional.empty());
            case STARS ->
                new Own(
                        named,
                        named.stream()
                                .map(n -> new AxisSource(
                                        n.text(), Optional.empty(), Optional.empty(), List.of(), s.place()))
                                .toList());
        };
    }

    private static void refuse(Section s, String key, boolean wanted) {
        if (s.has(key) != wanted) {
            throw new InputError(
                    wanted
                            ? "a tracer of the kind '" + s.text("kind") + "' needs '" + key + "'"
                            : "'" + key + "' does not belong to a tracer of the kind '" + s.text("kind") + "'",
                    s.place().toString(),
                    wanted ? "Add it: docs/guide/density-profiles.md" : "Remove it");
        }
    }

    private static void read(Section s, String key, boolean magnitude, Map<String, Named> all) {
        s.optionalSection(key)
                .ifPresent(m -> m.entries().forEach((asked, value) -> {
                    if (all.put(bare(asked), new Named(asked, magnitude, value.scalar())) != null) {
                        throw new InputError(
                                "'" + asked + "' is named twice",
                                m.place(asked).toString(),
                                "It is a magnitude or a colour");
                    }
                }));
    }

    /** Without blanks: expressions are compared by it. */
    static String bare(String expression) {
        return expression.replaceAll("\\s", "");
    }

    static double number(Named n, Section s) {
        double value;
        try {
            value = Double.parseDouble(n.text());
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!Double.isFinite(value)) {
            throw new InputError(
                    "the tracer has '" + n.text() + "' for '" + n.asked() + "', which is no number",
                    s.place().toString(),
                    "Write the number, in magnitudes");
        }
        return value;
    }
}
