package org.cellarius.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.tap.Recipe;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the ADQL of a query comes from: the command line, a file, or a recipe. */
final class QueryText {

    private static final long LONGEST_FILE_BYTES = 1 << 20;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ADQL", description = "The query.")
    private Optional<String> adql = Optional.empty();

    @Option(names = "--file", paramLabel = "FILE", description = "Read the query from a file.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--recipe",
            paramLabel = "NAME",
            description = "A query that comes with Cellarius; --recipes lists them.")
    private Optional<String> recipe = Optional.empty();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A value of the recipe, a number or a name.")
    private Map<String, String> values = new LinkedHashMap<>();

    boolean isGiven() {
        return adql.isPresent() || file.isPresent() || recipe.isPresent();
    }

    Optional<Recipe> recipe() {
        return recipe.map(Recipe::of);
    }

    /** For reading: a recipe with its head. */
    String shown() {
        return recipe().map(r -> r.filled(values)).orElseGet(this::text).strip();
    }

    String text() {
        int given = (adql.isPresent() ? 1 : 0) + (file.isPresent() ? 1 : 0) + (recipe.isPresent() ? 1 : 0);
        if (given != 1) {
            throw new InputError(
                    given == 0 ? "no query is given" : "more than one query is given",
                    "",
                    "Give the ADQL itself, --file or --recipe");
        }
        if (recipe.isEmpty() && !values.isEmpty()) {
            throw new InputError("--set is for recipes", "--set", "Write the values into the query");
        }
        return recipe().map(r -> r.adql(values))
                .or(() -> file.map(QueryText::read))
                .or(() -> adql)
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > LONGEST_FILE_BYTES) {
                throw new InputError("the file is too long for a query", file.toString(), "Give a text file with ADQL");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputError("the file with the query cannot be read", file.toString(), "Check its name")
                    .withCause(e);
        }
    }
}
