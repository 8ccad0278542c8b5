package org.cellarius.study.mock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.Precision;
import org.cellarius.catalogue.yaml.Section;
import org.cellarius.catalogue.yaml.YamlDocument;

/**
 * The files of a survey: their names, columns, units, nulls and flags, as expressions over the columns of mock stars.
 *
 * @param survey its name
 * @param identifier the column by which a star is found again; it stands in {@code truth.parquet}
 * @param identifiers expressions that all files may use by name: numbers and words by which observations are known
 * @param files the files
 */
public record MockFormat(String survey, String identifier, Map<String, String> identifiers, List<File> files) {

    /** In which order rows stand in a file. */
    public enum Order {
        /** As the stars were drawn. */
        DRAWN,
        /** In one that has nothing to do with the stars. */
        SHUFFLED
    }

    /**
     * A file.
     *
     * @param name its name, whose ending says its format
     * @param rows which observations stand in it; empty for all
     * @param order of its rows
     * @param columns its columns
     */
    public record File(String name, Optional<String> rows, Order order, List<MockFileColumn> columns) {
        public File {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column of a file.
     *
     * @param name as the survey writes it
     * @param value expression of its value; missing where that is
     * @param unit as the survey states it; empty for none
     * @param whole whether it is written as a whole number of 64 bits
     * @param precision of real numbers
     */
    public record MockFileColumn(String name, String value, String unit, boolean whole, Precision precision) {}

    public MockFormat {
        identifiers = Map.copyOf(new LinkedHashMap<>(identifiers));
        files = List.copyOf(files);
        if (!identifiers.containsKey(identifier)) {
            throw new IllegalArgumentException("the format of '" + survey + "' has no identifier '" + identifier + "'");
        }
    }

    /** All expressions of the format. */
    Stream<String> expressions() {
        return Stream.concat(
                identifiers.values().stream(),
                files.stream()
                        .flatMap(f -> Stream.concat(
                                f.rows().stream(), f.columns().stream().map(MockFileColumn::value))));
    }

    /** The format that comes with the program for a survey. */
    public static MockFormat named(String survey) {
        String file = survey + ".yaml";
        try (InputStream stream = MockFormat.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new InputError(
                        "there is no format for mock files of '" + survey + "'", "", "Name another survey");
            }
            return read(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a format. */
    static MockFormat read(String file, String text) {
        Section root = Section.of(YamlDocument.parse(file, text));
        var identifiers = new LinkedHashMap<String, String>();
        Section named = root.section("identifiers");
        named.entries().keySet().forEach(key -> identifiers.put(key, named.text(key)));
        List<File> files = root.section("files").entries().entrySet().stream()
                .map(e -> file(e.getKey(), e.getValue()))
                .toList();
        return new MockFormat(root.text("survey"), root.text("identifier"), identifiers, files);
    }

    private static File file(String name, Section section) {
        List<MockFileColumn> columns = section.section("columns").entries().entrySet().stream()
                .map(e -> column(e.getKey(), e.getValue()))
                .toList();
        Order order = section.choiceOr("order", "order of rows", List.of(Order.values()), Order.DRAWN);
        return new File(name, section.optionalText("rows"), order, columns);
    }

    private static MockFileColumn column(String name, Section section) {
        boolean single = section.textOr("single", "false").equals("true");
        return new MockFileColumn(
                name,
                section.text("value"),
                section.textOr("unit", ""),
                section.textOr("type", "").equals("whole"),
                single ? Precision.SINGLE : Precision.DOUBLE);
    }
}
