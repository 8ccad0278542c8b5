package org.cellarius.catalogue.feather;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.cellarius.catalogue.BlockReader;
import org.cellarius.catalogue.ColumnBuffer;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.StreamedTable;
import org.jspecify.annotations.Nullable;

/** Writes a Feather file, not compressed, in batches. */
public final class FeatherWriter {
    private static final int BLOCKS_OF_BATCH = 32;

    private FeatherWriter() {}

    /** Writes a file; see {@link org.cellarius.catalogue.TableWriter#write}. */
    public static void write(
            Path file,
            List<ColumnDescription> columns,
            long rowCount,
            StreamedTable.Rows rows,
            Map<String, String> facts) {
        var schema = new Schema(columns.stream().map(FeatherWriter::field).toList(), new TreeMap<>(facts));
        try (BufferAllocator memory = new RootAllocator();
                VectorSchemaRoot root = VectorSchemaRoot.create(schema, memory);
                FileChannel out = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                ArrowFileWriter writer =
                        new ArrowFileWriter(root, new DictionaryProvider.MapDictionaryProvider(), out);
                BlockReader reader =
                        rows.open(IntStream.range(0, columns.size()).toArray())) {
            writer.start();
            long written = 0;
            int inBatch = 0;
            for (int count = reader.next(); count > 0; count = reader.next()) {
                for (int k = 0; k < columns.size(); k++) {
                    copy(reader.column(k), root.getVector(k), inBatch, count);
                }
                inBatch += count;
                written += count;
                if (inBatch > BLOCKS_OF_BATCH * BlockReader.BLOCK_ROWS) {
                    flush(root, writer, inBatch);
                    inBatch = 0;
                }
            }
            flush(root, writer, inBatch);
            writer.end();
            if (written != rowCount) {
                throw new IOException(written + " rows came where " + rowCount + " were announced");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
        }
    }

    private static void flush(VectorSchemaRoot root, ArrowFileWriter writer, int rows) throws IOException {
        root.setRowCount(rows);
        writer.writeBatch();
        root.clear();
    }

    private static Field field(ColumnDescription column) {
        var words = new TreeMap<String, String>();
        Map.of("unit", column.unit(), "description", column.description(), "ucd", column.ucd())
                .forEach((key, value) -> {
                    if (!value.isEmpty()) {
                        words.put(key, value);
                    }
                });
        ArrowType type = switch (column.type()) {
            case DOUBLE ->
                new ArrowType.FloatingPoint(
                        column.isSingle() ? FloatingPointPrecision.SINGLE : FloatingPointPrecision.DOUBLE);
            case LONG -> new ArrowType.Int(64, true);
            case BOOLEAN -> ArrowType.Bool.INSTANCE;
            case TEXT -> ArrowType.Utf8.INSTANCE;
        };
        return new Field(column.name(), new FieldType(true, type, null, words), null);
    }

    private static void copy(ColumnBuffer buffer, FieldVector vector, int at, int rows) {
        switch (buffer) {
            case ColumnBuffer.Doubles d -> {
                if (vector instanceof Float4Vector single) {
                    numbers(d.values(), single, at, rows);
                } else {
                    numbers(d.values(), (Float8Vector) vector, at, rows);
                }
            }
            case ColumnBuffer.Longs d -> integers(d, (BigIntVector) vector, at, rows);
            case ColumnBuffer.Booleans d -> truths(d, (BitVector) vector, at, rows);
            case ColumnBuffer.Texts d -> texts(d.values(), (VarCharVector) vector, at, rows);
        }
    }

    private static void numbers(double[] values, Float8Vector vector, int at, int rows) {
        for (int i = 0; i < rows; i++) {
            if (Double.isNaN(values[i])) {
                vector.setNull(at + i);
            } else {
                vector.setSafe(at + i, values[i]);
            }
        }
    }

    private static void numbers(double[] values, Float4Vector vector, int at, int rows) {
        for (int i = 0; i < rows; i++) {
            if (Double.isNaN(values[i])) {
                vector.setNull(at + i);
            } else {
                vector.setSafe(at + i, (float) values[i]);
            }
        }
    }

    private static void integers(ColumnBuffer.Longs buffer, BigIntVector vector, int at, int rows) {
        for (int i = 0; i < rows; i++) {
            if (buffer.missing()[i]) {
                vector.setNull(at + i);
            } else {
                vector.setSafe(at + i, buffer.values()[i]);
            }
        }
    }

    private static void truths(ColumnBuffer.Booleans buffer, BitVector vector, int at, int rows) {
        for (int i = 0; i < rows; i++) {
            if (buffer.missing()[i]) {
                vector.setNull(at + i);
            } else {
                vector.setSafe(at + i, buffer.values()[i] ? 1 : 0);
            }
        }
    }

    private static void texts(@Nullable String[] values, VarCharVector vector, int at, int rows) {
        for (int i = 0; i < rows; i++) {
            String value = values[i];
            if (value == null) {
                vector.setNull(at + i);
            } else {
                vector.setSafe(at + i, value.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
