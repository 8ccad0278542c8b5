package org.cellarius.catalogue.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.Precision;
import org.cellarius.catalogue.StreamedTable;

/**
 * Writes ECSV in UTF-8, fields separated by blanks. STIL's writer makes a question mark of every letter outside ASCII, and
 * {@code [α/Fe]} is a column description here. Missing values are empty fields in double quotes, which astropy reads as
 * masked.
 */
public final class EcsvWriter {
    @SuppressWarnings("OrphanedFormatString") // the per cent sign belongs to the format's name
    private static final String MAGIC = "# %ECSV 1.0";

    private EcsvWriter() {}

    /** Writes a file; see {@link org.cellarius.catalogue.TableWriter#write}. */
    public static void write(
            Path file,
            List<ColumnDescription> columns,
            long rowCount,
            StreamedTable.Rows rows,
            Map<String, String> header) {
        try (BlockReader reader = rows.open(
                        java.util.stream.IntStream.range(0, columns.size()).toArray());
                BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(head(columns, header));
            long written = 0;
            StringBuilder line = new StringBuilder();
            for (int count = reader.next(); count > 0; count = reader.next()) {
                for (int row = 0; row < count; row++) {
                    line.setLength(0);
                    for (int i = 0; i < columns.size(); i++) {
                        line.append(i == 0 ? "" : " ")
                                .append(cell(
                                        reader.column(i), row, columns.get(i).precision()));
                    }
                    out.append(line).append('\n');
                }
                written += count;
            }
            if (written != rowCount) {
                throw new IOException(written + " rows came where " + rowCount + " were announced");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
        }
    }

    private static String head(List<ColumnDescription> columns, Map<String, String> header) {
        StringBuilder head = new StringBuilder(MAGIC).append("\n# ---\n# datatype:\n");
        for (ColumnDescription column : columns) {
            head.append("# - {name: ").append(yaml(column.name()));
            if (!column.unit().isEmpty()) {
                head.append(", unit: ").append(yaml(column.unit()));
            }
            head.append(", datatype: ").append(datatype(column));
            if (!column.description().isEmpty()) {
                head.append(", description: ").append(yaml(column.description()));
            }
            if (!column.ucd().isEmpty()) {
                head.append(", meta: !!omap [{ucd: ").append(yaml(column.ucd())).append("}]");
            }
            head.append("}\n");
        }
        if (!header.isEmpty()) {
            head.append("# meta: !!omap\n");
            header.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(fact -> head.append("# - {")
                            .append(yaml(fact.getKey()))
                            .append(": ")
                            .append(yaml(fact.getValue()))
                            .append("}\n"));
        }
        head.append("# schema: astropy-2.0\n");
        for (int i = 0; i < columns.size(); i++) {
            head.append(i == 0 ? "" : " ").append(field(columns.get(i).name()));
        }
        return head.append('\n').toString();
    }

    private static String datatype(ColumnDescription column) {
        return switch (column.type()) {
            case DOUBLE -> column.precision() == Precision.SINGLE ? "float32" : "float64";
            case LONG -> "int64";
            case BOOLEAN -> "bool";
            case TEXT -> "string";
        };
    }

    /** A single-quoted scalar takes every character but a line end, and a quote doubled. */
    private static String yaml(String text) {
        return "'" + text.replaceAll("\\s+", " ").replace("'", "''") + "'";
    }

    private static String cell(ColumnBuffer buffer, int row, Precision precision) {
        return switch (buffer) {
            case ColumnBuffer.Doubles doubles -> number(doubles.values()[row], precision);
            case ColumnBuffer.Longs longs -> longs.missing()[row] ? "\"\"" : Long.toString(longs.values()[row]);
            case ColumnBuffer.Booleans booleans ->
                booleans.missing()[row] ? "\"\"" : booleans.values()[row] ? "True" : "False";
            case ColumnBuffer.Texts texts -> {
                String text = texts.values()[row];
                yield text == null ? "\"\"" : field(text);
            }
        };
    }

    private static String number(double value, Precision precision) {
        if (Double.isNaN(value)) {
            return "\"\"";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return precision == Precision.SINGLE ? Float.toString((float) value) : Double.toString(value);
    }

    private static String field(String text) {
        boolean plain = !text.isEmpty()
                && text.charAt(0) != '#'
                && text.chars().noneMatch(c -> c == '"' || c == ' ' || c == '\t' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
