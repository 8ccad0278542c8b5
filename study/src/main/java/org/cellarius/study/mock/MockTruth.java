package org.cellarius.study.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is true of a mock survey, as {@code truth.json} beside its files: the Galaxy that was drawn, and the numbers that a perfect observer of these stars would find.
 *
 * @param survey name of the survey
 * @param stars how many stars it sees
 * @param seed of its random numbers
 * @param galaxy the Galaxy: parameters of its recipe, or whose particles its stars are and how their orbits were drawn
 * @param fractions shares of the populations among the stars of the survey; none of a simulation
 * @param files SHA-256 of its files by name: the truth belongs to these and no others
 * @param numbers the truth in numbers
 */
public record MockTruth(
        String survey,
        long stars,
        long seed,
        JsonNode galaxy,
        Map<String, Double> fractions,
        Map<String, String> files,
        List<TrueNumber> numbers) {

    /** Name of the file. */
    public static final String FILE = "truth.json";

    private static final long LARGEST_BYTES = 16 << 20;

    /**
     * A number.
     *
     * @param product of the study that should find it
     * @param keys what names its row: population, variant
     * @param slice number of the slice, from 1
     * @param low lower edge of the slice; NaN without slices
     * @param high upper edge
     * @param quantity the column
     * @param value the truth
     * @param error how well so many stars tell it, one sigma
     * @param unit its unit
     */
    public record TrueNumber(
            String product,
            Map<String, String> keys,
            long slice,
            double low,
            double high,
            String quantity,
            double value,
            double error,
            String unit) {
        public TrueNumber {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }
    }

    public MockTruth {
        fractions = Collections.unmodifiableMap(new LinkedHashMap<>(fractions));
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        numbers = List.copyOf(numbers);
    }

    /** The truth in a folder, if there is one. */
    public static Optional<MockTruth> in(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static MockTruth read(Path file) {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw broken(file);
            }
            JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
            if (!root.path("survey").isString()
                    || !root.path("files").isObject()
                    || !root.path("numbers").isArray()) {
                throw broken(file);
            }
            var files = new LinkedHashMap<String, String>();
            root.path("files")
                    .properties()
                    .forEach(e -> files.put(e.getKey(), e.getValue().asString()));
            var numbers = new ArrayList<TrueNumber>();
            root.path("numbers").forEach(n -> numbers.add(number(n)));
            var fractions = new LinkedHashMap<String, Double>();
            root.path("fractions")
                    .properties()
                    .forEach(e -> fractions.put(e.getKey(), e.getValue().asDouble()));
            return new MockTruth(
                    root.path("survey").asString(),
                    root.path("stars").asLong(),
                    root.path("seed").asLong(),
                    root.path("galaxy"),
                    fractions,
                    files,
                    numbers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw broken(file).withCause(e);
        }
    }

    private static InputError broken(Path file) {
        return new InputError(
                "'" + file + "' is not the truth of a mock survey",
                "",
                "Make the mock again with  cellarius mock , or move the file elsewhere");
    }

    private static TrueNumber number(JsonNode n) {
        var keys = new LinkedHashMap<String, String>();
        n.path("keys")
                .properties()
                .forEach(e -> keys.put(e.getKey(), e.getValue().asString()));
        return new TrueNumber(
                n.path("product").asString(),
                keys,
                n.path("slice").asLong(),
                n.path("low").asDouble(Double.NaN),
                n.path("high").asDouble(Double.NaN),
                n.path("quantity").asString(),
                n.path("value").asDouble(),
                n.path("error").asDouble(),
                n.path("unit").asString(""));
    }

    /** Writes it into a folder. */
    public void write(Path folder) {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode root = mapper.createObjectNode();
        root.put("survey", survey);
        root.put("stars", stars);
        root.put("seed", seed);
        root.set("galaxy", galaxy);
        ObjectNode shares = root.putObject("fractions");
        fractions.forEach(shares::put);
        ObjectNode hashes = root.putObject("files");
        files.forEach(hashes::put);
        var list = root.putArray("numbers");
        numbers.forEach(n -> {
            ObjectNode node = list.addObject();
            node.put("product", n.product());
            ObjectNode keys = node.putObject("keys");
            n.keys().forEach(keys::put);
            node.put("slice", n.slice());
            if (!Double.isNaN(n.low())) {
                node.put("low", n.low());
                node.put("high", n.high());
            }
            node.put("quantity", n.quantity());
            node.put("value", n.value());
            node.put("error", n.error());
            node.put("unit", n.unit());
        });
        try {
            Files.writeString(
                    folder.resolve(FILE),
                    mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
